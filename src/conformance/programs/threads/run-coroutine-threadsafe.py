# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import asyncio, threading, concurrent.futures, time

loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever, name='loop')
thread.start()
async def add(a, b):
    await asyncio.sleep(0.01)
    return a + b, threading.current_thread().name
future = asyncio.run_coroutine_threadsafe(add(1, 2), loop)
print(type(future).__module__, future.result(), future.done())
async def fail():
    raise KeyError('x')
future = asyncio.run_coroutine_threadsafe(fail(), loop)
print(repr(future.exception()))
async def forever():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        log.append('cancelled inside')
        raise
log = []
future = asyncio.run_coroutine_threadsafe(forever(), loop)
try:
    future.result(timeout=0.02)
except concurrent.futures.TimeoutError:
    print('timeout', future.cancel(), future.cancelled())
for _ in range(200):
    if log: break
    time.sleep(0.001)
print(log)
try:
    asyncio.run_coroutine_threadsafe(3, loop)
except TypeError as exc:
    print(exc)
values = [asyncio.run_coroutine_threadsafe(add(i, i), loop) for i in range(3)]
print([f.result()[0] for f in concurrent.futures.as_completed(values)] and sorted(f.result()[0] for f in values))
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
print(loop.is_closed(), thread.is_alive())
