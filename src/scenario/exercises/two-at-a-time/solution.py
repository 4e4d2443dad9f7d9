import asyncio

from site_map import PAGES, download

async def polite(page, slots):
    async with slots:
        await download(page)

async def main():
    slots = asyncio.Semaphore(2)
    async with asyncio.TaskGroup() as group:
        for page in PAGES:
            group.create_task(polite(page, slots))

asyncio.run(main())
