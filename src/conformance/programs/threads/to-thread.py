# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import asyncio, threading, time, contextvars

var = contextvars.ContextVar('var', default='default')
def blocking(n):
    time.sleep(n)
    return n, threading.current_thread() is threading.main_thread(), var.get()
async def main():
    var.set('set')
    ticks = []
    async def ticker():
        while True:
            ticks.append(1)
            await asyncio.sleep(0.01)
    t = asyncio.create_task(ticker())
    print(await asyncio.gather(asyncio.to_thread(blocking, 0.06), asyncio.to_thread(blocking, 0.02)))
    t.cancel()
    print(len(ticks) > 2)
    try:
        await asyncio.to_thread(int, 'x')
    except ValueError as exc:
        print(exc)
    try:
        async with asyncio.timeout(0.01):
            await asyncio.to_thread(time.sleep, 0.05)
    except TimeoutError:
        print('timeout')
    def changes():
        var.set('changed there')
        return var.get()
    print(await asyncio.to_thread(changes), var.get())
    def no_loop():
        try:
            asyncio.get_running_loop()
        except RuntimeError as exc:
            return str(exc)
    print(await asyncio.to_thread(no_loop))
    print(await asyncio.to_thread(lambda *a, **k: (a, k), 1, x=2))
asyncio.run(main())
print(threading.active_count())
