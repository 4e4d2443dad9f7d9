"""The caches of the settings."""

from django.core.cache.backends.base import InvalidCacheBackendError


class _Caches:
    def __init__(self):
        self._made = {}

    def __getitem__(self, alias):
        if alias not in self._made:
            self._made[alias] = _make(alias)
        return self._made[alias]


def _make(alias):
    from django.conf import settings
    from django.utils.module_loading import import_string

    if alias not in settings.CACHES:
        raise InvalidCacheBackendError(f"The connection '{alias}' doesn't exist.")
    params = dict(settings.CACHES[alias])
    backend = params.pop('BACKEND')
    try:
        return import_string(backend)(params.pop('LOCATION', ''), params)
    except ImportError as error:
        raise InvalidCacheBackendError(f"Could not find backend '{backend}': {error}") from error


class _Default:
    def __getattr__(self, name):
        return getattr(caches['default'], name)

    def __contains__(self, key):
        return key in caches['default']


caches = _Caches()
cache = _Default()
