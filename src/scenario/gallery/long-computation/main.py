import asyncio

async def clock():
    for tick in range(3):
        print('tick', tick)
        await asyncio.sleep(0)

async def count(limit):
    total = 0
    for number in range(limit):
        total += number
    print('total', total)

async def main():
    await asyncio.gather(clock(), count(60_000))

asyncio.run(main())
