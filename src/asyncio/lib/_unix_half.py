"""Selector event loop for Unix. What talks to sockets and pipes is loaded when it is looked at (late.ts)."""

import _asyncio_loop
import _signal as signal
from _functools import partial

from . import _lean
from . import coroutines
from . import events
from . import selector_events

__all__ = (
    'SelectorEventLoop',
    'EventLoop',
)


class _UnixSelectorEventLoop(selector_events.BaseSelectorEventLoop):
    """Unix event loop.

    Adds signal handling and UNIX Domain Socket support to SelectorEventLoop.
    """

    _watcher = _lean.LateAttribute('_watcher', lambda: _PidfdChildWatcher())

    def __init__(self, selector=None):
        super().__init__(selector)
        self._signal_handlers = {}
        self._unix_server_sockets = {}

    def close(self):
        super().close()
        for sig in list(self._signal_handlers):
            self.remove_signal_handler(sig)

    def _process_self_data(self, data):
        for signum in data:
            self._handle_signal(signum)

    def add_signal_handler(self, sig, callback, *args):
        """Add a handler for a signal. Where CPython has the signal number written into the loop's own socket pair, it is
        remembered in the loop; it is read at the next look for events all the same."""
        if coroutines.iscoroutine(callback) or coroutines._iscoroutinefunction(callback):
            raise TypeError("coroutines cannot be used with add_signal_handler()")
        self._check_signal(sig)
        self._check_closed()
        try:
            signal.set_wakeup_fd(-1)
        except (ValueError, OSError) as exc:
            raise RuntimeError(str(exc))
        self._signal_handlers[sig] = events.Handle(callback, args, self, None)
        try:
            signal.signal(sig, partial(_sighandler, self))
        except OSError:
            del self._signal_handlers[sig]
            raise RuntimeError(f'sig {sig} cannot be caught')

    def _handle_signal(self, sig):
        handle = self._signal_handlers.get(sig)
        if handle is None:
            return
        if handle._cancelled:
            self.remove_signal_handler(sig)
        else:
            self._add_callback_signalsafe(handle)

    def remove_signal_handler(self, sig):
        """Remove a handler for a signal. True if there was one."""
        self._check_signal(sig)
        try:
            del self._signal_handlers[sig]
        except KeyError:
            return False
        signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
        return True

    def _check_signal(self, sig):
        if not isinstance(sig, int):
            raise TypeError(f'sig must be an int, not {sig!r}')
        if sig not in signal.valid_signals():
            raise ValueError(f'invalid signal number {sig}')


def _sighandler(loop, signum, frame):
    loop._self_data.append(signum)
    _asyncio_loop.event_arrived(loop, loop._read_self_data)
    if loop._csock is not None:
        loop._write_to_self()


class _UnixDefaultEventLoopPolicy(events._BaseDefaultEventLoopPolicy):
    """UNIX event loop policy"""
    _loop_factory = _UnixSelectorEventLoop


SelectorEventLoop = _UnixSelectorEventLoop
_DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
EventLoop = SelectorEventLoop


def __getattr__(name):
    if name.startswith('__') or hasattr(_UnixSelectorEventLoop, '_is_complete'):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    _asyncio_loop.complete()
    return globals()[name] if name in globals() else __getattr__(name)
