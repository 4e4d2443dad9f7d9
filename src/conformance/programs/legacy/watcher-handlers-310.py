# python: 3.10
# Recorded from CPython 3.10.
# The watchers themselves: handlers, their return codes, strangers, what closing and detaching do.
import asyncio
import logging
import signal
import subprocess
import threading
import warnings


def start(code):
    return subprocess.Popen(['/bin/sh', '-c', f'exit {code}'])


class Ended:
    """A handler that can be waited for."""

    def __init__(self):
        self.future = asyncio.get_running_loop().create_future()

    def __call__(self, pid, code, *args):
        if not self.future.done():
            self.future.get_loop().call_soon_threadsafe(self.future.set_result, (code, args, threading.current_thread().name))


async def one(watcher, code):
    with watcher as entered:
        ended = Ended()
        process = start(code)
        watcher.add_child_handler(process.pid, ended, 'more')
    print(' ', entered is watcher, await ended.future)
    print(' ', watcher.remove_child_handler(process.pid), watcher.remove_child_handler(99999))
    process.returncode = code


async def killed(watcher):
    with watcher:
        ended = Ended()
        process = subprocess.Popen(['sleep', '60'])
        watcher.add_child_handler(process.pid, ended)
    process.send_signal(signal.SIGTERM)
    print('  killed', (await ended.future)[0])
    process.returncode = -15


async def main():
    loop = asyncio.get_running_loop()
    for kind in (asyncio.SafeChildWatcher, asyncio.FastChildWatcher, asyncio.MultiLoopChildWatcher,
                 asyncio.ThreadedChildWatcher, asyncio.PidfdChildWatcher):
        print(kind.__name__, kind.__module__, issubclass(kind, asyncio.AbstractChildWatcher))
        watcher = kind()
        print(' ', watcher.is_active())
        watcher.attach_loop(loop)
        print(' ', watcher.is_active())
        await one(watcher, 7)
        await killed(watcher)
        watcher.close()
        print(' ', watcher.is_active())

    fast = asyncio.FastChildWatcher()
    fast.attach_loop(loop)
    try:
        fast.add_child_handler(1, print)
    except AssertionError as exc:
        print('AssertionError:', exc)
    fast.close()

    # Its warning says the pid.
    logging.getLogger('asyncio').setLevel(logging.ERROR)
    safe = asyncio.SafeChildWatcher()
    safe.attach_loop(loop)
    process = start(3)
    process.wait()
    ended = Ended()
    safe.add_child_handler(process.pid, ended)
    print('waited for elsewhere:', (await ended.future)[0])

    process = subprocess.Popen(['sleep', '60'])
    safe.add_child_handler(process.pid, print)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        safe.attach_loop(None)
    print([(each.category.__name__, str(each.message)) for each in caught])
    process.kill()
    process.wait()
    safe.close()

    abstract = asyncio.AbstractChildWatcher()
    for call in (abstract.is_active, abstract.close, abstract.__enter__, lambda: abstract.attach_loop(None),
                 lambda: abstract.remove_child_handler(1), lambda: abstract.add_child_handler(1, print)):
        try:
            call()
        except NotImplementedError:
            print('NotImplementedError', end=' ')
    print()
    for wrong in (1, 'x'):
        try:
            asyncio.set_child_watcher(wrong)
        except AssertionError:
            print('AssertionError')


asyncio.run(main())
