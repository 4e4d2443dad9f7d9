import asyncio

async def good(name, tidy):
    try:
        await asyncio.sleep(9)
    finally:
        await asyncio.sleep(tidy)
        print(name, 'has tidied up')

async def bad():
    await asyncio.sleep(1)
    raise ValueError('broken')

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(good('left', 1), name='left')
            group.create_task(bad(), name='bad')
            group.create_task(good('right', 2), name='right')
    except* ValueError as failed:
        print(failed.exceptions)

asyncio.run(main())
