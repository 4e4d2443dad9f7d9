"""Event loop using a selector and related classes.

What a loop needs that never talks to a socket; the rest is loaded when it is looked at (late.ts).
"""

__all__ = 'BaseSelectorEventLoop',

from . import _lean
from . import base_events


def _make_selector():
    import selectors
    return selectors.DefaultSelector()

def _make_transports():
    import weakref
    return weakref.WeakValueDictionary()


class BaseSelectorEventLoop(base_events.BaseEventLoop):
    """Selector event loop.

    See events.EventLoop for API specification.
    """

    _selector = _lean.LateAttribute('_selector', _make_selector)
    _transports = _lean.LateAttribute('_transports', _make_transports)

    _ssock = _csock = None

    def __init__(self, selector=None):
        super().__init__()
        if selector is not None:
            self._selector = selector
            self._make_self_pipe()
        self._self_data = bytearray()

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self.is_closed():
            return
        if self._ssock is not None:
            self._close_self_pipe()
        super().close()
        selector = self.__dict__.get('_selector')
        if selector is not None:
            selector.close()
        self._selector = None

    def _process_self_data(self, data):
        pass

    def _read_self_data(self):
        data = bytes(self._self_data)
        self._self_data.clear()
        self._process_self_data(data)


def __getattr__(name):
    if name.startswith('__') or hasattr(BaseSelectorEventLoop, '_is_complete'):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    _lean._asyncio_loop.complete()
    return globals()[name] if name in globals() else __getattr__(name)
