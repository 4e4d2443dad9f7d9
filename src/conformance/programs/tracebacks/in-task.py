import asyncio

async def inner():
    await asyncio.sleep(1)
    return {}['missing']

async def middle():
    return await inner()

async def main():
    t = asyncio.create_task(middle())
    print('waiting')
    await t

asyncio.run(main())
