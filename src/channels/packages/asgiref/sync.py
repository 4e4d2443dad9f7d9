"""Plain functions from coroutines, and coroutines from plain functions.

Functions that are thread-sensitive (the default) run one at a time in one thread: that of the `async_to_sync` further out if there
is one, that of the ThreadSensitiveContext, or else the one that the process has for it. No errors of its own, but those named.
"""

import asyncio
import contextvars
import functools
import inspect
import os
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor

from .current_thread_executor import CurrentThreadExecutor
from .local import Local

__all__ = ['AsyncToSync', 'Local', 'SyncToAsync', 'ThreadSensitiveContext', 'async_to_sync', 'iscoroutinefunction',
           'markcoroutinefunction', 'sync_to_async']

iscoroutinefunction = inspect.iscoroutinefunction
markcoroutinefunction = inspect.markcoroutinefunction

# Of a thread that runs a function for a coroutine: the loop that waits for it.
_thread = threading.local()
# The thread that waits in `async_to_sync`, seen by the coroutine that it waits for.
_waiting_thread = contextvars.ContextVar('_waiting_thread', default=None)
_is_in_shared_thread = contextvars.ContextVar('_is_in_shared_thread', default=False)


def _take_over(context):
    """What the other side set in its copy of the context is set here too."""
    for variable, value in context.items():
        if variable is _waiting_thread or variable is _is_in_shared_thread:
            continue
        try:
            if variable.get() is value:
                continue
        except LookupError:
            pass
        variable.set(value)


class ThreadSensitiveContext:
    """`async with` it: the thread-sensitive functions called within share a thread of their own."""

    def __init__(self):
        self._token = None

    async def __aenter__(self):
        try:
            SyncToAsync.thread_sensitive_context.get()
        except LookupError:
            self._token = SyncToAsync.thread_sensitive_context.set(self)
        return self

    async def __aexit__(self, exc, value, traceback):
        if self._token is None:
            return
        executor = SyncToAsync.context_to_thread_executor.pop(self, None)
        if executor is not None:
            executor.shutdown()
        SyncToAsync.thread_sensitive_context.reset(self._token)


class AsyncToSync:
    """A plain function that runs the coroutine function and waits for what it returns."""

    def __init__(self, awaitable, force_new_loop=False):
        if not callable(awaitable) or not (iscoroutinefunction(awaitable) or iscoroutinefunction(getattr(awaitable, '__call__', None))):
            wrapped = getattr(awaitable, 'func', awaitable)
            if not callable(awaitable) or not iscoroutinefunction(wrapped):
                import warnings

                warnings.warn('async_to_sync was passed a non-async-marked callable', stacklevel=2)
        self.awaitable = awaitable
        self.force_new_loop = force_new_loop
        self.__self__ = getattr(awaitable, '__self__', None)
        functools.update_wrapper(self, awaitable, updated=())
        # A coroutine may have made it, to be called in a thread: then that loop is the one.
        self.main_event_loop = None if force_new_loop else _running_loop()

    def __get__(self, parent, objtype=None):
        return functools.update_wrapper(functools.partial(self.__call__, parent), self.awaitable)

    def __call__(self, *args, **kwargs):
        loop = _running_loop()
        if loop is not None:
            raise RuntimeError('You cannot use AsyncToSync in the same thread as an async event loop - '
                               'just await the async function directly.')
        result = Future()
        executor = CurrentThreadExecutor()
        context = contextvars.copy_context()
        context.run(_waiting_thread.set, executor)
        work = functools.partial(self._run, context, result, sys.exc_info()[1], args, kwargs)
        main_loop = None if self.force_new_loop else self._loop_of_caller()
        if main_loop is None:
            self._run_in_new_loop(work, context, executor)
        else:
            main_loop.call_soon_threadsafe(lambda: main_loop.create_task(work(), context=context))
            executor.run_until_future(result)
        _take_over(context)
        return result.result()

    def _loop_of_caller(self):
        found = self.main_event_loop
        if found is None and getattr(_thread, 'pid', None) == os.getpid():
            found = getattr(_thread, 'loop', None)
        return found if found is not None and found.is_running() else None

    def _run_in_new_loop(self, work, context, executor):
        """In a thread of its own; this one meanwhile runs the thread-sensitive functions that the coroutine calls."""
        threads = ThreadPoolExecutor(max_workers=1)

        def run():
            with asyncio.Runner() as runner:
                runner.run(work(), context=context)

        done = threads.submit(run)
        executor.run_until_future(done)
        threads.shutdown()
        done.result()

    async def _run(self, context, result, raised, args, kwargs):
        """`raised`: the exception that the caller was handling, so that what is raised now names it as its context."""
        try:
            if raised is None:
                value = await self.awaitable(*args, **kwargs)
            else:
                try:
                    raise raised
                except BaseException:
                    value = await self.awaitable(*args, **kwargs)
        except BaseException as error:
            result.set_exception(error)
            if not isinstance(error, Exception) and not isinstance(error, asyncio.CancelledError):
                raise
        else:
            result.set_result(value)


