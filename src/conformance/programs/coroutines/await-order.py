import asyncio

async def v(x, d=0):
    print('start', x)
    await asyncio.sleep(d)
    print('end', x)
    return x

def plain(x):
    print('plain', x)
    return x

class T:
    def __getitem__(self, k): return k
    def __setitem__(self, k, val): print('set', k, val)
    def __getattr__(self, k): return 0
    def __setattr__(self, k, val): print('setattr', k, val)

def call(*a, **k): return a, k

async def main():
    t = T()
    print(call(await v(1), plain(2), k=await v(3), *[await v(4)]))
    t[await v('key')] = await v('value')
    t.attr = await v('attr')
    t[plain('p')] += await v('aug')
    print(await v(1) < await v(2) < await v(0) < await v('never'))
    print(await v(0) or await v('or') and await v('and'))
    print([await v(i) for i in range(2) if await v(i) or True])
    async with ctx(await v('arg')) as c:
        print(c)
    try:
        raise ValueError(await v('exc'))
    except ValueError as e:
        print(e.args, await v('in except'))
    finally:
        await v('in finally')
    assert await v(True), await v('msg')
    del [1, 2][0]
    for i in await v(range(2)):
        print(i)
    else:
        await v('else')
    while await v(False):
        pass
    with plainctx(await v('sync with')):
        await v('body')
    return await v('ret')

class ctx:
    def __init__(self, n): self.n = n
    async def __aenter__(self): return await v(f'enter {self.n}')
    async def __aexit__(self, *a): await v('exit')

class plainctx(ctx):
    def __enter__(self): print('e')
    def __exit__(self, *a): print('x')

print(asyncio.run(main()))
