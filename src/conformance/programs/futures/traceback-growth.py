# The traceback of an exception that several tasks await does not grow with each of them.
import asyncio
import traceback


def depth(error):
    return [frame.name for frame in traceback.extract_tb(error.__traceback__)]


async def fails():
    await asyncio.sleep(0)
    raise ValueError('once')


async def waits(task):
    try:
        await task
    except ValueError as error:
        return depth(error)


async def main():
    task = asyncio.create_task(fails())
    for names in await asyncio.gather(waits(task), waits(task), waits(task)):
        print(names)
    for _ in range(3):
        try:
            await task
        except ValueError as error:
            print(depth(error))
    try:
        task.result()
    except ValueError as error:
        print(depth(error))
    print(depth(task.exception()))


asyncio.run(main())
