"""Handles and timer handles that a program makes itself, by position, by keyword and as subclasses; their reprs."""

import asyncio, contextvars, functools
v = contextvars.ContextVar('v', default=0)
loop = asyncio.new_event_loop()
def cb(*a, **k): print('cb', a, k, v.get())
ctx = contextvars.copy_context(); ctx.run(v.set, 7)
h = asyncio.Handle(cb, (1, 2), loop=loop)
h._run(); print(h, h._args, h.get_context() is not None)
h = asyncio.Handle(args=(3,), callback=cb, loop=loop, context=ctx)
h._run(); print(h.get_context() is ctx)
t = asyncio.TimerHandle(2.5, cb, [1], loop, context=ctx)
print(t, t.when(), t < asyncio.TimerHandle(3, cb, (), loop), t._scheduled)
t.cancel(); print(t, t.cancelled(), t._args, t._callback)
class Mine(asyncio.Handle):
    def __init__(self, name, loop):
        super().__init__(self.go, (name,), loop)
    def go(self, name): print('go', name)
m = Mine('x', loop); m._run(); print(type(m).__name__, repr(m))
class MineT(asyncio.TimerHandle):
    pass
m = MineT(1, cb, (), loop); print(repr(m), m.when())
def noop(*a): return None
for f in (functools.partial(noop, 1), functools.partial(functools.partial(noop, x=1), 2), functools.partialmethod(noop), print, str.upper, asyncio.Handle, lambda: 0, loop.stop):
    print(asyncio.Handle(f, (), loop))
def wrapped(): pass
@functools.wraps(wrapped)
def w(): pass
print(asyncio.Handle(w, (), loop))
print(hash(asyncio.TimerHandle(1.5, cb, (), loop)) == hash(1.5), asyncio.TimerHandle(1, cb, (), loop) == asyncio.TimerHandle(1, cb, (), loop), asyncio.Handle(cb, (), loop) == 1)
loop.close()
