import asyncio, warnings
warnings.simplefilter('always')

class Policy(asyncio.DefaultEventLoopPolicy if False else object):
    pass

def show(f, *a):
    with warnings.catch_warnings(record=True) as ws:
        warnings.simplefilter('always')
        try: r = f(*a); print('->', type(r).__name__)
        except BaseException as e: r = None; print(type(e).__name__, e)
        for w in ws: print('  ', w.category.__name__, w.message)
    return r

p = show(asyncio.get_event_loop_policy)
show(p.get_event_loop)
loop = show(p.new_event_loop); show(p.set_event_loop, loop); print(show(p.get_event_loop) is loop, asyncio.get_event_loop() is loop)
show(p.set_event_loop, 'x'); show(asyncio.set_event_loop, 'x'); show(p.set_event_loop, None); show(asyncio.get_event_loop)
loop.close()
Base = show(lambda: asyncio.DefaultEventLoopPolicy); Abs = show(lambda: asyncio.AbstractEventLoopPolicy)
print(Base.__mro__[1].__name__, issubclass(Base, Abs))
class Mine(Base):
    def new_event_loop(self):
        print('my loop'); return super().new_event_loop()
    def set_event_loop(self, loop): print('set', loop is not None); super().set_event_loop(loop)
show(asyncio.set_event_loop_policy, Mine())
async def main(): return type(asyncio.get_running_loop()).__name__
print(asyncio.run(main())); print(type(show(asyncio.get_event_loop_policy)).__name__)
show(asyncio.set_event_loop_policy, None); show(asyncio.set_event_loop_policy, 5)
a = Abs()
for n in ('get_event_loop', 'new_event_loop'): show(getattr(a, n))
print(asyncio._get_running_loop()); asyncio._set_running_loop(None)
l = asyncio.new_event_loop(); asyncio._set_running_loop(l); print(asyncio.get_running_loop() is l, asyncio.get_event_loop() is l); asyncio._set_running_loop(None); l.close()
for n in ('run_forever', 'stop', 'call_soon', 'time', 'create_future', 'get_debug'):
    try: getattr(asyncio.AbstractEventLoop(), n)(*([print] if n == 'call_soon' else []))
    except NotImplementedError as e: print(n, 'NotImplementedError')
