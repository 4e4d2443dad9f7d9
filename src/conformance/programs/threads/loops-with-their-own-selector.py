# Recorded from CPython 3.13, where threads run; 3.14 does the same.
"""A loop whose selector is the program's own never waits; other threads have their turns all the same."""
import asyncio
import threading
import time
from asyncio import base_events


class Quick:
    """Says at once that nothing has happened."""

    def __init__(self):
        self.calls = 0

    def select(self, timeout):
        self.calls += 1
        return []

    def close(self):
        pass


class Loop(base_events.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = Quick()

    def _process_events(self, events):
        assert events == []

    def _write_to_self(self):
        pass


def work(loop, go, future):
    go.wait()
    loop.call_soon_threadsafe(future.set_result, threading.current_thread().name)


loop = Loop()
go = threading.Event()
future = loop.create_future()
loop.call_soon(go.set)
thread = threading.Thread(target=work, args=(loop, go, future), name='worker')
thread.start()
print(loop.run_until_complete(future))
thread.join()

print(loop.run_until_complete(loop.run_in_executor(None, sum, [1, 2, 3])))


def nap():
    time.sleep(0.02)
    return 'slept'


async def several():
    print(await asyncio.gather(asyncio.to_thread(nap), asyncio.sleep(0.01, 'loop'), asyncio.to_thread(nap)))


loop.run_until_complete(several())
print(loop._selector.calls > 10)
loop.run_until_complete(loop.shutdown_default_executor())
loop.close()
