"""Event loop using a selector and related classes. There is nothing to select from yet: no sockets, no pipes."""

__all__ = 'BaseSelectorEventLoop',

from . import base_events


class BaseSelectorEventLoop(base_events.BaseEventLoop):

    def __init__(self, selector=None):
        super().__init__()
        self._selector = selector
        self._self_data = bytearray()

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self.is_closed():
            return
        super().close()
        self._selector = None

    def _process_events(self, event_list):
        pass

    def _process_self_data(self, data):
        pass

    def _read_from_self(self):
        data = bytes(self._self_data)
        self._self_data.clear()
        self._process_self_data(data)
