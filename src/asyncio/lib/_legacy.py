"""Names and behaviour of asyncio in Python 3.4 to 3.13 that 3.14 has no more. See legacy.ts for when it is used."""

import types
import warnings
from functools import partial, wraps
from types import GeneratorType

import _asyncio_loop
from . import coroutines, events, exceptions, futures, locks, queues, tasks, unix_events


def _deprecated(text, since):
    if _version is None or _version >= since:
        warnings.warn(text, DeprecationWarning, stacklevel=3)


# The names

def coroutine(func):
    """Decorator to mark coroutines, until Python 3.10."""
    _deprecated('"@coroutine" decorator is deprecated since Python 3.8, use "async def" instead', 8)
    if coroutines._iscoroutinefunction(func):
        return func
    if not _is_generator_function(func):
        func = _as_generator_function(func)
    marked = types.coroutine(func)
    marked._is_coroutine = coroutines._is_coroutine
    return marked


def _is_generator_function(func):
    return isinstance(func, types.FunctionType) and bool(func.__code__.co_flags & 0x20)


def _as_generator_function(func):
    """A plain function may return something to wait for."""
    @wraps(func)
    def coro(*args, **kwargs):
        result = func(*args, **kwargs)
        if futures.isfuture(result) or isinstance(result, GeneratorType):
            return (yield from result)
        if hasattr(type(result), '__await__'):
            return (yield from result.__await__())
        return result
    return coro


def _async(coro_or_future, *, loop=None):
    """Wrap a coroutine in a future, until Python 3.6."""
    _deprecated('asyncio.async() function is deprecated, use ensure_future()', 4)
    return tasks.ensure_future(coro_or_future, loop=loop)

globals()['async'] = _async

JoinableQueue = queues.Queue


def all_tasks(loop=None):
    """Return a set of all tasks for an event loop, finished ones that are still there included."""
    return _asyncio_loop.known_tasks(_loop_or_current(loop))


def current_task(loop=None):
    """Return the currently running task in an event loop or None."""
    return tasks.current_task(_loop_or_current(loop))


def _loop_or_current(loop):
    return events.get_event_loop() if loop is None else loop


# The behaviour

_version = None


def _version_or(latest):
    """What the program was written for; one that does not say so is of the last version that had the thing."""
    return latest if _version is None else _version


def _activate(version):
    """Called once. `version`: the minor number of the version the program names; None when it names none."""
    global _version
    _version = version
    def until(minor):
        return version is None or version <= minor
    if until(13):
        events._BaseDefaultEventLoopPolicy.get_event_loop = _get_event_loop
        events._BaseDefaultEventLoopPolicy.set_event_loop = _set_event_loop(
            events._BaseDefaultEventLoopPolicy.set_event_loop)
        _bring_back_watchers()
    if until(10):
        tasks._note_legacy = _asyncio_loop.note_legacy
        tasks._wait_of_today = _replace(tasks.wait, _wait_until_310)
    if until(11):
        tasks._GeneratorType = GeneratorType
        tasks._wait_for_of_today = _replace(tasks.wait_for, _wait_for_until_311)
        tasks._wait_for_in_task = None if version is None else _wait_for_in_task
    if until(8):
        for cls in (locks.Lock, locks.Condition, locks.Semaphore):
            cls.__enter__ = _refuse_with
            cls.__exit__ = _never_entered
            cls.__iter__ = _acquire_for_with
            cls.__await__ = _acquire_for_with
    if version is not None and version <= 6:
        warnings.filters[:] = [each for each in warnings.filters if each[2:4] != (DeprecationWarning, '__main__')]
        warnings._filters_mutated()
    if version is not None and version <= 7:
        exceptions.CancelledError.__bases__ = (Exception,)


def _bring_back_watchers():
    """Child watchers themselves are loaded when the first is needed."""
    policy = unix_events._UnixDefaultEventLoopPolicy
    policy._watcher = None
    policy.get_child_watcher = _get_child_watcher
    policy.set_child_watcher = _set_child_watcher
    policy.set_event_loop = _attaching(policy.set_event_loop)
    unix_events._UnixSelectorEventLoop._make_subprocess_transport = _make_subprocess_transport


def _get_child_watcher(self):
    """Get the watcher for child processes."""
    from . import _watchers
    return _watchers._get_watcher(self)


