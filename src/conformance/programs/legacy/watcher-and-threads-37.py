# python: 3.7
# Recorded from CPython 3.7.
# A loop in a worker thread: its processes have no watcher until the main thread runs a loop with one attached.
import asyncio
import threading


async def run(code):
    process = await asyncio.create_subprocess_shell(f'exit {code}')
    return await process.wait()


def in_worker(code):
    def target():
        loop = asyncio.new_event_loop()
        loop.set_exception_handler(lambda loop, context: None)
        try:
            print('worker:', loop.run_until_complete(run(code)))
        except RuntimeError as exc:
            print('worker:', type(exc).__name__, exc)
        loop.close()
    thread = threading.Thread(target=target)
    thread.start()
    return thread


in_worker(1).join()
watcher = asyncio.get_child_watcher()
print(type(watcher).__name__, hasattr(watcher, 'is_active'))
try:
    watcher.add_child_handler(1, print)
except RuntimeError as exc:
    print(exc)


async def main():
    # Attached by hand: the watcher was made by the worker.
    asyncio.get_child_watcher().attach_loop(asyncio.get_event_loop())
    print('main:', await run(2))
    thread = in_worker(3)
    while thread.is_alive():
        await asyncio.sleep(0.01)


asyncio.run(main())
try:
    asyncio.get_child_watcher().add_child_handler(1, print)
except RuntimeError as exc:
    print(exc)
