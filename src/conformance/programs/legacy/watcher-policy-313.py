# python: 3.13
# Recorded from CPython 3.13.
# The last version with watchers: what is the default, and that the policy hands them on.
import asyncio
import threading
import warnings


async def run(code):
    process = await asyncio.create_subprocess_exec('/bin/sh', '-c', f'exit {code}')
    return await process.wait()


class Telling(asyncio.SafeChildWatcher):
    def attach_loop(self, loop):
        print('attach', None if loop is None else 'a loop')
        super().attach_loop(loop)

    def close(self):
        print('close')
        super().close()


policy = asyncio.get_event_loop_policy()
print(type(policy.get_child_watcher()).__name__, policy.get_child_watcher() is asyncio.get_child_watcher())
print(asyncio.run(run(1)))
thread = threading.Thread(target=lambda: print('in a worker', asyncio.run(run(2))))
thread.start()
thread.join()

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    watcher = Telling()
    asyncio.set_child_watcher(watcher)
    asyncio.get_child_watcher()
print([(each.category.__name__, str(each.message)) for each in caught])
print(asyncio.run(run(3)))
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(run(4)), watcher.is_active())
asyncio.set_event_loop(None)
try:
    print(loop.run_until_complete(run(5)))
except RuntimeError as exc:
    print(exc)
loop.close()
policy.set_child_watcher(asyncio.ThreadedChildWatcher())
print(asyncio.run(run(6)))
