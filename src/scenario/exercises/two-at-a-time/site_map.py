"""A site that does not like more than two visitors."""
import asyncio

PAGES = ['a', 'b', 'c', 'd', 'e', 'f']

async def download(page):
    await asyncio.sleep(1)
    print('got', page)
