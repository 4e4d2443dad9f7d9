import asyncio

STOP = object()

async def source(out, n):
    for i in range(n):
        await asyncio.sleep(0.1)
        await out.put(i)
    await out.put(STOP)

async def stage(name, fn, inp, out, delay):
    handled = 0
    while (item := await inp.get()) is not STOP:
        await asyncio.sleep(delay)
        result = fn(item)
        if result is not None:
            await out.put(result)
            handled += 1
        inp.task_done()
    await out.put(STOP)
    print(f'{name} passed on {handled} at {asyncio.get_running_loop().time():.2f}')

async def sink(inp):
    items = []
    while (item := await inp.get()) is not STOP:
        items.append(item)
        print(f'{asyncio.get_running_loop().time():.2f} sink {item}')
    return items

async def main():
    a, b, c = asyncio.Queue(), asyncio.Queue(maxsize=1), asyncio.Queue(maxsize=2)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(source(a, 8))
        tg.create_task(stage('even', lambda x: x if x % 2 == 0 else None, a, b, 0.05))
        tg.create_task(stage('square', lambda x: x * x, b, c, 0.3))
        result = tg.create_task(sink(c))
    print(result.result())
    async def numbers():
        for i in range(4):
            yield i
            await asyncio.sleep(0.1)
    async def amap(f, it):
        async for x in it: yield await f(x)
    async def slow_double(x):
        await asyncio.sleep(0.1)
        return x * 2
    print([x async for x in amap(slow_double, numbers())], f'{asyncio.get_running_loop().time():.2f}')

asyncio.run(main())
