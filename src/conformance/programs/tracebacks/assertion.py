import asyncio

async def check(x):
    await asyncio.sleep(0)
    assert x > 3, f'{x} is too small'
    return x

async def main():
    print(await asyncio.gather(check(5), check(4)))
    print(await asyncio.gather(check(5), check(2)))

asyncio.run(main())
