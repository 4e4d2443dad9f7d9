import asyncio

async def stubborn(log):
    try:
        await asyncio.sleep(10)
    finally:
        log.append('finally')
        try:
            await asyncio.sleep(1)
            log.append('cleaned')
        except asyncio.CancelledError as e:
            log.append(('again', e.args, repr(e.__context__)))
            raise

async def swallow(log):
    for i in range(3):
        try: await asyncio.sleep(10)
        except asyncio.CancelledError as e: log.append((i, e.args, asyncio.current_task().cancelling()))
    return 'tough'

async def parent(log, child):
    try:
        return await child
    except asyncio.CancelledError as e:
        log.append(('parent', e.args, child.done(), child.cancelling()))
        await asyncio.sleep(0.5)
        return 'parent swallowed'

async def main():
    loop = asyncio.get_running_loop()
    log = []
    t = asyncio.create_task(stubborn(log)); await asyncio.sleep(1)
    print(t.cancel('one')); await asyncio.sleep(0.5); print(t, t.cancel('two'))
    try: await t
    except asyncio.CancelledError as e: print(repr(e), loop.time())
    print(log)
    log = []
    t = asyncio.create_task(stubborn(log)); await asyncio.sleep(0); t.cancel('a'); t.cancel('b')
    try: await t
    except asyncio.CancelledError as e: print(repr(e), loop.time(), log, t.cancelling())
    log = []
    t = asyncio.create_task(swallow(log)); await asyncio.sleep(0)
    for m in 'xyz':
        t.cancel(m); await asyncio.sleep(0); print(t)
    print(await t, log, t.cancelling(), t.cancel())
    log = []
    c = asyncio.create_task(swallow(log)); p = asyncio.create_task(parent(log, c)); await asyncio.sleep(0.1)
    print(p.cancel('p'), c.cancelling(), p.cancelling(), p._fut_waiter is c)
    await asyncio.sleep(0.1)
    print(p.cancel('q'), c.cancelling(), p.cancelling(), p._must_cancel)
    await asyncio.sleep(0.1); p.cancel('r')
    print(await p, log, loop.time(), p.cancelling())

asyncio.run(main())
