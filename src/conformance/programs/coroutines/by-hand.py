import types

@types.coroutine
def trap(x):
    got = yield ('trap', x)
    return got

class Awaitable:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield ('await', self.v)
        return got * 2

async def inner(n):
    r = await trap(n)
    print('inner got', r)
    return r + 1

async def main():
    a = await inner(1)
    b = await Awaitable('aw')
    try:
        await trap('x')
    except ValueError as e:
        print('main caught', e)
    return a, b

c = main()
print(type(c).__name__, c.__name__, c.cr_running, c.cr_await, c.cr_frame.f_lineno)
print(c.send(None))
print(c.cr_await.__name__, c.cr_await.cr_await is not None, c.cr_frame.f_lineno)
print(c.send(10))
print(c.send(5))
try:
    c.throw(ValueError('thrown'))
except StopIteration as e:
    print('result', e.value)
print(c.cr_frame, c.cr_running)
try:
    c.send(None)
except RuntimeError as e:
    print(e)
d = main()
try:
    d.send('non-none')
except TypeError as e:
    print(e)
d.close()
try:
    d.send(None)
except RuntimeError as e:
    print(e)
for f in (lambda: iter(main2), lambda: next(main2), lambda: list(main2), lambda: [x for x in main2]):
    main2 = main()
    try:
        f()
    except TypeError as e:
        print(e)
    main2.close()
async def bad(x):
    await x
for x in (5, None, [1], 'a', (i for i in [1]), main):
    try:
        bad(x).send(None)
    except TypeError as e:
        print(e)
class BadAwait:
    def __await__(self): return 5
class CoroAwait:
    def __await__(self): return main()
for x in (BadAwait(), CoroAwait()):
    try:
        bad(x).send(None)
    except TypeError as e:
        print(e)
async def stop():
    raise StopIteration(1)
try:
    stop().send(None)
except RuntimeError as e:
    print(e, repr(e.__cause__))
async def ge():
    try:
        await trap(1)
    except GeneratorExit:
        print('exit')
        raise
g = ge(); g.send(None); g.close()
async def twice(c):
    print(await c)
    await c
async def five(): return 5
t = twice(five())
try:
    t.send(None)
except RuntimeError as e:
    print(e)
