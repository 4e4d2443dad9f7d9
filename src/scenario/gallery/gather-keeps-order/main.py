import asyncio

async def race(name, seconds):
    await asyncio.sleep(seconds)
    print(name, 'arrives')
    return name

async def main():
    places = await asyncio.gather(
        race('tortoise', 3),
        race('hare', 1),
        race('dog', 2),
    )
    print(places)

asyncio.run(main())
