import asyncio
# call_soon and timers made from everywhere: order, re-entry, cancelling each other.
async def main():
    loop = asyncio.get_running_loop(); log = []
    def a(n):
        log.append(('a', n))
        if n: loop.call_soon(a, n - 1); loop.call_later(0, log.append, ('later', n))
    loop.call_soon(a, 2); loop.call_soon(log.append, 'x')
    for i in range(5): await asyncio.sleep(0); log.append(i)
    print(log); log.clear()
    hs = {}
    def killer(*names):
        for n in names: hs[n].cancel()
        log.append(('killed', names))
    for n, d in (('t1', 1), ('t2', 1), ('t3', 1), ('t4', 2)): hs[n] = loop.call_later(d, log.append, n)
    loop.call_at(loop.time() + 1, killer, 't2', 't4'); hs['s'] = loop.call_soon(log.append, 's'); loop.call_soon(killer, 's')
    await asyncio.sleep(3); print(log, loop.time()); log.clear()
    # a periodic callback does not drift
    def periodic(k, when):
        log.append(round(loop.time(), 6))
        if k: loop.call_at(when + 0.1, periodic, k - 1, when + 0.1)
    periodic(5, loop.time()); await asyncio.sleep(1); print(log); log.clear()
    # what is late runs in the order of its time
    import time
    for d in (0.3, 0.1, 0.2): loop.call_later(d, log.append, d)
    loop.call_soon(log.append, 'soon'); time.sleep(1); loop.call_soon(log.append, 'soon 2'); await asyncio.sleep(0); log.append('main'); await asyncio.sleep(0); print(log); log.clear()
    ts = [asyncio.create_task(sleeper(log, n, d)) for n, d in (('b', 0.2), ('a', 0.1), ('zero', 0), ('neg', -1), ('c', 0.2))]; await asyncio.gather(*ts); print(log); log.clear()
    try: await asyncio.sleep(float('nan'))
    except ValueError as e: print(e)
    for bad in ('1', None, [], 1j):
        try: await asyncio.sleep(bad)
        except TypeError as e: print(e)
    print(await asyncio.sleep(True, 'true'), await asyncio.sleep(-5, 'neg'), loop.time() == loop.time())
    from fractions import Fraction
    print(await asyncio.sleep(Fraction(1, 4), 'fraction'))
    t = asyncio.create_task(asyncio.sleep(3600 * 24 * 30, 'a month')); print(await t, loop.time())
    h = loop.call_later(1e-12, log.append, 'tiny'); await asyncio.sleep(0); print(log, loop.call_soon(print).cancel())
    fs = [loop.create_future() for _ in range(3)]
    for i, f in enumerate(fs): f.add_done_callback(lambda f, i=i: log.append(('done', i)))
    for i in (2, 0, 1): fs[i].set_result(i); loop.call_soon(log.append, ('after', i))
    await asyncio.sleep(0); print(log)
async def sleeper(log, n, d): await asyncio.sleep(d); log.append((n, round(asyncio.get_running_loop().time(), 6)))
asyncio.run(main())
