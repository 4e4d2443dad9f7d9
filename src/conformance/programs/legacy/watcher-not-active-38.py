# python: 3.8
# Recorded from CPython 3.8.
# Which watchers let a loop in a worker thread start processes, and which refuse before anything is started.
import asyncio
import threading


async def run(code):
    process = await asyncio.create_subprocess_shell(f'exit {code}')
    return await process.wait()


def worker():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    try:
        print('  in a worker:', loop.run_until_complete(run(5)))
    except RuntimeError as exc:
        print('  in a worker:', exc)
    loop.close()


def in_worker():
    thread = threading.Thread(target=worker)
    thread.start()
    thread.join()


print('default', type(asyncio.get_child_watcher()).__name__, asyncio.get_child_watcher().is_active())
in_worker()
for kind in (asyncio.SafeChildWatcher, asyncio.FastChildWatcher, asyncio.ThreadedChildWatcher, asyncio.MultiLoopChildWatcher):
    watcher = kind()
    asyncio.set_child_watcher(watcher)
    print(kind.__name__, watcher.is_active(), asyncio.get_child_watcher() is watcher)
    in_worker()
    print('  in the main thread:', asyncio.run(run(6)))
    print('  afterwards', watcher.is_active())
    in_worker()


async def main():
    watcher = asyncio.SafeChildWatcher()
    watcher.attach_loop(asyncio.get_running_loop())
    asyncio.set_child_watcher(watcher)
    print('attached', watcher.is_active())
    await asyncio.gather(run(1), run(2), run(3))
    await asyncio.get_running_loop().run_in_executor(None, in_worker)


asyncio.run(main())
asyncio.set_child_watcher(None)
print(type(asyncio.get_child_watcher()).__name__)
