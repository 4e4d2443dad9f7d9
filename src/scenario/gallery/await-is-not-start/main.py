import asyncio

async def brew(drink):
    await asyncio.sleep(1)
    return drink

async def main():
    clock = asyncio.get_running_loop().time
    start = clock()
    await brew('tea')
    await brew('coffee')
    print(f'one after the other: {clock() - start:.1f} s')

    start = clock()
    await asyncio.gather(brew('tea'), brew('coffee'))
    print(f'together: {clock() - start:.1f} s')

asyncio.run(main())
