# When gather raises, and what becomes of the children that are still running or fail later.
import asyncio


async def work(n, delay, error=None):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print('cancelled', n)
        raise
    if error is not None:
        raise error
    print('finished', n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.gather(work('a', 1, ValueError('a')), work('b', 2), work('c', 3, KeyError('c')))
    except ValueError as error:
        print(repr(error), loop.time())
    await asyncio.sleep(3)
    print('-- returned')
    results = await asyncio.gather(work('d', 1, ValueError('d')), work('e', 2), work('f', 1, asyncio.CancelledError('f')), return_exceptions=True)
    print(results, loop.time())
    print('-- a cancelled child')
    child = asyncio.create_task(work('g', 5))
    loop.call_later(1, child.cancel, 'just g')
    try:
        await asyncio.gather(child, work('h', 2))
    except asyncio.CancelledError as error:
        print(repr(error))
    await asyncio.sleep(2)
    print('-- base exceptions')
    print(await asyncio.gather(work('i', 1, GeneratorExit('i')), work('j', 1), return_exceptions=True))


asyncio.run(main())
