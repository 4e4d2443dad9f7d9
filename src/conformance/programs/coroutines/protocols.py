import asyncio, inspect, types

async def co(): return 1
async def agen(): yield 1
def gen(): yield 1
@types.coroutine
def legacy(): yield

class Aw:
    def __await__(self):
        return iter([])

objs = {'co': co(), 'agen': agen(), 'gen': gen(), 'legacy': legacy(), 'aw': Aw(), 'func': co}
for name, o in objs.items():
    print(name, type(o).__name__, inspect.isawaitable(o), inspect.iscoroutine(o), asyncio.iscoroutine(o), inspect.iscoroutinefunction(o), inspect.isasyncgen(o), inspect.isgenerator(o))
objs['co'].close()
print(inspect.iscoroutinefunction(co), inspect.isasyncgenfunction(agen), inspect.isgeneratorfunction(gen), asyncio.isfuture(5))
print(inspect.getcoroutinestate(c := co()), c.close(), inspect.getcoroutinestate(c))

class Meth:
    async def m(self): return self
    @staticmethod
    async def s(): return 's'
    @classmethod
    async def c(cls): return cls.__name__
    async def __call__(self): return 'called'
    def __getattr__(self, n):
        async def f(): return n
        return f

async def main():
    m = Meth()
    print(await m.m() is m, await m.s(), await m.c(), await m(), await m.anything())
    print(await Aw())
    print(await legacy())
    lam = lambda: co()
    print(await lam(), [await co() for _ in range(2)], {await co(): await co()}, (await co(), await co()), f'{await co()}')
    print(await co() + await co() * 3, -await co(), (await co()) ** 2, await (co()), not await co())
    x = [await co(), *[await co()]]
    d = {}
    d[await co()] = await co()
    if await co() and (y := await co()):
        print(x, d, y)
    return await co() if await co() else 0

print(asyncio.run(main()))
async def nested():
    async def inner(n):
        if n == 0:
            return 'bottom'
        return await inner(n - 1)
    return await inner(50)
print(asyncio.run(nested()))
