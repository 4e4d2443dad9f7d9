"""What caches can do. Timeouts are seconds; None is for ever."""

from django.core.exceptions import ImproperlyConfigured

DEFAULT_TIMEOUT = object()


class InvalidCacheBackendError(ImproperlyConfigured):
    """There is no such cache."""


class BaseCache:
    _missing = object()

    def __init__(self, params):
        self.default_timeout = params.get('TIMEOUT', 300)
        self.key_prefix, self.version = params.get('KEY_PREFIX', ''), params.get('VERSION', 1)

    def make_key(self, key, version=None):
        return f'{self.key_prefix}:{self.version if version is None else version}:{key}'

    def get_or_set(self, key, default, timeout=DEFAULT_TIMEOUT, version=None):
        value = self.get(key, self._missing, version)
        if value is not self._missing:
            return value
        self.add(key, default() if callable(default) else default, timeout, version)
        return self.get(key, None, version)

    def get_many(self, keys, version=None):
        found = {key: self.get(key, self._missing, version) for key in keys}
        return {key: value for key, value in found.items() if value is not self._missing}

    def set_many(self, data, timeout=DEFAULT_TIMEOUT, version=None):
        for key, value in data.items():
            self.set(key, value, timeout, version)
        return []

    def delete_many(self, keys, version=None):
        for key in keys:
            self.delete(key, version)

    def has_key(self, key, version=None):
        return self.get(key, self._missing, version) is not self._missing

    __contains__ = has_key

    def incr(self, key, delta=1, version=None):
        value = self.get(key, self._missing, version)
        if value is self._missing:
            raise ValueError(f"Key '{key}' not found")
        self.set(key, value + delta, version=version)
        return value + delta

    def decr(self, key, delta=1, version=None):
        return self.incr(key, -delta, version)

    async def aget(self, key, default=None, version=None):
        return self.get(key, default, version)

    async def aset(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        self.set(key, value, timeout, version)

    async def adelete(self, key, version=None):
        return self.delete(key, version)

    async def aincr(self, key, delta=1, version=None):
        return self.incr(key, delta, version)

    def close(self, **kwargs):
        """Nothing is open."""
