# Recorded from CPython 3.8.
import asyncio

@asyncio.coroutine
def child(started):
    started.set()
    yield from asyncio.sleep(5)

@asyncio.coroutine
def main():
    me = asyncio.Task.current_task()
    print(me is asyncio.current_task(), asyncio.Task.current_task(loop=loop) is me)
    started = asyncio.Event()
    task = asyncio.ensure_future(child(started))
    yield from started.wait()
    everybody = asyncio.Task.all_tasks()
    print(type(everybody).__name__, me in everybody, task in everybody, len(everybody))
    task.cancel()
    yield from asyncio.wait([task])
    print(task.cancelled())

loop = asyncio.get_event_loop()
print(asyncio.Task.current_task(loop))
loop.run_until_complete(main())
print(asyncio.Task.current_task(loop))
