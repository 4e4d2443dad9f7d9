"""A cache that keeps nothing."""

from .base import DEFAULT_TIMEOUT, BaseCache


class DummyCache(BaseCache):
    def __init__(self, host, params):
        super().__init__(params)

    def get(self, key, default=None, version=None):
        return default

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        return

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        return True

    def delete(self, key, version=None):
        return False

    def clear(self):
        return
