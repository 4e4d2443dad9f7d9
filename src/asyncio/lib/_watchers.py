"""Child watchers, which learnt that a process had ended and told the loop; asyncio had them from Python 3.4 to 3.13.

Loaded when an old program names one or starts a process. CPython: Lib/asyncio/unix_events.py of 3.7, 3.8, 3.11 and 3.13.
DIVERGES: without Lib's own debug messages.
"""

import os
import signal
import threading
import warnings

from . import _legacy, events, log, unix_events

_version = _legacy._version_or(13)
_logger = log.logger


class AbstractChildWatcher:
    """Abstract base class for monitoring child processes."""

    def add_child_handler(self, pid, callback, *args):
        """Call callback(pid, returncode, *args) when the process ends, in whatever thread finds out."""
        raise NotImplementedError()

    def remove_child_handler(self, pid):
        """True if there was one."""
        raise NotImplementedError()

    def attach_loop(self, loop):
        """The loop may be None."""
        raise NotImplementedError()

    def close(self):
        raise NotImplementedError()

    if _version >= 8:
        def is_active(self):
            """Whether it would learn that a process has ended."""
            raise NotImplementedError()

    def __enter__(self):
        """A process may be started now, whose handler is not there yet."""
        raise NotImplementedError()

    def __exit__(self, a, b, c):
        raise NotImplementedError()


class _WithHandlers(AbstractChildWatcher):
    """Remembers a handler for each process."""

    def __init__(self):
        self._callbacks = {}

    def __enter__(self):
        return self

    def __exit__(self, a, b, c):
        pass

    def remove_child_handler(self, pid):
        try:
            del self._callbacks[pid]
            return True
        except KeyError:
            return False

    def _do_waitpid_all(self):
        for pid in list(self._callbacks):
            self._do_waitpid(pid)


class BaseChildWatcher(_WithHandlers):
    """Learns it from SIGCHLD, which the loop it is attached to must receive: that of the main thread."""

    def __init__(self):
        super().__init__()
        self._loop = None

    def close(self):
        self.attach_loop(None)

    if _version >= 8:
        def is_active(self):
            return self._loop is not None and self._loop.is_running()

    def attach_loop(self, loop):
        assert loop is None or isinstance(loop, events.AbstractEventLoop)
        _warn_of_pending(self, loop)
        if self._loop is not None:
            self._loop.remove_signal_handler(signal.SIGCHLD)
        self._loop = loop
        if loop is not None:
            loop.add_signal_handler(signal.SIGCHLD, self._sig_chld)
            # One may have ended meanwhile.
            self._do_waitpid_all()

    def _sig_chld(self):
        try:
            self._do_waitpid_all()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._loop.call_exception_handler({
                'message': 'Unknown exception in SIGCHLD handler',
                'exception': exc,
            })

    def _check_attached(self):
        if _version <= 7 and self._loop is None:
            raise RuntimeError(
                "Cannot add child handler, "
                "the child watcher does not have a loop attached")


class SafeChildWatcher(BaseChildWatcher):
    """Asks for each of its processes, one by one, and leaves the others alone."""

    def __init__(self):
        super().__init__()
        _deprecated('SafeChildWatcher')

    def close(self):
        self._callbacks.clear()
        super().close()

    def add_child_handler(self, pid, callback, *args):
        self._check_attached()
        self._callbacks[pid] = (callback, args)
        # It may have ended already.
        self._do_waitpid(pid)

    def _do_waitpid(self, expected_pid):
        assert expected_pid > 0
        found = _poll(expected_pid)
        if found is None:
            return
        pid, returncode = found
        callback, args = self._callbacks.pop(pid)
        callback(pid, returncode, *args)


