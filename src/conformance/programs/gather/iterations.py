import asyncio
# How many iterations each way of waiting takes.
n = 0
async def main():
    loop = asyncio.get_running_loop()
    def tick():
        global n; n += 1; loop.call_soon(tick)
    loop.call_soon(tick); await asyncio.sleep(0)
    async def empty(): pass
    async def one(): await asyncio.sleep(0)
    async def measure(label, make):
        global n
        await asyncio.sleep(0); start = n
        try: await make()
        except Exception as e: label += ' ' + type(e).__name__
        print(label, n - start)
    async def group(*cs):
        async with asyncio.TaskGroup() as tg:
            for c in cs: tg.create_task(c())
    async def in_timeout(t, c):
        async with asyncio.timeout(t): await c()
    async def as_completed(*cs):
        for c in asyncio.as_completed([c() for c in cs]): await c
    async def async_completed(*cs):
        async for c in asyncio.as_completed([c() for c in cs]): pass
    def done():
        f = loop.create_future(); f.set_result(1); return f
    async def fut():
        f = loop.create_future(); loop.call_soon(f.set_result, 1); await f
    async def q(): q = asyncio.Queue(); loop.call_soon(q.put_nowait, 1); await q.get()
    async def ev(): e = asyncio.Event(); loop.call_soon(e.set); await e.wait()
    async def lk(): l = asyncio.Lock(); await l.acquire(); loop.call_soon(l.release); await l.acquire()
    async def cond():
        c = asyncio.Condition()
        async def notify():
            async with c: c.notify()
        async with c: t = asyncio.create_task(notify()); await c.wait()
    async def bar(): b = asyncio.Barrier(2); t = asyncio.create_task(b.wait()); await b.wait(); await t
    async def cancelled():
        t = asyncio.create_task(asyncio.sleep(9)); await asyncio.sleep(0); t.cancel()
        try: await t
        except asyncio.CancelledError: pass
    for label, make in (('empty', empty), ('sleep 0', one), ('task empty', lambda: asyncio.create_task(empty())), ('task one', lambda: asyncio.create_task(one())), ('gather none', lambda: asyncio.gather()), ('gather empty', lambda: asyncio.gather(empty(), empty())), ('gather one', lambda: asyncio.gather(one(), empty())), ('gather done', lambda: asyncio.gather(done())), ('wait', lambda: asyncio.wait([asyncio.create_task(empty())])), ('wait done', lambda: asyncio.wait([done()])), ('shield', lambda: asyncio.shield(empty())), ('shield done', lambda: asyncio.shield(done())), ('wait_for', lambda: asyncio.wait_for(one(), 1)), ('wait_for future', lambda: asyncio.wait_for(done(), 1)), ('wait_for 0', lambda: asyncio.wait_for(one(), 0)), ('group', lambda: group(empty)), ('group none', group), ('group 3', lambda: group(one, empty, one)), ('timeout', lambda: in_timeout(1, one)), ('timeout 0', lambda: in_timeout(0, lambda: asyncio.sleep(1))), ('as_completed', lambda: as_completed(empty, empty)), ('async as_completed', lambda: async_completed(empty, empty)), ('future', fut), ('queue', q), ('event', ev), ('lock', lk), ('condition', cond), ('barrier', bar), ('cancelled', cancelled), ('nested gather', lambda: asyncio.gather(asyncio.gather(one()), empty())), ('ensure done', lambda: asyncio.ensure_future(done()))):
        await measure(label, make)
asyncio.run(asyncio.wait_for(main(), None))
