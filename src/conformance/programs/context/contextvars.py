import asyncio, contextvars
from contextvars import ContextVar, copy_context, Context

v = ContextVar('v', default='dflt')
n = ContextVar('n')
try:
    n.get()
except LookupError as e:
    print(type(e).__name__)
print(v.get(), n.get('fallback'), v.name, str(v)[:20])
tok = v.set('set')
print(v.get(), tok.var is v, tok.old_value is contextvars.Token.MISSING)
v.reset(tok)
print(v.get())
try:
    v.reset(tok)
except RuntimeError as e:
    print(str(e)[-24:])
ctx = copy_context()
def f(x):
    v.set(x)
    return v.get()
print(ctx.run(f, 'in ctx'), v.get(), ctx[v], v in ctx, len(ctx), list(ctx.values()), ctx.get(n, 'none'))
try:
    ctx.run(lambda: ctx.run(f, 1))
except RuntimeError as e:
    print('cannot enter context' in str(e))
with v.set('with token') if hasattr(tok, '__enter__') else open('x') as t:
    print(v.get())
print(v.get())

async def child(name):
    print(name, 'sees', v.get())
    v.set(name)
    await asyncio.sleep(1)
    print(name, 'still', v.get())

async def inline():
    v.set('changed inline')

async def main():
    v.set('main')
    await asyncio.gather(child('a'), child('b'))
    print('main still', v.get())
    await inline()
    print(v.get())
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: (print('callback', v.get()), v.set('cb')))
    v.set('after call_soon')
    await asyncio.sleep(0)
    print(v.get())
    c = copy_context()
    c.run(v.set, 'custom')
    await asyncio.create_task(child('with context'), context=c)
    print(c[v], v.get())
    loop.call_soon(print, 'ctx arg', context=c)
    loop.call_soon(lambda: print(v.get()), context=c)
    await asyncio.sleep(0)
    t = asyncio.create_task(child('t'))
    t.add_done_callback(lambda t: print('done callback', v.get()))
    v.set('later')
    await t
    await asyncio.sleep(0)
    print(t.get_context()[v])
    async def gen():
        for i in range(2):
            v.set(f'gen {i}')
            yield i
    async for i in gen():
        print(i, v.get())
    tok = v.set('x')
    async def reset_elsewhere():
        try:
            v.reset(tok)
        except ValueError as e:
            print('different Context' in str(e))
    await asyncio.create_task(reset_elsewhere())
    await asyncio.wait_for(inline(), 5)
    print(v.get())

asyncio.run(main())
print(v.get())
