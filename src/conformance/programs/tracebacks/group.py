import asyncio

async def bad(n):
    await asyncio.sleep(n)
    raise ValueError(f'bad {n}')

async def worse():
    try:
        await asyncio.sleep(10)
    finally:
        raise KeyError('clean-up')

async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(bad(1))
        tg.create_task(worse())

asyncio.run(main())
