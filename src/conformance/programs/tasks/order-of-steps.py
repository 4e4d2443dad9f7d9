import asyncio

async def worker(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    print(name, 'done')
    return name

async def main():
    a = asyncio.create_task(worker('a', 3))
    b = asyncio.create_task(worker('b', 1))
    print('created, not started')
    await asyncio.sleep(0)
    print('main turn')
    c = asyncio.create_task(worker('c', 0))
    print(await a)
    print(b.done(), c.done(), b.result())
    await worker('inline', 1)
    t = asyncio.create_task(worker('d', 2))
    t.add_done_callback(lambda t: print('callback', t.result()))
    async def spawn():
        print('spawn starts')
        x = asyncio.create_task(worker('inner', 1))
        await x
        print('spawn ends')
    s = asyncio.create_task(spawn())
    await s
    print('t', t.done())
    async def quick(): print('quick'); return 1
    q = asyncio.create_task(quick())
    await q
    print('after quick')
    results = [await x for x in [asyncio.create_task(worker(n, i)) for i, n in enumerate('xyz')]]
    print(results)
    never = asyncio.create_task(worker('never finished', 100))
    await asyncio.sleep(0)

asyncio.run(main())
