import asyncio

class Countdown:
    def __init__(self, start, delay=0.1):
        self.n, self.delay = start, delay
    def __aiter__(self):
        return self
    async def __anext__(self):
        if self.n <= 0:
            raise StopAsyncIteration
        await asyncio.sleep(self.delay)
        self.n -= 1
        return self.n + 1

async def ticker(delay, to):
    """Yield numbers from 0 to `to` every `delay` seconds."""
    for i in range(to):
        yield i
        await asyncio.sleep(delay)

async def chunks(it, size):
    buf = []
    async for x in it:
        buf.append(x)
        if len(buf) == size:
            yield buf
            buf = []
    if buf:
        yield buf

async def azip(*its):
    its = [aiter(i) for i in its]
    while True:
        try:
            yield tuple([await anext(i) for i in its])
        except StopAsyncIteration:
            return

async def merge(**its):
    q, done = asyncio.Queue(), object()
    async def pump(name, it):
        async for x in it:
            await q.put((name, x))
        await q.put(done)
    tasks = [asyncio.create_task(pump(n, i)) for n, i in its.items()]
    left = len(tasks)
    while left:
        if (x := await q.get()) is done:
            left -= 1
        else:
            yield x

async def main():
    loop = asyncio.get_running_loop()
    async for n in Countdown(3):
        print('T minus', n, f'{loop.time():.1f}')
    print([c async for c in chunks(ticker(0.1, 7), 3)])
    print([p async for p in azip(Countdown(3), ticker(0.25, 5))])
    async for name, x in merge(fast=ticker(0.3, 4), slow=ticker(0.5, 3)):
        print(name, x, f'{loop.time():.2f}')
    print(await anext(Countdown(5)), {x: y async for x, y in azip(ticker(0, 3), Countdown(9, 0))})

asyncio.run(main())
