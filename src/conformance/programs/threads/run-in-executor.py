# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import asyncio, concurrent.futures, threading, time

async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(2, 'mine') as pool:
        names = await asyncio.gather(*(loop.run_in_executor(pool, lambda: (time.sleep(0.01), threading.current_thread().name)[1]) for _ in range(4)))
        print(sorted(set(names)))
    fut = loop.run_in_executor(None, time.sleep, 0.01, )
    print(type(fut).__name__, asyncio.isfuture(fut), await fut)
    try:
        await loop.run_in_executor(None, lambda: [][1])
    except IndexError as exc:
        print(exc)
    def stop(): raise StopIteration(1)
    try:
        await loop.run_in_executor(None, stop)
    except RuntimeError as exc:
        print(exc, repr(exc.__cause__))
    own = concurrent.futures.ThreadPoolExecutor(1, 'default')
    loop.set_default_executor(own)
    print(await asyncio.to_thread(lambda: threading.current_thread().name))
    try:
        loop.set_default_executor(3)
    except TypeError as exc:
        print(exc)
    gate = threading.Event()
    f1 = loop.run_in_executor(None, gate.wait)
    f2 = loop.run_in_executor(None, print, 'never')
    await asyncio.sleep(0.01)
    print(f2.cancel(), f2.cancelled())
    await asyncio.sleep(0.01)
    gate.set()
    print(await f1)
    await loop.shutdown_default_executor()
    try:
        await loop.run_in_executor(None, print)
    except RuntimeError as exc:
        print(exc)
asyncio.run(main())
