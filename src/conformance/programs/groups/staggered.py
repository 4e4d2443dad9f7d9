import asyncio
from asyncio.staggered import staggered_race

async def w(name, t, fail=None):
    try: await asyncio.sleep(t)
    except asyncio.CancelledError: print('  cancelled', name, asyncio.get_running_loop().time()); raise
    if fail: raise fail
    return name

async def race(label, fns, delay):
    loop = asyncio.get_running_loop(); t0 = loop.time()
    try: r = await staggered_race(fns, delay); print(label, r[0], r[1], [repr(e) for e in r[2]], round(loop.time() - t0, 6))
    except BaseException as e: print(label, repr(e), round(loop.time() - t0, 6))

async def main():
    await race('first', [lambda: w('a', 1), lambda: w('b', 1)], 0.5)
    await race('second', [lambda: w('a', 5), lambda: w('b', 1)], 0.5)
    await race('fails over', [lambda: w('a', 1, ValueError('a')), lambda: w('b', 1)], 10)
    await race('no delay', [lambda: w('a', 1, ValueError('a')), lambda: w('b', 1, KeyError('b'))], None)
    await race('all fail', [lambda: w('a', 1, ValueError('a')), lambda: w('b', 1, KeyError('b'))], 0.1)
    await race('none', [], 1)
    t = asyncio.create_task(race('cancelled', [lambda: w('a', 5)], 1)); await asyncio.sleep(2); t.cancel('ext')
    try: await t
    except asyncio.CancelledError as e: print(repr(e))

asyncio.run(main())
