# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import asyncio, threading, time

async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    started = time.monotonic()
    def work():
        time.sleep(0.03)
        loop.call_soon_threadsafe(fut.set_result, threading.current_thread().name)
    threading.Thread(target=work, name='setter').start()
    print(await fut, time.monotonic() - started < 5)
    order = []
    loop.call_soon_threadsafe(order.append, 1)
    loop.call_soon(order.append, 2)
    loop.call_soon_threadsafe(order.append, 3)
    await asyncio.sleep(0)
    print(order)
    return loop
loop = asyncio.run(main())
try:
    loop.call_soon_threadsafe(print)
except RuntimeError as exc:
    print(exc)
