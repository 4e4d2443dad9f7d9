# python: 3.7
# Recorded from CPython 3.7.
import asyncio

async def work(n):
    await asyncio.sleep(n / 100)
    return n

async def main():
    done, pending = await asyncio.wait([work(1), work(2)])
    print(sorted(task.result() for task in done), len(pending))
    done, pending = await asyncio.wait({work(1), work(20)}, return_when=asyncio.FIRST_COMPLETED)
    print([task.result() for task in done], len(pending))
    for task in pending:
        task.cancel()
    done, pending = await asyncio.wait([work(30)], timeout=0.01)
    print(len(done), len(pending))
    for task in pending:
        task.cancel()
    try:
        await asyncio.wait([])
    except ValueError as error:
        print(type(error).__name__)
    try:
        await asyncio.wait(work(1))
    except TypeError as error:
        print(error)

loop = asyncio.get_event_loop()
loop.run_until_complete(main())
