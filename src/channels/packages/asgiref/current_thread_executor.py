"""An executor whose work is done by the thread that waits for a future."""

import queue
import threading
from concurrent.futures import Executor, Future


class CurrentThreadExecutor(Executor):
    def __init__(self):
        self._owner = threading.current_thread()
        self._work = queue.Queue()
        self.is_open = True

    def run_until_future(self, future):
        """Works off what is submitted, in the thread that made it, until the future is done."""
        if threading.current_thread() is not self._owner:
            raise RuntimeError('You cannot run CurrentThreadExecutor from a different thread')
        future.add_done_callback(lambda done: self._work.put(None))
        try:
            for item in iter(self._work.get, None):
                _work_off(*item)
        finally:
            self.is_open = False

    def submit(self, fn, /, *args, **kwargs):
        if threading.current_thread() is self._owner:
            raise RuntimeError('You cannot submit onto CurrentThreadExecutor from its own thread')
        if not self.is_open:
            raise RuntimeError('CurrentThreadExecutor already quit or is broken')
        future = Future()
        self._work.put((future, fn, args, kwargs))
        return future


def _work_off(future, fn, args, kwargs):
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = fn(*args, **kwargs)
    except BaseException as error:
        future.set_exception(error)
    else:
        future.set_result(result)
