# python: 3.7
# Recorded from CPython 3.7.
import asyncio

async def careless():
    try:
        await asyncio.sleep(5)
    except Exception as error:
        print('swallowed', type(error).__name__)
        return 'went on'

async def main():
    task = asyncio.create_task(careless())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled())
    print(issubclass(asyncio.CancelledError, Exception))
    task = asyncio.create_task(asyncio.sleep(5))
    await asyncio.sleep(0)
    task.cancel()
    results = await asyncio.gather(task, return_exceptions=True)
    print([type(result).__name__ for result in results])

asyncio.run(main())
