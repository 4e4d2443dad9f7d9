"""From a path to its view and back."""

import contextvars

from .exceptions import Resolver404
from .resolvers import get_resolver

_prefix = contextvars.ContextVar('script_prefix', default='/')
_urlconf = contextvars.ContextVar('urlconf', default=None)


def resolve(path, urlconf=None):
    return get_resolver(urlconf or get_urlconf()).resolve(path)


def reverse(viewname, urlconf=None, args=None, kwargs=None, current_app=None):
    """The path that leads to the view of this name, or to this view."""
    from ._backwards import find_path

    if args and kwargs:
        raise ValueError("Don't mix *args and **kwargs in call to reverse()!")
    resolver = get_resolver(urlconf or get_urlconf())
    return get_script_prefix() + find_path(resolver, viewname, tuple(args or ()), kwargs or {})


def reverse_lazy(viewname, urlconf=None, args=None, kwargs=None, current_app=None):
    from django.utils.functional import lazystr_of

    return lazystr_of(lambda: reverse(viewname, urlconf, args, kwargs, current_app))


def clear_url_caches():
    from .resolvers import _get_cached_resolver

    _get_cached_resolver.cache_clear()


def set_script_prefix(prefix):
    _prefix.set(prefix if prefix.endswith('/') else prefix + '/')


def get_script_prefix():
    return _prefix.get()


def clear_script_prefix():
    _prefix.set('/')


def set_urlconf(urlconf_name):
    _urlconf.set(urlconf_name)


def get_urlconf(default=None):
    return _urlconf.get() or default


def is_valid_path(path, urlconf=None):
    """What it leads to, or False."""
    try:
        return resolve(path, urlconf)
    except Resolver404:
        return False


