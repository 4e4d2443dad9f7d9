"""Event loop using a selector and related classes. There is nothing to select from yet: no sockets, no pipes."""

__all__ = 'BaseSelectorEventLoop',

from . import base_events


class BaseSelectorEventLoop(base_events.BaseEventLoop):

    def __init__(self, selector=None):
        super().__init__()
        self._selector = selector

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self.is_closed():
            return
        super().close()
        self._selector = None

    def _process_events(self, event_list):
        pass
