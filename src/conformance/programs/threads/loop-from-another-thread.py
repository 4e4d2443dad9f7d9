# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import asyncio, threading, time
async def main(debug):
    loop = asyncio.get_running_loop()
    loop.set_debug(debug)
    t0 = loop.time()
    fut = loop.create_future()
    fut.add_done_callback(lambda f: print('callback', round(loop.time() - t0, 1)))
    def work():
        time.sleep(0.1)
        try: fut.set_result('x')
        except RuntimeError as e: print('thread got', e)
        print(fut.done())
    loop.call_later(0.5, lambda: None)
    threading.Thread(target=work).start()
    try:
        print(await asyncio.wait_for(fut, 1), round(loop.time() - t0, 1))
    except BaseException as e: print(repr(e), round(loop.time() - t0, 1))
asyncio.run(main(False))
def other(loop, what):
    try: what()
    except RuntimeError as e: print('refused:', e)
async def main2(debug):
    loop = asyncio.get_running_loop(); loop.set_debug(debug)
    ev = asyncio.Event(); q = asyncio.Queue(); f = loop.create_future(); g = loop.create_future()
    w = x = asyncio.create_task(asyncio.sleep(5))
    if not debug: w = asyncio.create_task(ev.wait()); x = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    async def co(): return 1
    for what in (lambda: loop.call_soon(print, 'soon'), lambda: loop.call_later(0.1, print, 'later'), lambda: loop.call_at(loop.time(), print, 'at'), ev.set, lambda: q.put_nowait(1), lambda: f.cancel(), lambda: g.add_done_callback(print), lambda: loop.stop, lambda: loop.call_soon_threadsafe(print, 'safe')):
        th = threading.Thread(target=other, args=(loop, what)); th.start(); await asyncio.to_thread(th.join)
        await asyncio.sleep(0.2)
    print(ev.is_set(), w.done(), x.done(), f.cancelled())
    w.cancel(); x.cancel()
asyncio.run(main2(False))
asyncio.run(main2(True))
