import asyncio, sys, time
sys.stderr = sys.stdout

async def slow(): time.sleep(0.25)
def cb(*a): time.sleep(0.1)
def quick(): time.sleep(0.0999)

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop, loop.slow_callback_duration)
    await asyncio.create_task(slow(), name='slow')
    loop.call_soon(cb, 1, 'x'); loop.call_soon(quick); loop.call_soon(cb, 2)
    await asyncio.sleep(2)
    loop.slow_callback_duration = 0.05; loop.call_soon(quick); await asyncio.sleep(0)
    time.sleep(0.3); await asyncio.sleep(0)
    f = loop.create_future(); print(f); f.cancel(); t = asyncio.create_task(asyncio.sleep(0), name='t'); print(t); await t; print(t)
    h = loop.call_soon(print, 'p', 1); print(h); h.cancel(); print(h)
    def boom(x): raise ValueError(x)
    loop.call_soon(boom, 'args shown'); await asyncio.sleep(0)
    loop.set_debug(False); print(loop); time.sleep(0.5); await asyncio.sleep(0)

asyncio.run(main(), debug=True)
