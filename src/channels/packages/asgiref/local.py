"""Attributes that belong to a task or thread, and to what it calls through `sync_to_async` and `async_to_sync`."""

import contextvars
import threading


class Local:
    """`thread_critical`: a thread never sees what another one, or its caller, has set."""

    def __init__(self, thread_critical=False):
        store = threading.local() if thread_critical else _ContextStore()
        object.__setattr__(self, '_store', store)

    def __getattr__(self, name):
        try:
            return getattr(self._store, name)
        except AttributeError:
            raise AttributeError(f'{self!r} object has no attribute {name!r}') from None

    def __setattr__(self, name, value):
        setattr(self._store, name, value)

    def __delattr__(self, name):
        try:
            delattr(self._store, name)
        except AttributeError:
            raise AttributeError(f'{self!r} object has no attribute {name!r}') from None


class _ContextStore:
    """One context variable with a dict, which is replaced and never changed: contexts share it."""

    def __init__(self):
        object.__setattr__(self, '_values', contextvars.ContextVar('asgiref.local'))

    def __getattr__(self, name):
        try:
            return self._values.get({})[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name, value):
        self._values.set({**self._values.get({}), name: value})

    def __delattr__(self, name):
        left = dict(self._values.get({}))
        if name not in left:
            raise AttributeError(name)
        del left[name]
        self._values.set(left)
