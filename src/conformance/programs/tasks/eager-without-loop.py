# The C task asks the loop argument itself whether it runs: an eager task needs one.
import asyncio


async def work():
    return 1


async def main():
    coro = work()
    try:
        asyncio.Task(coro, eager_start=True, name='no loop')
    except AttributeError as error:
        print(error)
    coro.close()
    await asyncio.sleep(0)
    print(await asyncio.Task(work(), eager_start=False))


asyncio.run(main())
