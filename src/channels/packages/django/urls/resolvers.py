"""Patterns, and the tree that they make."""

import functools
import importlib
import re

from django.core.exceptions import ImproperlyConfigured

from .converters import get_converters
from .exceptions import NoReverseMatch, Resolver404

_PARAMETER = re.compile(r'<(?:(?P<converter>[^>:]+):)?(?P<parameter>[^>]+)>')


class ResolverMatch:
    """What was found for a path."""

    def __init__(self, func, args, kwargs, url_name=None, app_names=None, namespaces=None, route=None, tried=None,
                 captured_kwargs=None, extra_kwargs=None):
        self.func, self.args, self.kwargs, self.url_name, self.route, self.tried = func, args, kwargs, url_name, route, tried
        self.captured_kwargs, self.extra_kwargs = captured_kwargs, extra_kwargs
        self.app_names = [name for name in app_names or [] if name]
        self.app_name = ':'.join(self.app_names)
        self.namespaces = [name for name in namespaces or [] if name]
        self.namespace = ':'.join(self.namespaces)
        view = getattr(func, 'view_class', func)
        self._func_path = f'{view.__module__}.{getattr(view, "__qualname__", type(view).__name__)}'
        self.view_name = ':'.join([*self.namespaces, url_name or self._func_path])

    def __getitem__(self, index):
        return (self.func, self.args, self.kwargs)[index]

    def __repr__(self):
        return (f'ResolverMatch(func={self._func_path}, args={self.args!r}, kwargs={self.kwargs!r}, url_name={self.url_name!r}, '
                f'app_names={self.app_names!r}, namespaces={self.namespaces!r}, route={self.route!r})')


class RegexPattern:
    """A pattern of `re_path()` or `url()`. Named groups are arguments by name; without any, the others are by place."""

    def __init__(self, regex, name=None, is_endpoint=False):
        self._regex, self.name, self._is_endpoint = regex, name, is_endpoint
        self.converters = {}

    @functools.cached_property
    def regex(self):
        try:
            return re.compile(str(self._regex))
        except re.error as error:
            raise ImproperlyConfigured(f'"{self._regex}" is not a valid regular expression: {error}') from error

    def match(self, path):
        """The rest of the path, arguments by place and by name; None where it does not fit."""
        is_whole = self._is_endpoint and self.regex.pattern.endswith('$')
        match = self.regex.fullmatch(path) if is_whole else self.regex.search(path)
        if match is None:
            return None
        named = match.groupdict()
        return path[match.end():], () if named else match.groups(), {name: value for name, value in named.items() if value is not None}

    def pieces(self):
        """Its text cut at its arguments: texts and (name, regex, to_url)."""
        from ._backwards import pieces_of_regex

        return pieces_of_regex(str(self._regex))

    def __str__(self):
        return str(self._regex)


class RoutePattern:
    """A pattern of `path()`, with converters between angle brackets."""

    def __init__(self, route, name=None, is_endpoint=False):
        self._route, self.name, self._is_endpoint = route, name, is_endpoint

    @functools.cached_property
    def _parsed(self):
        """Texts and (name, converter), in order."""
        route, found, end = str(self._route), [], 0
        for match in _PARAMETER.finditer(route):
            found.append(route[end:match.start()])
            end = match.end()
            name, kind = match['parameter'], match['converter'] or 'str'
            if not name.isidentifier():
                raise ImproperlyConfigured(
                    f'URL route {route!r} uses parameter name {name!r} which isn\'t a valid Python identifier.')
            if kind not in get_converters():
                raise ImproperlyConfigured(f'URL route {route!r} uses invalid converter {kind!r}.')
            if any(isinstance(item, tuple) and item[0] == name for item in found):
                raise ImproperlyConfigured(f'URL route {route!r} uses parameter name {name!r} more than once.')
            found.append((name, get_converters()[kind]))
        return [*found, route[end:]]

    @property
    def converters(self):
        return dict(item for item in self._parsed if isinstance(item, tuple))

    @functools.cached_property
    def regex(self):
        parts = ['^', *(f'(?P<{item[0]}>{item[1].regex})' if isinstance(item, tuple) else re.escape(item) for item in self._parsed)]
        return re.compile(''.join(parts) + (r'\Z' if self._is_endpoint else ''))

    def match(self, path):
        match = self.regex.search(path)
        if match is None:
            return None
        kwargs = match.groupdict()
        for name, converter in self.converters.items():
            try:
                kwargs[name] = converter.to_python(kwargs[name])
            except ValueError:
                return None
        return path[match.end():], (), kwargs

    def pieces(self):
        return [(item[0], item[1].regex, item[1].to_url) if isinstance(item, tuple) else item for item in self._parsed]

    def __str__(self):
        return str(self._route)


