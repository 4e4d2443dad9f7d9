"""A pending task that nobody holds is reported, be it of C or of Python; who knows of which tasks."""

import asyncio, gc, sys, weakref
from asyncio import tasks, futures
def test(Task, Future):
    print(Task.__name__, Future.__name__)
    loop = asyncio.new_event_loop()
    calls = []
    loop.set_exception_handler(lambda l, c: calls.append(sorted(c)))
    loop.set_debug(True)
    async def kill_me():
        future = Future(loop=loop)
        await future
    coro = kill_me()
    task = Task(coro, loop=loop)
    loop.stop(); loop.run_forever()
    coro = None
    tb = task._source_traceback
    print(tb is not None)
    r = weakref.ref(task)
    task = None
    gc.collect()
    print(r() , asyncio.all_tasks(loop))
    print(calls)
    loop.close()
for T in asyncio.Task, tasks._PyTask:
    for F in asyncio.Future, futures._PyFuture:
        test(T, F)
async def main():
    async def idle(): await asyncio.sleep(1)
    t = tasks._PyTask(idle(), loop=asyncio.get_running_loop(), name='pure')
    u = asyncio.create_task(idle(), name='c')
    await asyncio.sleep(0)
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    print(sorted(t.get_name() for t in tasks._py_all_tasks()))
    print(list(tasks._scheduled_tasks), tasks._eager_tasks)
    await t; await u
asyncio.run(main())
