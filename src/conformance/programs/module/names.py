import asyncio, warnings, inspect

names = sorted(asyncio.__all__)
print([n for n in names if not hasattr(asyncio, n)])
for n in [n for n in names if "unix" not in n]:
    o = getattr(asyncio, n)
    kind = 'class' if inspect.isclass(o) else type(o).__name__
    print(n, kind, getattr(o, '__module__', None), getattr(o, '__qualname__', o))
for n in ('coroutine', 'async_', 'JoinableQueue', 'get_child_watcher', 'AbstractChildWatcher', 'nope', 'Taskgroup', 'gathr', 'compat'):
    try: getattr(asyncio, n)
    except AttributeError as e: print(e)
warnings.simplefilter('always')
with warnings.catch_warnings(record=True) as ws:
    async def co(): pass
    class C:
        async def m(self): pass
    print(asyncio.iscoroutinefunction(co), asyncio.iscoroutinefunction(C().m), asyncio.iscoroutinefunction(print), asyncio.iscoroutinefunction(lambda: co()))
    p = asyncio.get_event_loop_policy(); print(type(p).__name__, isinstance(p, asyncio.AbstractEventLoopPolicy))
    asyncio.set_event_loop_policy(None); asyncio.DefaultEventLoopPolicy
    try: asyncio.set_event_loop_policy(5)
    except TypeError as e: print(e)
    for w in ws: print(w.category.__name__, w.message)
c = co(); print(asyncio.iscoroutine(c), asyncio.iscoroutine(co), asyncio.iscoroutine((x for x in ())), asyncio.isfuture(c), asyncio.isfuture(asyncio.Future), asyncio.isfuture(None)); c.close()
class Duck: _asyncio_future_blocking = False
class Duck2: _asyncio_future_blocking = None
print(asyncio.isfuture(Duck()), asyncio.isfuture(Duck2()), asyncio.isfuture(Duck))
print(asyncio.TimeoutError is TimeoutError, asyncio.CancelledError.__mro__, asyncio.InvalidStateError.__mro__[1].__name__)
print(asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)
