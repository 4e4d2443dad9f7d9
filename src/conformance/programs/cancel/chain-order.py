import asyncio

log = []
turn = 0
def tick(loop):
    global turn; turn += 1; loop.call_soon(tick, loop) if turn < 400 else None

async def level(n, leaf):
    try:
        if n == 0: await leaf
        else: await asyncio.create_task(level(n - 1, leaf), name=f'L{n - 1}')
    except asyncio.CancelledError as e:
        log.append((n, turn - start, e.args, asyncio.current_task().cancelling())); raise
    finally: log.append(('finally', n))

async def coro_level(n):
    try:
        if n: await coro_level(n - 1)
        else: await asyncio.Future()
    except asyncio.CancelledError as e: log.append(('coro', n, turn - start)); raise

async def main():
    global start
    loop = asyncio.get_running_loop(); loop.call_soon(tick, loop)
    leaf = loop.create_future(); t = asyncio.create_task(level(3, leaf), name='L3')
    for _ in range(10): await asyncio.sleep(0)
    start = turn; print(t.cancel('deep'), leaf.cancelled(), turn)
    try: await t
    except asyncio.CancelledError as e: print('main', repr(e), turn - start)
    print(*log, sep='\n'); log.clear()
    t = asyncio.create_task(coro_level(3)); await asyncio.sleep(0); start = turn; t.cancel()
    await asyncio.wait([t]); print(log, turn - start); log.clear()
    # two tasks wait for one: cancelling one of them cancels the shared one
    shared = asyncio.create_task(asyncio.sleep(10), name='shared')
    async def user(n):
        try: await shared
        except asyncio.CancelledError as e: log.append((n, e.args, shared.cancelled(), asyncio.current_task().cancelling())); raise
    a, b = asyncio.create_task(user('a')), asyncio.create_task(user('b')); await asyncio.sleep(0); await asyncio.sleep(0)
    a.cancel('by a'); r = await asyncio.gather(a, b, return_exceptions=True); print(log, r, b.cancelling()); log.clear()
    # cancel while the awaited future is done but the wake-up has not run yet
    f = loop.create_future()
    async def waits():
        try: return await f
        except asyncio.CancelledError as e: log.append(('lost the result', e.args, f.result())); raise
    t = asyncio.create_task(waits()); await asyncio.sleep(0); f.set_result('precious'); print(t.cancel('after set'), t._must_cancel, t._fut_waiter is f)
    try: await t
    except asyncio.CancelledError as e: print(repr(e), log)
    log.clear()
    f = loop.create_future(); t = asyncio.create_task(waits2(f)); await asyncio.sleep(0); f.set_exception(KeyError('k')); t.cancel('c'); print(await t)
    t = asyncio.create_task(asyncio.sleep(1)); await t; print(t.cancel(), t.cancelling(), t.uncancel())
    f = loop.create_future(); t = asyncio.create_task(waits2(f)); await asyncio.sleep(0); t.cancel('x'); t.uncancel(); print(await t, t.cancelling())

async def waits2(f):
    try: await f
    except BaseException as e: return repr(e), repr(e.__context__)

asyncio.run(main())
