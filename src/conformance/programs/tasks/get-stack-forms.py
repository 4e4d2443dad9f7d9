import asyncio, io, sys

async def inner(n):
    await asyncio.sleep(n)

async def outer(n):
    try:
        await inner(n)
    finally:
        pass

async def deep(n):
    if n: return await deep(n - 1)
    raise ValueError('deep')

def text(t, **k):
    f = io.StringIO(); t.print_stack(file=f, **k); return f.getvalue()

async def main():
    t = asyncio.create_task(outer(1), name='T')
    print([(f.f_code.co_name, f.f_lineno) for f in t.get_stack()], text(t))
    await asyncio.sleep(0)
    print([(f.f_code.co_name, f.f_lineno, f.f_back) for f in t.get_stack()]); print(text(t)); print([f.f_code.co_name for f in t.get_stack(limit=1)], t.get_stack(limit=0), t.get_stack(limit=-1))
    await t
    print(t.get_stack(), text(t))
    e = asyncio.create_task(deep(4), name='E'); await asyncio.wait([e])
    print([(f.f_code.co_name, f.f_lineno) for f in e.get_stack()]); print(text(e)); print(text(e, limit=2)); print([f.f_lineno for f in e.get_stack(limit=2)]); print([f.f_lineno for f in e.get_stack(limit=-2)])
    e.exception()
    c = asyncio.create_task(outer(5), name='C'); await asyncio.sleep(0); c.cancel(); await asyncio.wait([c]); print(c.get_stack(), text(c))
    async def me():
        t = asyncio.current_task(); s = t.get_stack(); print(s[-1].f_code.co_name, s[-1] is sys._getframe())
    await asyncio.create_task(me(), name='M')
    async def agen():
        await asyncio.sleep(1); yield 1
    async def it():
        async for x in agen(): pass
    t = asyncio.create_task(it(), name='I'); await asyncio.sleep(0); print([(f.f_code.co_name) for f in t.get_stack()]); await t
    co = outer(1); t = asyncio.create_task(co, name='R'); await asyncio.sleep(0)
    print(co.cr_running, co.cr_await.__qualname__, co.cr_frame.f_lineno, co.cr_await.cr_await.__qualname__, type(co.cr_await.cr_await.cr_await).__name__, co.cr_suspended if hasattr(co, 'cr_suspended') else None)
    print(t); await t; print(co.cr_await, co.cr_frame, t)
    try: await co
    except RuntimeError as e: print(e)
    t = asyncio.create_task(outer(1)); await asyncio.sleep(0)
    try: await t.get_coro()
    except RuntimeError as e: print(e)
    await t

asyncio.run(main())
