import asyncio

import aiohttp

PAGES = [f'https://httpbin.org/delay/{n}' for n in (1, 2, 1, 1)]


async def fetch(session, slots, number, url):
    async with slots:
        async with session.get(url) as response:
            body = await response.json()
            print(number, response.status, body['url'])


async def main():
    slots = asyncio.Semaphore(2)
    async with aiohttp.ClientSession() as session:
        async with asyncio.TaskGroup() as group:
            for number, url in enumerate(PAGES, 1):
                task = fetch(session, slots, number, url)
                group.create_task(task, name=f'page {number}')


asyncio.run(main())
