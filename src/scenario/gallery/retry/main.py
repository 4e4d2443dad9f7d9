import asyncio

import aiohttp

URL = 'https://httpbin.org/delay/2'


async def fetch(session, seconds):
    timeout = aiohttp.ClientTimeout(total=seconds)
    async with session.get(URL, timeout=timeout) as response:
        return response.status


async def main():
    async with aiohttp.ClientSession() as session:
        for seconds in (1, 2, 4):
            try:
                print('answer:', await fetch(session, seconds))
                break
            except TimeoutError:
                print('nothing within', seconds, 's')


asyncio.run(main())
