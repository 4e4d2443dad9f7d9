import asyncio

async def work():
    await asyncio.sleep(1)
    return asyncio.current_task().get_name()

async def main():
    print('run made', asyncio.current_task().get_name())
    one = asyncio.create_task(work(), name='by create_task')
    two = asyncio.ensure_future(work())
    two.set_name('by ensure_future')
    print('wrapped twice:', asyncio.ensure_future(two) is not two)
    print(await asyncio.gather(one, two, work()))
    print('awaited directly, work is part of', await work())

asyncio.run(main())