class URLPattern:
    """A leaf: a pattern and its view."""

    def __init__(self, pattern, callback, default_args=None, name=None):
        self.pattern, self.callback, self.default_args, self.name = pattern, callback, default_args or {}, name

    def __repr__(self):
        name = f" [name='{self.name}']" if self.name else ''
        return f"<URLPattern '{self.pattern}'{name}>"

    def resolve(self, path):
        match = self.pattern.match(path)
        if match is None:
            return None
        _, args, kwargs = match
        return ResolverMatch(self.callback, args, {**kwargs, **self.default_args}, self.pattern.name, route=str(self.pattern),
                             captured_kwargs=kwargs, extra_kwargs=self.default_args)


class URLResolver:
    """A branch: a pattern, and the patterns below it."""

    def __init__(self, pattern, urlconf_name, default_kwargs=None, app_name=None, namespace=None):
        self.pattern, self.urlconf_name, self.default_kwargs = pattern, urlconf_name, default_kwargs or {}
        self.app_name, self.namespace, self.callback = app_name, namespace, None

    def __repr__(self):
        urls = f'<{len(self.urlconf_name)} URL list>' if isinstance(self.urlconf_name, list) else repr(self.urlconf_name)
        return f'<URLResolver {urls} ({self.app_name}:{self.namespace}) {str(self.pattern)!r}>'

    @functools.cached_property
    def urlconf_module(self):
        named = self.urlconf_name
        return importlib.import_module(named) if isinstance(named, str) else named

    @functools.cached_property
    def url_patterns(self):
        patterns = getattr(self.urlconf_module, 'urlpatterns', self.urlconf_module)
        try:
            iter(patterns)
        except TypeError:
            raise ImproperlyConfigured(
                f"The included URLconf '{self.urlconf_name}' does not appear to have any patterns in it. If you see the "
                "'urlpatterns' variable with valid patterns in the file then the issue is probably caused by a circular import.") from None
        return patterns

    def resolve(self, path):
        tried = []
        match = self.pattern.match(str(path))
        if match is None:
            raise Resolver404({'path': path})
        rest, args, kwargs = match
        for pattern in self.url_patterns:
            try:
                found = pattern.resolve(rest)
            except Resolver404 as error:
                below = (error.args[0] if error.args else {}).get('tried')
                tried += [[pattern, *item] for item in below] if below is not None else [[pattern]]
                continue
            if found is None:
                tried.append([pattern])
                continue
            return self._above(found, '' if isinstance(pattern, URLPattern) else str(pattern.pattern), args, kwargs, tried)
        raise Resolver404({'tried': tried, 'path': rest})

    def _above(self, found, below, args, kwargs, tried):
        """What was found below, with what this branch itself took from the path. `below`: the pattern of the branch there."""
        merged = {**kwargs, **self.default_kwargs}
        route = below + found.route.removeprefix('^') if below else found.route
        # Arguments by place count only where there are none by name.
        by_place = found.args if merged else (*args, *found.args)
        return ResolverMatch(
            found.func, by_place, {**merged, **found.kwargs}, found.url_name, [self.app_name, *found.app_names],
            [self.namespace, *found.namespaces], route, tried, found.captured_kwargs, {**self.default_kwargs, **(found.extra_kwargs or {})})


def get_resolver(urlconf=None):
    if urlconf is None:
        from django.conf import settings

        urlconf = settings.ROOT_URLCONF
    return _get_cached_resolver(urlconf if not isinstance(urlconf, list) else tuple(urlconf))


@functools.lru_cache(maxsize=None)
def _get_cached_resolver(urlconf):
    return URLResolver(RegexPattern('^/'), list(urlconf) if isinstance(urlconf, tuple) else urlconf)
