# python: 3.6
# Recorded from CPython 3.6: Task.all_tasks() knows tasks that have ended and are still there; asyncio.async.
import asyncio, gc
@asyncio.coroutine
def job(n):
    yield from asyncio.sleep(n)
    return n
loop = asyncio.get_event_loop()
def main():
    keep = asyncio.async(job(0.1))
    slow = asyncio.ensure_future(job(5))
    yield from asyncio.sleep(0.2)
    tasks = asyncio.Task.all_tasks()
    print(len(tasks), keep in tasks, keep.done(), slow in tasks, type(tasks).__name__)
    print(len([t for t in tasks if t.done()]), asyncio.Task.current_task() in tasks)
    other = asyncio.new_event_loop()
    print(len(asyncio.Task.all_tasks(loop=other)), asyncio.Task.current_task(loop=other))
    other.close()
    del keep
    tasks = None
    gc.collect()
    print(len(asyncio.Task.all_tasks()))
    slow.cancel()
    try: yield from slow
    except asyncio.CancelledError: print('cancelled', isinstance(asyncio.CancelledError(), Exception))
    @asyncio.coroutine
    def stubborn():
        try:
            yield from asyncio.sleep(10)
        except asyncio.CancelledError:
            print('asked to stop')
            yield from asyncio.sleep(1)
            print('stopped')
            return 'late'
    t0 = loop.time()
    try:
        yield from asyncio.wait_for(stubborn(), 1)
    except asyncio.TimeoutError:
        print('timeout', round(loop.time() - t0, 1))
    yield from asyncio.sleep(2)
    f = asyncio.Future()
    loop.call_later(0.1, f.set_result, 3)
    print((yield from asyncio.wait_for(f, 1)), (yield from asyncio.wait_for(job(0), None)))
    done, pending = yield from asyncio.wait([job(0.1), job(0.2)], timeout=0.15)
    print(len(done), len(pending))
    for p in pending: p.cancel()
loop.run_until_complete(asyncio.coroutine(main)())
print(len(asyncio.Task.all_tasks(loop)))
loop.close()
