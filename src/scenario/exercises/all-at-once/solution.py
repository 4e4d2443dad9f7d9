import asyncio

async def fetch(page):
    await asyncio.sleep(1)
    return f'page {page}'

async def main():
    for page in await asyncio.gather(*(fetch(number) for number in (1, 2, 3))):
        print(page)

asyncio.run(main())
