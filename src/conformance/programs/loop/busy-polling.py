import asyncio, time

class YieldToEventLoop:
    def __await__(self):
        yield

async def watcher(fut, deadline):
    while time.time() < deadline:
        await YieldToEventLoop()
    fut.set_result(None)

async def async_sleep(seconds):
    fut = asyncio.Future()
    t = asyncio.create_task(watcher(fut, time.time() + seconds))
    await fut

async def main():
    t0 = time.time()
    await asyncio.gather(async_sleep(0.2), async_sleep(0.05), asyncio.sleep(0.1))
    print('elapsed about 0.2:', 0.2 <= time.time() - t0 < 0.25)
    t0 = time.monotonic()
    done = False
    def finish():
        nonlocal done
        done = True
    asyncio.get_running_loop().call_later(0.1, finish)
    while not done:
        await asyncio.sleep(0)
        time.monotonic()
    print('flag set about 0.1:', 0.1 <= time.monotonic() - t0 < 0.15)
    t0 = time.perf_counter()
    while time.perf_counter() - t0 < 0.03:
        pass
    print('blocked about 0.03:', 0.03 <= time.perf_counter() - t0 < 0.05)

asyncio.run(main())
