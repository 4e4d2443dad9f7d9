import asyncio, sys
sys.stderr = sys.stdout

async def w(t, r=None):
    await asyncio.sleep(t); return r
def show(f, *a, **k):
    try: print('->', f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)

loop = asyncio.new_event_loop()
n = 0
def count():
    global n; n += 1; loop.call_soon(count)
loop.call_soon(count)
for label, make in (('empty', lambda: w0()), ('sleep0', lambda: asyncio.sleep(0)), ('sleep1', lambda: asyncio.sleep(1)), ('task', lambda: loop.create_task(w0())), ('done future', lambda: done())):
    n = 0; print(label, loop.run_until_complete(make()), n)  if False else None
async def w0(): return 'w0'
def done():
    f = loop.create_future(); f.set_result('d'); return f
for label, make in (('empty', w0), ('sleep0', lambda: asyncio.sleep(0)), ('task', lambda: loop.create_task(w0())), ('done future', done)):
    n = 0; r = loop.run_until_complete(make()); print(label, r, n)
loop.close()
loop = asyncio.new_event_loop()
show(loop.run_until_complete, 5); show(loop.run_until_complete, w)
other = asyncio.new_event_loop(); f = other.create_future(); show(loop.run_until_complete, f); other.close()
t = loop.create_task(w(2, 'bg')); print(loop.run_until_complete(w(1, 'fg')), t); print(loop.run_until_complete(t), loop.time())
f = loop.create_future(); loop.call_later(1, f.cancel, 'm'); show(loop.run_until_complete, f)
f = loop.create_future(); loop.call_later(1, f.set_exception, KeyError('k')); show(loop.run_until_complete, f); print(f._callbacks, f._log_traceback)
loop.call_later(1, loop.stop); f = loop.create_future(); show(loop.run_until_complete, f); print(f)
async def exits(): raise SystemExit(3)
async def interrupts(): raise KeyboardInterrupt('ki')
show(loop.run_until_complete, exits()); show(loop.run_until_complete, interrupts()); print(loop.is_running(), loop)
def cb(): raise KeyboardInterrupt('cb')
loop.call_soon(cb); loop.call_soon(print, 'queued behind'); show(loop.run_until_complete, w(0, 'x')); show(loop.run_until_complete, w(0, 'y'))
gen_closed = []
async def nested():
    c = w(0)
    try: loop.run_until_complete(c)
    except RuntimeError as e: print(e)
    c.close()
loop.run_until_complete(nested())
class Aw:
    def __await__(self): yield; return 'aw'
print(loop.run_until_complete(Aw())); print(loop.run_until_complete(asyncio.wait_for(asyncio.sleep(1, 'z'), 2)))
g = asyncio.sleep(0); show(asyncio.gather, g); g.close()
asyncio.set_event_loop(loop); print(loop.run_until_complete(asyncio.gather(w(1, 'a'), w(2, 'b')))); asyncio.set_event_loop(None)
loop.run_until_complete(loop.shutdown_asyncgens()); loop.close(); print(loop.is_closed())
