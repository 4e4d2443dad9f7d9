"""Execute computations asynchronously using simulated threads or processes.

A submitted function runs at once and in one piece, on a time line of its own: what it sleeps delays the moment at which
its future is done, and nobody else. At most max_workers run at the same virtual time; the others start later.
"""

import _asyncio_loop

__all__ = ['FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'CancelledError', 'TimeoutError', 'InvalidStateError',
           'BrokenExecutor', 'Future', 'Executor', 'wait', 'as_completed', 'ProcessPoolExecutor', 'ThreadPoolExecutor']

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

PENDING = 'PENDING'
RUNNING = 'RUNNING'
CANCELLED = 'CANCELLED'
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'
FINISHED = 'FINISHED'


class Error(Exception):
    """Base class for all future-related exceptions."""

class CancelledError(Error):
    """The Future was cancelled."""

TimeoutError = TimeoutError

class InvalidStateError(Error):
    """The operation is not allowed in this state."""

class BrokenExecutor(RuntimeError):
    """Raised when a executor has become non-functional after a severe failure."""


class Future:
    """Represents the result of an asynchronous computation."""

    def __init__(self):
        self._state = PENDING
        self._result = None
        self._exception = None
        self._done_callbacks = []
        self._starts_at = None
        self._done_at = None

    def _seen(self):
        """The state as it is now; what a thread will only do later has not happened yet."""
        now = _asyncio_loop.now()
        if self._done_at is not None and now < self._done_at:
            return PENDING if now < self._starts_at else RUNNING
        return self._state

    def __repr__(self):
        state = self._seen()
        text = f'<{self.__class__.__name__} at {id(self):#x} state={state.lower()}'
        if state == FINISHED:
            if self._exception is not None:
                return f'{text} raised {self._exception.__class__.__name__}>'
            return f'{text} returned {self._result.__class__.__name__}>'
        return f'{text}>'

    def cancel(self):
        if self._state in (RUNNING, FINISHED):
            return False
        if self._state == PENDING:
            self._state = CANCELLED
            self._invoke_callbacks()
        return True

    def cancelled(self):
        return self._seen() in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        return self._seen() == RUNNING

    def done(self):
        return self._seen() in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def _wait(self, timeout):
        if self._done_at is not None and not _asyncio_loop.is_in_thread():
            now = _asyncio_loop.now()
            if timeout is not None and now + timeout < self._done_at:
                _asyncio_loop.block_until(now + timeout)
                raise TimeoutError()
            _asyncio_loop.block_until(self._done_at)
        if self._state in (PENDING, RUNNING):
            raise NotImplementedError('Loopscope does not support waiting in a thread for another one yet')
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
            raise CancelledError()

    def result(self, timeout=None):
        self._wait(timeout)
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._exception

    def add_done_callback(self, fn):
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
            if self._done_at is not None and _asyncio_loop.now() < self._done_at:
                _asyncio_loop.in_thread(self._done_at, fn, (self,), {})
            else:
                fn(self)
        else:
            self._done_callbacks.append(fn)

    def _invoke_callbacks(self):
        callbacks, self._done_callbacks = self._done_callbacks, []
        for callback in callbacks:
            callback(self)

    def set_running_or_notify_cancel(self):
        if self._state == CANCELLED:
            self._state = CANCELLED_AND_NOTIFIED
            return False
        if self._state == PENDING:
            self._state = RUNNING
            return True
        raise RuntimeError('Future in unexpected state')

    def set_result(self, result):
        self._check_pending()
        self._result = result
        self._state = FINISHED
        self._invoke_callbacks()

    def set_exception(self, exception):
        self._check_pending()
        self._exception = exception
        self._state = FINISHED
        self._invoke_callbacks()

    def _check_pending(self):
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
            raise InvalidStateError(f'{self._state}: {self!r}')


class Executor:
    """This is an abstract base class for concrete asynchronous executors."""

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        fs = [self.submit(fn, *args) for args in zip(*iterables)]
        return _results(fs)

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def _results(fs):
    for future in fs:
        yield future.result()


class _Pool(Executor):
    _default_workers = 12

    def __init__(self, max_workers=None, initializer=None, initargs=()):
        if max_workers is None:
            max_workers = self._default_workers
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers = max_workers
        self._initializer = initializer
        self._initargs = initargs
        self._busy_until = []
        self._shutdown = False

    def submit(self, fn, /, *args, **kwargs):
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')
        future = Future()
        start = _asyncio_loop.now()
        if len(self._busy_until) < self._max_workers:
            worker = len(self._busy_until)
            self._busy_until.append(start)
            if self._initializer is not None:
                self._busy_until[worker] = _asyncio_loop.in_thread(start, self._initializer, self._initargs, {})[0]
        else:
            worker = self._busy_until.index(min(self._busy_until))
        future._starts_at = start = max(start, self._busy_until[worker])
        future._state = RUNNING
        end, result, error = _asyncio_loop.in_thread(start, fn, args, kwargs)
        self._busy_until[worker] = future._done_at = end
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if wait and self._busy_until:
            _asyncio_loop.block_until(max(self._busy_until))


class ThreadPoolExecutor(_Pool):
    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        super().__init__(max_workers, initializer, initargs)
        self._thread_name_prefix = thread_name_prefix


class ProcessPoolExecutor(_Pool):
    _default_workers = 8

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        super().__init__(max_workers, initializer, initargs)


def _in_order_of_end(fs):
    return sorted(set(fs), key=lambda future: future._done_at or 0.0)


def as_completed(fs, timeout=None):
    for future in _in_order_of_end(fs):
        if future._done_at is not None:
            _asyncio_loop.block_until(future._done_at)
        yield future


class DoneAndNotDoneFutures(tuple):
    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = _in_order_of_end(fs)
    limit = None if timeout is None else _asyncio_loop.now() + timeout
    for future in fs:
        end = future._done_at or 0.0
        if limit is not None and end > limit:
            _asyncio_loop.block_until(limit)
            break
        _asyncio_loop.block_until(end)
        if return_when == FIRST_COMPLETED or return_when == FIRST_EXCEPTION and future._exception is not None:
            break
    done = {future for future in fs if future.done()}
    return DoneAndNotDoneFutures((done, set(fs) - done))
