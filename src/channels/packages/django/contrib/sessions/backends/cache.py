"""Sessions in the cache: with that of a process, another process does not know them."""

from django.conf import settings

from .base import CreateError, KeyedSession

_PREFIX = 'django.contrib.sessions.cache'


class SessionStore(KeyedSession):
    def __init__(self, session_key=None):
        from django.core.cache import caches

        self._cache = caches[settings.SESSION_CACHE_ALIAS]
        super().__init__(session_key)

    def _read(self, session_key):
        return self._cache.get(_PREFIX + session_key) if session_key else None

    def _write(self, session_key, data, ends, is_new):
        put = self._cache.add if is_new else self._cache.set
        if put(_PREFIX + session_key, (data, ends), self.get_expiry_age()) is False:
            raise CreateError

    def _remove(self, session_key):
        self._cache.delete(_PREFIX + session_key)