def _set_child_watcher(self, watcher):
    """Set the watcher for child processes."""
    from . import _watchers
    _watchers._set_watcher(self, watcher)


def _attaching(of_today):
    def set_event_loop(self, loop):
        """Set the event loop. In the main thread the child watcher follows it."""
        of_today(self, loop)
        if self._watcher is not None:
            from . import _watchers
            if _watchers._in_main_thread():
                self._watcher.attach_loop(loop)
    return set_event_loop


def _make_subprocess_transport(self, *args, **kwargs):
    from . import _watchers
    return _watchers._make_subprocess_transport(self, *args, **kwargs)


def _replace(function, code_of):
    """Whoever has imported it already gets the other code too. Returns the function as it was."""
    of_today = types.FunctionType(function.__code__, function.__globals__, function.__name__)
    of_today.__kwdefaults__ = function.__kwdefaults__
    function.__code__ = code_of.__code__
    return of_today


_was_set = []


def _get_event_loop(self):
    """In the main thread the first call makes the loop, if none was ever set."""
    if self._local._loop is None and self not in _was_set:
        _asyncio_loop.note_legacy('get_event_loop() that makes a loop')
        self.set_event_loop(self.new_event_loop())
    if self._local._loop is None:
        raise RuntimeError("There is no current event loop in thread 'MainThread'.")
    return self._local._loop


def _set_event_loop(of_today):
    def set_event_loop(self, loop):
        """Set the event loop."""
        _was_set.append(self)
        of_today(self, loop)
    return set_event_loop


async def _wait_until_310(fs, *, timeout=None, return_when='ALL_COMPLETED'):
    if not futures.isfuture(fs) and not coroutines.iscoroutine(fs):
        fs = list(fs)
        if any(coroutines.iscoroutine(f) for f in fs):
            _note_legacy('asyncio.wait() of coroutines')
            fs = [ensure_future(f) for f in fs]
    return await _wait_of_today(fs, timeout=timeout, return_when=return_when)


async def _wait_for_until_311(fut, timeout):
    if type(fut) is _GeneratorType:
        fut = ensure_future(fut)
    if _wait_for_in_task is None or timeout is None:
        return await _wait_for_of_today(fut, timeout)
    return await _wait_for_in_task(fut, timeout)


async def _wait_for_in_task(fut, timeout):
    """Until 3.11 a coroutine was awaited in a task of its own. What becomes of one that does not let itself be cancelled
    has changed twice."""
    fut = tasks.ensure_future(fut)
    if fut.done():
        return fut.result()
    if timeout <= 0 and _version >= 7:
        if _version == 7:
            fut.cancel()
            raise TimeoutError
        await _cancel_and_wait(fut)
        try:
            fut.result()
        except exceptions.CancelledError as exc:
            raise TimeoutError from exc
        raise TimeoutError
    loop = events.get_running_loop()
    waiter = loop.create_future()
    timer = loop.call_later(max(timeout, 0), _release, waiter)
    released = partial(_release, waiter)
    fut.add_done_callback(released)
    try:
        try:
            await waiter
        except exceptions.CancelledError:
            if fut.done() and _version >= 8:
                return fut.result()
            fut.remove_done_callback(released)
            if _version >= 8:
                await _cancel_and_wait(fut)
            else:
                fut.cancel()
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(released)
        if _version <= 6:
            fut.cancel()
            raise TimeoutError
        await _cancel_and_wait(fut)
        if _version <= 8:
            raise TimeoutError
        try:
            return fut.result()
        except exceptions.CancelledError as exc:
            raise TimeoutError from exc
    finally:
        timer.cancel()


def _release(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def _cancel_and_wait(fut):
    waiter = events.get_running_loop().create_future()
    released = partial(_release, waiter)
    fut.add_done_callback(released)
    try:
        fut.cancel()
        await waiter
    finally:
        fut.remove_done_callback(released)


class _Held:
    """What `with (yield from lock):` enters."""

    def __init__(self, lock):
        self._lock = lock

    def __enter__(self):
        return None

    def __exit__(self, *exc_info):
        self._lock.release()


@types.coroutine
def _acquire_for_with(self):
    _asyncio_loop.note_legacy('with (yield from lock)')
    yield from self.acquire()
    return _Held(self)


def _refuse_with(self):
    raise RuntimeError('"yield from" should be used as context manager expression')


def _never_entered(self, *exc_info):
    pass
