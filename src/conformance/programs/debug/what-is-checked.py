"""Debug mode: what is refused that is let through without it, slow callbacks, origins in reprs."""
import asyncio, logging, sys, time, re
logging.basicConfig(stream=sys.stdout, format='%(levelname)s %(message)s')
def clean(s): return re.sub(r'0x[0-9a-f]+', '0x', s)
async def coro(): pass
async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    for bad in (coro, 5, None, coro()):
        for f in (loop.call_soon, lambda x: loop.call_later(1, x), lambda x: loop.call_at(1, x), loop.call_soon_threadsafe, lambda x: loop.run_in_executor(None, x)):
            try: h = f(bad); print('taken'); h.cancel()
            except TypeError as e: print(clean(str(e)))
        if asyncio.iscoroutine(bad): bad.close()
    def slow(n): time.sleep(n)
    loop.call_soon(slow, 0.2); await asyncio.sleep(0)
    loop.slow_callback_duration = 0.5
    loop.call_soon(slow, 0.4); await asyncio.sleep(0)
    async def busy(): time.sleep(0.6)
    await asyncio.create_task(busy(), name='busy')
    f = loop.create_future(); print(clean(repr(f)), len(f._source_traceback) > 0)
    h = loop.call_soon(print, 1, 'two'); print(clean(repr(h))); h.cancel(); print(clean(repr(h)))
    t = asyncio.create_task(coro(), name='t'); print(clean(repr(t))); await t
    loop.set_debug(False); g = loop.create_future(); print(g, g._source_traceback)
    loop.call_soon(slow, 3); await asyncio.sleep(0)
    h = loop.call_soon(5); print(clean(repr(h))); await asyncio.sleep(0)
asyncio.run(main(), debug=True)
