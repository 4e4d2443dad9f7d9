import asyncio

async def w(name, d, exc=None):
    await asyncio.sleep(d)
    if exc: raise exc
    return name

def names(s): return sorted(t.get_name() for t in s)

async def main():
    loop = asyncio.get_running_loop()
    def mk(**kw): return [asyncio.create_task(w(n, d, ValueError(n) if n == 'bad' else None), name=n) for n, d in kw.items()]
    done, pending = await asyncio.wait(mk(a=1, b=2))
    print(names(done), names(pending), loop.time(), type(done))
    ts = mk(a=1, b=2, c=3)
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending), loop.time())
    done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending), loop.time())
    await asyncio.wait(pending)
    ts = mk(a=1, bad=2, c=3)
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending), [repr(t.exception()) for t in sorted(done, key=lambda t: t.get_name())])
    await asyncio.wait(pending)
    ts = mk(a=1, bad=2, c=3)
    done, pending = await asyncio.wait(ts, timeout=1.5)
    print(names(done), names(pending), loop.time())
    done, pending = await asyncio.wait(ts)
    print(names(done), names(pending), [t.cancelled() for t in ts], ts[1].exception())
    ts = mk(a=5, b=5)
    loop.call_later(1, ts[0].cancel)
    done, pending = await asyncio.wait(ts, return_when='FIRST_EXCEPTION')
    print('cancel is not an exception', names(done), loop.time())
    done, pending = await asyncio.wait(mk(a=1), timeout=0)
    print(names(done), names(pending))
    await asyncio.sleep(2)
    done, pending = await asyncio.wait(mk(x=0, y=0), return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    w1 = asyncio.create_task(asyncio.wait(ts2 := mk(p=5, q=5)))
    await asyncio.sleep(1)
    w1.cancel()
    try:
        await w1
    except asyncio.CancelledError:
        print('wait cancelled, tasks go on', [t.done() for t in ts2])
    for f in (lambda: asyncio.wait([]), lambda: asyncio.wait(ts2[0]), lambda: asyncio.wait([w('c', 1)]), lambda: asyncio.wait(ts2, return_when='X'), lambda: asyncio.wait(5)):
        try:
            await f()
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)

asyncio.run(main())