class FastChildWatcher(BaseChildWatcher):
    """Takes the status of every process that has ended, also of those that others wait for."""

    def __init__(self):
        super().__init__()
        self._lock = threading.Lock()
        self._zombies = {}
        self._forks = 0
        _deprecated('FastChildWatcher')

    def close(self):
        self._callbacks.clear()
        self._zombies.clear()
        super().close()

    def __enter__(self):
        with self._lock:
            self._forks += 1
            return self

    def __exit__(self, a, b, c):
        with self._lock:
            self._forks -= 1
            if self._forks or not self._zombies:
                return
            collateral_victims = str(self._zombies)
            self._zombies.clear()
        _logger.warning("Caught subprocesses termination from unknown pids: %s", collateral_victims)

    def add_child_handler(self, pid, callback, *args):
        assert self._forks, "Must use the context manager"
        self._check_attached()
        with self._lock:
            try:
                returncode = self._zombies.pop(pid)
            except KeyError:
                self._callbacks[pid] = callback, args
                return
        callback(pid, returncode, *args)

    def _do_waitpid_all(self):
        # Signals may have become one: there may be several.
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            self._ended(pid, os.waitstatus_to_exitcode(status))

    def _ended(self, pid, returncode):
        with self._lock:
            callback, args = self._callbacks.pop(pid, (None, ()))
            if callback is None and self._forks:
                # Its handler may be on its way.
                self._zombies[pid] = returncode
                return
        if callback is None:
            _logger.warning("Caught subprocess termination from unknown pid: %d -> %d", pid, returncode)
        else:
            callback(pid, returncode, *args)


class MultiLoopChildWatcher(_WithHandlers):
    """Has a handler for SIGCHLD of its own, and tells each process's own loop, in whatever thread that runs."""

    def __init__(self):
        super().__init__()
        self._saved_sighandler = None
        _deprecated('MultiLoopChildWatcher')

    def is_active(self):
        return self._saved_sighandler is not None

    def close(self):
        self._callbacks.clear()
        if self._saved_sighandler is None:
            return
        if signal.getsignal(signal.SIGCHLD) != self._sig_chld:
            _logger.warning("SIGCHLD handler was changed by outside code")
        else:
            signal.signal(signal.SIGCHLD, self._saved_sighandler)
        self._saved_sighandler = None

    def add_child_handler(self, pid, callback, *args):
        self._callbacks[pid] = (events.get_running_loop(), callback, args)
        # It may have ended already.
        self._do_waitpid(pid)

    def attach_loop(self, loop):
        """The policy calls it in the main thread, where alone a handler can be set."""
        if self._saved_sighandler is not None:
            return
        self._saved_sighandler = signal.signal(signal.SIGCHLD, self._sig_chld)
        if self._saved_sighandler is None:
            _logger.warning("Previous SIGCHLD handler was set by non-Python code, "
                            "restore to default handler on watcher close.")
            self._saved_sighandler = signal.SIG_DFL

    def _do_waitpid(self, expected_pid):
        assert expected_pid > 0
        found = _poll(expected_pid)
        if found is None:
            return
        pid, returncode = found
        loop, callback, args = self._callbacks.pop(pid)
        if loop.is_closed():
            _logger.warning("Loop %r that handles pid %r is closed", loop, pid)
        else:
            loop.call_soon_threadsafe(callback, pid, returncode, *args)

    def _sig_chld(self, signum, frame):
        try:
            self._do_waitpid_all()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException:
            _logger.warning('Unknown exception in SIGCHLD handler', exc_info=True)


class ThreadedChildWatcher(unix_events._ThreadedChildWatcher, AbstractChildWatcher):
    """Has a thread for each process, which waits for its end."""

    def is_active(self):
        return True

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        pass

    def remove_child_handler(self, pid):
        return True

    def attach_loop(self, loop):
        pass


