import asyncio

async def good(name):
    try:
        await asyncio.sleep(3)
    except asyncio.CancelledError:
        print(name, 'is cancelled')
        raise

async def bad():
    await asyncio.sleep(1)
    raise ValueError('broken')

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(good('left'), name='left')
            group.create_task(bad(), name='bad')
            group.create_task(good('right'), name='right')
    except* ValueError as failed:
        print(failed.exceptions)

asyncio.run(main())
