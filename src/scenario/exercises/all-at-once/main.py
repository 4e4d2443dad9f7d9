import asyncio

async def fetch(page):
    await asyncio.sleep(1)
    return f'page {page}'

async def main():
    for number in (1, 2, 3):
        print(await fetch(number))

asyncio.run(main())
