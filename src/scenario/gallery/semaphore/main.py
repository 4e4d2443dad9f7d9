import asyncio

slots = asyncio.Semaphore(2)

async def fetch(page):
    async with slots:
        print('fetch', page, 'at', asyncio.get_running_loop().time())
        await asyncio.sleep(1)

async def main():
    async with asyncio.TaskGroup() as group:
        for page in range(1, 6):
            group.create_task(fetch(page), name=f'page {page}')

asyncio.run(main())
