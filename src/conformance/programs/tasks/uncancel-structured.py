import asyncio

async def timeout_like(t, delay, body):
    """What test_uncancel_structured_blocks does by hand."""
    task = asyncio.current_task(); loop = asyncio.get_running_loop(); timed_out = False
    def on_timeout():
        nonlocal timed_out; timed_out = True; task.cancel()
    h = loop.call_later(delay, on_timeout)
    try:
        try: await body()
        except asyncio.CancelledError:
            if timed_out and not task.uncancel(): raise TimeoutError from None
            raise
    finally: h.cancel()

async def main():
    loop = asyncio.get_running_loop()
    async def run(label, inner, outer, ext=None):
        t0 = loop.time()
        async def body():
            async def a(): await asyncio.sleep(5)
            async def b(): await timeout_like(None, inner, a)
            return await timeout_like(None, outer, b)
        t = asyncio.create_task(body(), name=label)
        if ext is not None: loop.call_later(ext, t.cancel, 'ext')
        try: r = await t
        except BaseException as e: r = repr(e)
        print(label, r, t.cancelling(), t.cancelled(), round(loop.time() - t0, 6))
    await run('inner', 1, 3); await run('outer', 3, 1); await run('same', 1, 1); await run('ext', 3, 4, 1); await run('ext+inner', 1, 4, 1); await run('none', 9, 9)
    t = asyncio.current_task()
    for _ in range(3): t.cancel()
    print(t.cancelling(), t._must_cancel, [t.uncancel() for _ in range(4)], t._must_cancel); await asyncio.sleep(0); print('alive')
    # uncancel keeps a cancellation that has been delivered already
    async def w():
        try: await asyncio.sleep(5)
        except asyncio.CancelledError: print('delivered', asyncio.current_task().uncancel()); await asyncio.sleep(1); return 'ok'
    t = asyncio.create_task(w()); await asyncio.sleep(0); t.cancel(); print(await t, t.cancelling(), t.cancelled(), t)
    t = asyncio.create_task(w()); t.cancel(); print(t.uncancel(), t); t.cancel() if False else None; await asyncio.sleep(0); t.cancel(); print(await t)
    # cancel twice, uncancel once: still to be delivered
    async def p(): await asyncio.sleep(0); return 'ran'
    t = asyncio.create_task(p()); t.cancel(); t.cancel(); print(t.uncancel(), t._must_cancel)
    try: print(await t)
    except asyncio.CancelledError as e: print('cancelled', t.cancelling())
    t = asyncio.create_task(p()); await t; print(t.cancel(), t.uncancel(), t.cancelling())
    # the message of the last request wins while it is undelivered
    t = asyncio.create_task(p()); [t.cancel(m) for m in ('one', 'two', None, 'four')]
    try: await t
    except asyncio.CancelledError as e: print(e.args)
asyncio.run(main())
