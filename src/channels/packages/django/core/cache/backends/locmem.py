"""A cache in the memory of one process."""

import copy
import threading
import time

from .base import DEFAULT_TIMEOUT, BaseCache

# Caches of one name share what they hold.
_of_name = {}


class LocMemCache(BaseCache):
    def __init__(self, name, params):
        super().__init__(params)
        self._values, self._lock = _of_name.setdefault(name, ({}, threading.Lock()))

    def _ends(self, timeout):
        timeout = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        return None if timeout is None else time.time() + timeout

    def _live(self, key):
        found = self._values.get(key)
        if found is None or (found[1] is not None and found[1] <= time.time()):
            self._values.pop(key, None)
            return None
        return found

    def get(self, key, default=None, version=None):
        with self._lock:
            found = self._live(self.make_key(key, version))
        return default if found is None else copy.deepcopy(found[0])

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        with self._lock:
            self._values[self.make_key(key, version)] = copy.deepcopy(value), self._ends(timeout)

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        with self._lock:
            made = self.make_key(key, version)
            if self._live(made) is not None:
                return False
            self._values[made] = copy.deepcopy(value), self._ends(timeout)
        return True

    def touch(self, key, timeout=DEFAULT_TIMEOUT, version=None):
        with self._lock:
            made = self.make_key(key, version)
            found = self._live(made)
            if found is None:
                return False
            self._values[made] = found[0], self._ends(timeout)
        return True

    def delete(self, key, version=None):
        with self._lock:
            return self._values.pop(self.make_key(key, version), None) is not None

    def clear(self):
        with self._lock:
            self._values.clear()
