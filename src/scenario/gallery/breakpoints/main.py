import asyncio

async def cook(dish, prepare, bake):
    print('prepare', dish)
    await asyncio.sleep(prepare)  # the first breakpoint
    print('bake', dish)
    await asyncio.sleep(bake)     # the second breakpoint
    print('serve', dish)

async def main():
    pie = asyncio.create_task(cook('pie', 1, 4), name='pie')
    tart = asyncio.create_task(cook('tart', 3, 1), name='tart')
    await asyncio.wait([pie, tart])

asyncio.run(main())
