import asyncio

from site_map import PAGES, download

async def main():
    async with asyncio.TaskGroup() as group:
        for page in PAGES:
            group.create_task(download(page))

asyncio.run(main())
