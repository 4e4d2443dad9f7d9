import asyncio, types, warnings

@types.coroutine
def old(n):
    print('old', n); r = yield from asyncio.sleep(n, 'slept').__await__(); print(r)
    yield
    return 'old result'

@types.coroutine
def plain(): return asyncio.sleep(0, 'from a plain function')

@types.coroutine
def yields_future(f):
    x = yield f
    return x

def undecorated(): yield from asyncio.sleep(0).__await__()

class Lazy:
    def __init__(self, v): self.v = v
    def __await__(self):
        if self.v is None: return iter(())
        return asyncio.sleep(0, self.v).__await__()

class Bad:
    def __await__(self): return 5
class BadCoro:
    def __await__(self): return asyncio.sleep(0)

async def main():
    print(await old(1), asyncio.get_running_loop().time())
    t = asyncio.create_task(mixed()); print(await t)
    print(await plain())
    for x in (undecorated(), 5, None, [], asyncio.sleep, Bad(), (c := BadCoro()), (x async for x in agen())):
        try: await x
        except TypeError as e: print(e)
    print(await Lazy('lazy'), await Lazy(None))
    f = asyncio.Future()
    try: await yields_future(f)
    except RuntimeError as e: print(e)
    f.set_result('v')
    try: print(await yields_future(f))
    except RuntimeError as e: print(e)
    try: asyncio.create_task(undecorated())
    except TypeError as e: print(str(e).split(' at ')[0])
    try: print(type(asyncio.create_task(old(0))).__name__)
    except TypeError as e: print(str(e).split(' at ')[0])
    print(await asyncio.ensure_future(old(0)), await asyncio.gather(old(0), old(0)), await asyncio.wait_for(old(0), 1))
    print(asyncio.iscoroutine(old(1)), asyncio.iscoroutine(undecorated()))
    it = asyncio.sleep(0).__await__(); print(type(it).__name__, next(it))
    try: next(it)
    except StopIteration as e: print('stop', e.value)
    c = asyncio.sleep(0, 7); c.send(None)
    try: c.send(None)
    except StopIteration as e: print(e.value)
    try: c.send(None)
    except RuntimeError as e: print(e)

async def mixed():
    r = await old(0); return ('mixed', r, await Lazy('in mixed'))
async def agen(): yield 1
asyncio.run(main())
