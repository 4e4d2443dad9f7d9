import asyncio

async def clock():
    for tick in range(3):
        print('tick', tick)
        await asyncio.sleep(0)

async def count(limit):
    total = 0
    for number in range(limit):
        total += number
        if number % 10_000 == 9_999:
            await asyncio.sleep(0)  # the others have a turn
    print('total', total)

async def main():
    await asyncio.gather(clock(), count(60_000))

asyncio.run(main())
