import asyncio

from weather import ask

async def main():
    print(await ask())

asyncio.run(main())
