# Cancelling one of several who wait for the same thing leaves the thing and the others alone - or not.
import asyncio


async def waits(name, what):
    try:
        return name, await what
    except asyncio.CancelledError as error:
        return name, 'cancelled', error.args


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    tasks = [asyncio.create_task(waits(n, future)) for n in 'abc']
    await asyncio.sleep(0)
    tasks[1].cancel('b only')
    print(future.cancelled())
    print(await asyncio.gather(*tasks))
    inner = asyncio.create_task(asyncio.sleep(1, 'slept'))
    tasks = [asyncio.create_task(waits(n, asyncio.shield(inner))) for n in 'abc']
    await asyncio.sleep(0)
    tasks[1].cancel('b only')
    print(await asyncio.gather(*tasks), inner.cancelled())
    event = asyncio.Event()
    tasks = [asyncio.create_task(waits(n, event.wait())) for n in 'abc']
    await asyncio.sleep(0)
    tasks[1].cancel('b only')
    event.set()
    print(await asyncio.gather(*tasks))
    inner = asyncio.create_task(asyncio.sleep(1, 'slept'))
    tasks = [asyncio.create_task(waits(n, inner)) for n in 'ab']
    await asyncio.sleep(0)
    tasks[0].cancel('through')
    print(await asyncio.gather(*tasks), inner.cancelled())


asyncio.run(main())
