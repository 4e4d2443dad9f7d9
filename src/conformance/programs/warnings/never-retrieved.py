import asyncio

async def fail(n):
    await asyncio.sleep(n)
    raise ValueError(f'fail {n}')

async def main():
    t = asyncio.create_task(fail(1), name='first')
    await asyncio.sleep(2)
    del t
    print('deleted the failed task')
    f = asyncio.get_running_loop().create_future()
    f.set_exception(KeyError('future'))
    del f
    keep = asyncio.create_task(fail(0.5), name='kept to the end')
    await asyncio.sleep(1)
    print('end')

asyncio.run(main())
