"""Functions that are called when something has happened."""
import asyncio
import inspect


class CallbackCollection:
    """Each is called with whose it is and what has happened; what is awaitable becomes a task."""

    def __init__(self, owner):
        self._owner = owner
        self._callbacks = []

    def add(self, callback, weak=False):
        if callback not in self._callbacks:
            self._callbacks.append(callback)

    def discard(self, callback):
        if callback in self._callbacks:
            self._callbacks.remove(callback)

    remove = discard

    def clear(self):
        self._callbacks.clear()

    def __len__(self):
        return len(self._callbacks)

    def __iter__(self):
        return iter(self._callbacks)

    def __call__(self, *args):
        for callback in list(self._callbacks):
            result = callback(self._owner, *args)
            if inspect.isawaitable(result):
                asyncio.ensure_future(result)