class _AnyLoopPidfdChildWatcher(unix_events._PidfdChildWatcher, AbstractChildWatcher):
    """Each process has a descriptor that becomes readable at its end; the loop that started it looks at that. From 3.12 on."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_traceback):
        pass

    def is_active(self):
        return True

    def close(self):
        pass

    def attach_loop(self, loop):
        pass

    def remove_child_handler(self, pid):
        return True


class _OneLoopPidfdChildWatcher(_WithHandlers):
    """The loop it is attached to looks at the descriptors of all. Until 3.11."""

    def __init__(self):
        super().__init__()
        self._loop = None

    def is_active(self):
        return self._loop is not None and self._loop.is_running()

    def close(self):
        self.attach_loop(None)

    def attach_loop(self, loop):
        _warn_of_pending(self, loop)
        for pidfd, _, _ in self._callbacks.values():
            self._forget(pidfd)
        self._callbacks.clear()
        self._loop = loop

    def add_child_handler(self, pid, callback, *args):
        existing = self._callbacks.get(pid)
        if existing is not None:
            self._callbacks[pid] = existing[0], callback, args
            return
        pidfd = os.pidfd_open(pid)
        self._loop._add_reader(pidfd, self._do_wait, pid)
        self._callbacks[pid] = pidfd, callback, args

    def remove_child_handler(self, pid):
        known = self._callbacks.pop(pid, None)
        if known is None:
            return False
        self._forget(known[0])
        return True

    def _forget(self, pidfd):
        self._loop._remove_reader(pidfd)
        os.close(pidfd)

    def _do_wait(self, pid):
        pidfd, callback, args = self._callbacks.pop(pid)
        try:
            _, status = os.waitpid(pid, 0)
        except ChildProcessError:
            returncode = 255
            _logger.warning("child process pid %d exit status already read: "
                            " will report returncode 255", pid)
        else:
            returncode = os.waitstatus_to_exitcode(status)
        self._forget(pidfd)
        callback(pid, returncode, *args)


PidfdChildWatcher = _OneLoopPidfdChildWatcher if _version <= 11 else _AnyLoopPidfdChildWatcher
PidfdChildWatcher.__name__ = PidfdChildWatcher.__qualname__ = 'PidfdChildWatcher'

for _cls in (AbstractChildWatcher, BaseChildWatcher, SafeChildWatcher, FastChildWatcher, MultiLoopChildWatcher,
             ThreadedChildWatcher, PidfdChildWatcher):
    _cls.__module__ = 'asyncio.unix_events'


def _poll(expected_pid):
    """The pid and its exit code; None as long as it runs."""
    try:
        pid, status = os.waitpid(expected_pid, os.WNOHANG)
    except ChildProcessError:
        _logger.warning("Unknown child process pid %d, will report returncode 255", expected_pid)
        return expected_pid, 255
    return None if pid == 0 else (pid, os.waitstatus_to_exitcode(status))


def _warn_of_pending(watcher, loop):
    if watcher._loop is not None and loop is None and watcher._callbacks:
        warnings.warn('A loop is being detached from a child watcher with pending handlers', RuntimeWarning, stacklevel=3)


def _deprecated(name):
    if _version >= 12:
        warnings.warn(f"'{name}' is deprecated as of Python 3.12 and will be removed in Python 3.14.",
                      DeprecationWarning, stacklevel=3)


# The policy, which has one for the whole process

def get_child_watcher():
    """Equivalent to calling get_event_loop_policy().get_child_watcher()."""
    return events._get_event_loop_policy().get_child_watcher()


def set_child_watcher(watcher):
    """Equivalent to calling get_event_loop_policy().set_child_watcher(watcher)."""
    return events._get_event_loop_policy().set_child_watcher(watcher)


def _get_watcher(policy):
    """Get the watcher for child processes. The first call makes it."""
    if policy._watcher is None:
        policy._watcher = _default()
        if _version <= 11 and _in_main_thread():
            policy._watcher.attach_loop(policy._local._loop)
    _deprecated('get_child_watcher')
    return policy._watcher


def _default():
    if _version <= 7:
        return SafeChildWatcher()
    return ThreadedChildWatcher() if _version <= 11 else PidfdChildWatcher()


def _set_watcher(policy, watcher):
    """Set the watcher for child processes."""
    assert watcher is None or isinstance(watcher, AbstractChildWatcher)
    if policy._watcher is not None:
        policy._watcher.close()
    policy._watcher = watcher
    _deprecated('set_child_watcher')


def _in_main_thread():
    return threading.current_thread() is threading.main_thread()


# The loop

async def _make_subprocess_transport(self, protocol, args, shell, stdin, stdout, stderr, bufsize, extra=None, **kwargs):
    with warnings.catch_warnings():
        warnings.simplefilter('ignore', DeprecationWarning)
        watcher = get_child_watcher()
    with watcher:
        if _version >= 8 and not watcher.is_active():
            # Before the process is started.
            raise RuntimeError("asyncio.get_child_watcher() is not activated, "
                               "subprocess support is not installed.")
        waiter = self.create_future()
        transp = unix_events._UnixSubprocessTransport(
            self, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter=waiter, extra=extra, **kwargs)
        watcher.add_child_handler(transp.get_pid(), self._child_watcher_callback, transp)
        try:
            await waiter
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException:
            transp.close()
            await transp._wait()
            raise
    return transp
