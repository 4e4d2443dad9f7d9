import asyncio

class Ticker:
    def __init__(self, delay, to):
        self.delay, self.to, self.i = delay, to, 0
    def __aiter__(self):
        print('aiter')
        return self
    async def __anext__(self):
        if self.i >= self.to:
            raise StopAsyncIteration
        self.i += 1
        await asyncio.sleep(self.delay)
        return self.i

class NoAnext:
    def __aiter__(self): return self

class SyncAnext:
    def __aiter__(self): return self
    def __anext__(self): return 5

class AsyncAiter:
    async def __aiter__(self): return self

class Both:
    def __iter__(self): return iter('sync')
    async def __aiter_gen(self):
        yield 'a'
    def __aiter__(self): return self.__aiter_gen()

async def main():
    loop = asyncio.get_running_loop()
    async for i in Ticker(0.5, 3):
        print(i, loop.time())
        if i == 2: continue
        print('tail')
    else:
        print('else')
    async for i in Ticker(1, 5):
        if i == 2: break
    else:
        print('never')
    print('broke at', i, loop.time())
    for bad in (NoAnext(), SyncAnext(), AsyncAiter()):
        try:
            async for _ in bad: pass
        except TypeError as e:
            print(e)
    async for x in Both(): print(x)
    print(list(Both()))
    t = aiter(Ticker(0, 1))
    print(await anext(t), await anext(t, 'dflt'))
    try:
        await anext(t)
    except StopAsyncIteration:
        print('stop')
    async with asyncio.TaskGroup() as tg:
        async def consume(n):
            async for i in Ticker(n, 3):
                print('consumer', n, i, round(loop.time(), 3))
        tg.create_task(consume(1))
        tg.create_task(consume(0.4))

asyncio.run(main())
