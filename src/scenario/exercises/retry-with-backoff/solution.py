import asyncio

from weather import ask

async def main():
    for tries in range(5):
        try:
            print(await ask())
            return
        except ConnectionError:
            await asyncio.sleep(2 ** tries)

asyncio.run(main())