class SyncToAsync:
    """A coroutine function that runs the plain function in a thread."""

    thread_sensitive_context = contextvars.ContextVar('thread_sensitive_context')
    context_to_thread_executor = {}
    single_thread_executor = ThreadPoolExecutor(max_workers=1)

    def __init__(self, func, thread_sensitive=True, executor=None):
        if not callable(func) or iscoroutinefunction(func) or iscoroutinefunction(getattr(func, '__call__', func)):
            raise TypeError('sync_to_async can only be applied to sync functions.')
        if thread_sensitive and executor is not None:
            raise TypeError('executor must not be set when thread_sensitive is True')
        self.func = func
        self._thread_sensitive, self._executor = thread_sensitive, executor
        functools.update_wrapper(self, func, updated=())
        self.__self__ = getattr(func, '__self__', None)
        markcoroutinefunction(self)

    def __get__(self, parent, objtype=None):
        return functools.update_wrapper(functools.partial(self.__call__, parent), self.func)

    async def __call__(self, *args, **kwargs):
        loop = asyncio.get_running_loop()
        executor, is_shared = self._choose()
        context = contextvars.copy_context()
        child = functools.partial(self.func, *args, **kwargs)
        if is_shared:
            context.run(_is_in_shared_thread.set, True)
        try:
            return await loop.run_in_executor(
                executor, functools.partial(self.thread_handler, loop, sys.exc_info()[1], context, child))
        finally:
            _take_over(context)

    def _choose(self):
        """The executor, and whether it is the one thread that the process has for this."""
        if not self._thread_sensitive:
            return self._executor, False
        waiting = _waiting_thread.get()
        if waiting is not None and waiting.is_open:
            return waiting, False
        found = self.thread_sensitive_context.get(None)
        if found is not None:
            if found not in self.context_to_thread_executor:
                self.context_to_thread_executor[found] = ThreadPoolExecutor(max_workers=1)
            return self.context_to_thread_executor[found], False
        if _is_in_shared_thread.get():
            raise RuntimeError('Single thread executor already being used, would deadlock')
        return self.single_thread_executor, True

    def thread_handler(self, loop, raised, context, child):
        """Runs in the thread. A subclass may do something before and after."""
        before = getattr(_thread, 'loop', None)
        _thread.loop, _thread.pid = loop, os.getpid()
        try:
            if raised is None:
                return context.run(child)
            try:
                raise raised
            except BaseException:
                return context.run(child)
        finally:
            _thread.loop = before


def _running_loop():
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def async_to_sync(awaitable=None, *, force_new_loop=False):
    """As a function, or as a decorator with or without options."""
    if awaitable is None:
        return lambda function: AsyncToSync(function, force_new_loop=force_new_loop)
    return AsyncToSync(awaitable, force_new_loop=force_new_loop)


def sync_to_async(func=None, *, thread_sensitive=True, executor=None):
    """As a function, or as a decorator with or without options."""
    if func is None:
        return lambda function: SyncToAsync(function, thread_sensitive=thread_sensitive, executor=executor)
    return SyncToAsync(func, thread_sensitive=thread_sensitive, executor=executor)
