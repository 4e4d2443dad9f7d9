"""What stands in a `urls.py`."""

import functools
from importlib import import_module

from django.core.exceptions import ImproperlyConfigured

from .resolvers import RegexPattern, RoutePattern, URLPattern, URLResolver


def include(arg, namespace=None, app_name=None):
    """The patterns of another module, or a list of some; a pair names their application. `app_name` is of Django 1.x."""
    urlconf = arg
    if isinstance(arg, tuple):
        if len(arg) == 3:
            urlconf, app_name, namespace = arg
        elif len(arg) == 2:
            urlconf, app_name = arg
        else:
            raise ImproperlyConfigured(
                'Passing a 3-tuple to include() is not supported. Pass a 2-tuple containing the list of patterns and app_name, and '
                'provide the namespace argument to include() instead.')
    if isinstance(urlconf, str):
        urlconf = import_module(urlconf)
    app_name = getattr(urlconf, 'app_name', app_name)
    if namespace and not app_name and not isinstance(arg, tuple):
        raise ImproperlyConfigured(
            'Specifying a namespace in include() without providing an app_name is not supported. Set the app_name attribute in the '
            'included module, or pass a 2-tuple containing the list of patterns and app_name instead.')
    return urlconf, app_name, namespace or app_name


def _path(route, view, kwargs=None, name=None, Pattern=None):
    if kwargs is not None and not isinstance(kwargs, dict):
        raise TypeError(f'kwargs argument must be a dict, but got {type(kwargs).__name__}.')
    if isinstance(view, (list, tuple)):
        urlconf, app_name, namespace = view
        return URLResolver(Pattern(route, is_endpoint=False), urlconf, kwargs, app_name=app_name, namespace=namespace)
    if callable(view):
        return URLPattern(Pattern(route, name=name, is_endpoint=True), view, kwargs, name)
    if hasattr(view, 'as_view'):
        raise TypeError(f'view must be a callable, pass {type(view).__name__}.as_view(), not {type(view).__name__}().')
    raise TypeError('view must be a callable or a list/tuple in the case of include().')


path = functools.partial(_path, Pattern=RoutePattern)
re_path = functools.partial(_path, Pattern=RegexPattern)
