"""ProcessPoolExecutor on simulated threads: there are no processes yet, so workers share the memory of the program."""

from concurrent.futures import _base
from concurrent.futures.thread import BrokenThreadPool, ThreadPoolExecutor

_CPUS = 8


class BrokenProcessPool(_base.BrokenExecutor):
    """Raised when a process in a ProcessPoolExecutor terminated abruptly while a future was in the running state."""


class ProcessPoolExecutor(ThreadPoolExecutor):
    BROKEN = BrokenProcessPool

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = _CPUS
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        super().__init__(max_workers, 'ForkServerProcess', initializer, initargs)
