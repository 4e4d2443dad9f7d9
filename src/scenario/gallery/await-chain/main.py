import asyncio

async def oven():
    loop = asyncio.get_running_loop()
    bread = loop.create_future()
    loop.call_later(2, bread.set_result, 'bread')
    return await bread

async def kitchen():
    return 'sliced ' + await oven()

async def waiter():
    return await kitchen() + ' on a plate'

async def main():
    print(await waiter())

asyncio.run(main())
