# The clock in sums of floats, infinite and strange delays.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for delay in (0.1, 0.2, 0.3, 1e-9, 1e-3, 1 / 3, 0.0, -1, True):
        await asyncio.sleep(delay)
        print(delay, loop.time())
    for bad in ('1', None, [], 1j):
        try:
            await asyncio.sleep(bad)
        except TypeError as error:
            print(error)
    try:
        await asyncio.sleep(float('nan'))
    except ValueError as error:
        print(error)
    print(await asyncio.sleep(0, 'zero'), await asyncio.sleep(1, result='one'))
    try:
        await asyncio.wait_for(asyncio.sleep(float('inf')), 2)
    except TimeoutError:
        print('inf', loop.time())
    for call in (lambda: loop.call_later(None, print), lambda: loop.call_at(None, print)):
        try:
            call()
        except TypeError as error:
            print(error)


asyncio.run(main())
