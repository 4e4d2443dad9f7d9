import asyncio, sys
sys.stderr = sys.stdout

async def work(t, fail=None):
    await asyncio.sleep(t)
    if fail: raise fail
    return 'work'

async def attempt(label, aw):
    try: print(label, await aw)
    except BaseException as e: print(label, repr(e))

async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(work(1), name='inner'); s = asyncio.shield(t); print(s, t)
    await attempt('plain', s)
    print(asyncio.shield(t) is t)
    t = asyncio.create_task(work(2), name='inner'); s = asyncio.shield(t)
    print(s.cancel('outer'), s.cancelled(), t.cancelling()); await attempt('outer', s); await attempt('inner', t)
    t = asyncio.create_task(work(2), name='inner'); s = asyncio.shield(t); await asyncio.sleep(0)
    t.cancel('in'); await attempt('inner cancelled', s); print(s.cancelled(), s._cancel_message)
    t = asyncio.create_task(work(1, ValueError('v')), name='inner'); await attempt('failed', asyncio.shield(t))
    # failure after the outer was cancelled is reported
    t = asyncio.create_task(work(1, ValueError('late')), name='inner'); s = asyncio.shield(t); s.cancel()
    await attempt('outer', s); await asyncio.sleep(2)
    loop.set_exception_handler(lambda l, c: print('handler', sorted(c), c['message'], repr(c['exception']), c['future']))
    t = asyncio.create_task(work(1, KeyError('late')), name='inner'); s = asyncio.shield(t); s.cancel(); await asyncio.sleep(2)
    t = asyncio.create_task(work(1), name='inner'); s = asyncio.shield(t); s.cancel(); t.cancel(); await asyncio.sleep(2); print(t)
    async def user(inner):
        try: return await asyncio.shield(inner)
        except asyncio.CancelledError: print('user cancelled', inner.done()); return await inner
    t = asyncio.create_task(work(2), name='inner'); u = asyncio.create_task(user(t)); await asyncio.sleep(1); u.cancel()
    await attempt('user', u); print(u.cancelling(), loop.time())
    await attempt('wait_for shield', asyncio.wait_for(asyncio.shield(t := asyncio.create_task(work(3))), 1)); print(t.done()); print(await t)
    await attempt('shield coroutine', asyncio.shield(work(0)))
    await attempt('nested', asyncio.shield(asyncio.shield(work(1))))
    g = asyncio.gather(asyncio.shield(work(1)), work(1)); await asyncio.sleep(0); g.cancel(); await attempt('gather', g)
    f = loop.create_future(); s = asyncio.shield(f); f.cancel('fm'); await asyncio.sleep(0); print(s, s._cancel_message)
    f = loop.create_future(); s = asyncio.shield(f); s.set_result('early'); f.set_exception(OSError('lost')); await asyncio.sleep(0); print(s.result())
    try: asyncio.shield(5)
    except TypeError as e: print(e)

asyncio.run(main())
