import asyncio
async def w(t, fail=None, name=''):
    try:
        await asyncio.sleep(t)
        if fail: raise fail
    except asyncio.CancelledError as e: print('  cancelled', name, e.args); raise
async def slow_cleanup(t, extra, fail=None):
    try: await asyncio.sleep(t)
    finally:
        await asyncio.sleep(extra)
        if fail: raise fail
async def run(label, co, *cancels):
    loop = asyncio.get_running_loop(); t0 = loop.time()
    t = asyncio.create_task(co, name=label)
    for when, msg in cancels: loop.call_later(when, t.cancel, msg)
    await asyncio.wait([t])
    try: r = t.result()
    except BaseException as e: r = e
    print(label, repr(r), getattr(r, 'exceptions', None) and [repr(x) for x in r.exceptions], t.cancelling(), t.cancelled(), round(loop.time() - t0, 6))
async def simple():
    async with asyncio.TaskGroup() as tg: tg.create_task(w(5, name='a'))
async def in_body():
    async with asyncio.TaskGroup() as tg: tg.create_task(w(5, name='a')); await asyncio.sleep(9)
async def with_failure():
    async with asyncio.TaskGroup() as tg: tg.create_task(slow_cleanup(5, 1, ValueError('late'))); await asyncio.sleep(9)
async def failing_then_cancel():
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(slow_cleanup(5, 3)); tg.create_task(w(1, KeyError('k')))
    except* KeyError as eg: print('  caught', eg.exceptions, asyncio.current_task().cancelling())
    try: await asyncio.sleep(1); print('  slept')
    except asyncio.CancelledError as e: print('  later', e.args); raise
async def nested():
    try:
        async with asyncio.TaskGroup() as outer:
            pass
            try:
                async with asyncio.TaskGroup() as inner: inner.create_task(w(1, ValueError('inner'))); pass
            except* ValueError: print('  inner handled', asyncio.current_task().cancelling())
            await asyncio.sleep(1); outer.create_task(w(0.5, OSError('outer')))
    except* OSError as eg: print('  outer', eg.exceptions)
    return 'end'

async def both_fail():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(w(1, ValueError('outer')))
        async with asyncio.TaskGroup() as inner: inner.create_task(w(1, KeyError('inner')))

async def timeout_around():
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as tg: tg.create_task(w(5, name='t')); tg.create_task(slow_cleanup(5, 1))
    except TimeoutError as e: return repr(e), repr(e.__cause__)

async def main():
    await run('simple', simple(), (1, 'ext')); await run('twice', simple(), (1, 'x'), (1, 'y')); await run('in_body', in_body(), (1, 'ext'))
    await run('with_failure', with_failure(), (1, 'ext')); await run('failing_then_cancel', failing_then_cancel(), (2, 'ext'))
    await run('during cleanup', with_failure(), (1, 'one'), (1.5, 'two'))
    await run('nested', nested()); await run('nested+', nested(), (0.5, 'ext')); await run('both', both_fail()); await run('timeout', timeout_around())

asyncio.run(main())
