import asyncio

async def attempt(label, aw):
    loop = asyncio.get_running_loop(); t0 = loop.time()
    try: print(label, await aw, end=' ')
    except BaseException as e: print(label, repr(e), repr(e.__cause__), repr(e.__context__), end=' ')
    print(round(loop.time() - t0, 6), asyncio.current_task().cancelling())

async def w(t, v='v'):
    try: await asyncio.sleep(t); return v
    except asyncio.CancelledError as e: print('  inner', e.args, asyncio.current_task().get_name()); raise

async def stubborn(t):
    try: await asyncio.sleep(t)
    except asyncio.CancelledError: await asyncio.sleep(1); return 'stubborn'

async def fails_late(t):
    try: await asyncio.sleep(t)
    except asyncio.CancelledError: raise KeyError('instead')

async def main():
    loop = asyncio.get_running_loop()
    await attempt('in time', asyncio.wait_for(w(1), 2)); await attempt('late', asyncio.wait_for(w(2), 1))
    await attempt('equal', asyncio.wait_for(w(1), 1)); await attempt('none', asyncio.wait_for(w(1), None))
    await attempt('zero', asyncio.wait_for(w(1), 0)); await attempt('negative', asyncio.wait_for(w(1), -5))
    await attempt('stubborn', asyncio.wait_for(stubborn(5), 1)); await attempt('fails', asyncio.wait_for(fails_late(5), 1))
    f = loop.create_future(); await attempt('future', asyncio.wait_for(f, 1)); print(f.cancelled(), f._cancel_message)
    f = loop.create_future(); f.set_result(1); await attempt('done 0', asyncio.wait_for(f, 0)); await attempt('done', asyncio.wait_for(f, 1))
    f = loop.create_future(); f.set_exception(ValueError('x')); await attempt('failed 0', asyncio.wait_for(f, 0))
    f = loop.create_future(); f.cancel('c'); await attempt('cancelled', asyncio.wait_for(f, 1)); await attempt('cancelled 0', asyncio.wait_for(f, 0))
    t = asyncio.create_task(w(5)); await attempt('task', asyncio.wait_for(t, 1)); print(t)
    t = asyncio.create_task(w(5)); await asyncio.sleep(0); await attempt('task 0', asyncio.wait_for(t, 0)); print(t.cancelled())
    t = asyncio.create_task(stubborn(5)); await asyncio.sleep(0); await attempt('stubborn task 0', asyncio.wait_for(t, 0)); print(t)
    f = loop.create_future(); loop.call_later(1, f.set_result, 'race'); await attempt('race', asyncio.wait_for(f, 1))
    f = loop.create_future(); loop.call_later(1, f.set_result, 'race2'); h = asyncio.create_task(asyncio.wait_for(f, 5)); loop.call_later(1, h.cancel)
    await attempt('race with cancel', h)
    f = loop.create_future(); h = asyncio.create_task(asyncio.wait_for(f, 5)); await asyncio.sleep(1)
    f.set_result('set'); h.cancel('ext'); await attempt('set then cancel', h)
    h = asyncio.create_task(asyncio.wait_for(w(9), 5)); await asyncio.sleep(1); h.cancel('ext'); await attempt('external', h); print(h.cancelling())
    h = asyncio.create_task(asyncio.wait_for(w(9), 1)); await asyncio.sleep(0); loop.call_later(1, h.cancel, 'same'); await attempt('both', h)
    await attempt('nested', asyncio.wait_for(asyncio.wait_for(w(9), 2), 1)); await attempt('nested2', asyncio.wait_for(asyncio.wait_for(w(9), 1), 2))
    async def name(): return asyncio.current_task().get_name()
    print(await asyncio.wait_for(name(), 1), await asyncio.wait_for(name(), None))
    await attempt('bad', asyncio.wait_for(5, 1)); await attempt('bad0', asyncio.wait_for(5, 0))
    await attempt('str', asyncio.wait_for(asyncio.sleep(0), '1')) if False else None
    await attempt('gather', asyncio.wait_for(asyncio.gather(w(2), w(3)), 1))

asyncio.run(main())
