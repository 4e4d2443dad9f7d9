import asyncio, sys, contextvars
# What test_base_events checks of exception handlers and of what leaves the loop.
sys.stderr = sys.stdout
v = contextvars.ContextVar('v', default='none')
loop = asyncio.new_event_loop()
def boom(): 1 / 0
def once(*fs):
    for f in fs: loop.call_soon(f)
    loop.call_soon(loop.stop); loop.run_forever()
once(boom)
class Weird:
    def __repr__(self): raise RuntimeError('repr')
loop.call_exception_handler({'message': 'm', 'exception': None, 'b': 2, 'a': [1]})
loop.call_exception_handler({'exception': ValueError('only exception')})
loop.call_exception_handler({'message': 'with weird', 'w': Weird()}) 
def h(l, c): print('custom', l is loop, c['message'], v.get())
for bad in (5, 'x', h()) if False else (5, 'x'):
    try: loop.set_exception_handler(bad)
    except TypeError as e: print(e)
loop.set_exception_handler(h); print(loop.get_exception_handler() is h); once(boom)
async def task():
    v.set('of the task'); asyncio.current_task().add_done_callback(lambda t: None); raise KeyError('t')
loop.run_until_complete(asyncio.wait([loop.create_task(task())])); import gc; gc.collect()
def sets(): v.set('of the handle'); boom()
once(sets)
def raising(l, c): raise OSError('in the handler')
loop.set_exception_handler(raising); once(boom)
def exits(l, c): raise SystemExit('from handler')
loop.set_exception_handler(exits)
try: once(boom)
except SystemExit as e: print('left', e); loop.run_forever() if False else None
def interrupts(l, c): raise KeyboardInterrupt('from handler')
loop.set_exception_handler(interrupts)
try: once(boom)
except KeyboardInterrupt as e: print('left', e)
loop.set_exception_handler(None)
class L(asyncio.SelectorEventLoop):
    def default_exception_handler(self, context): print('overridden', context['message']); 
    def call_exception_handler(self, context): print('call', sorted(context)); super().call_exception_handler(context)
l = L(); l.call_soon(boom); l.call_soon(l.stop); l.run_forever(); l.close()
class L2(asyncio.SelectorEventLoop):
    def default_exception_handler(self, context): raise ValueError('default fails')
l = L2(); l.call_soon(boom); l.call_soon(l.stop); l.run_forever(); l.close()
for e in (KeyboardInterrupt('k'), SystemExit(2)):
    def leaves(): raise e
    loop.call_soon(leaves); loop.call_soon(print, 'after', type(e).__name__); 
    try: loop.run_forever()
    except BaseException as x: print(x is e, loop.is_running())
    once()
loop.close()
