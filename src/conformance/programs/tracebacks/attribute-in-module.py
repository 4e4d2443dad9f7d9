import asyncio

async def main():
    print('start')
    await asyncio.slep(1)

asyncio.run(main())
