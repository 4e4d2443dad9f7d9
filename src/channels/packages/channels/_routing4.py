"""Routers of Channels 4: each picks the application that a connection belongs to, by something in its scope."""

import importlib


def get_default_application():
    """What ASGI_APPLICATION names, as `package.module.attribute`."""
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured

    path, name = settings.ASGI_APPLICATION.rsplit('.', 1)
    try:
        module = importlib.import_module(path)
    except ImportError:
        raise ImproperlyConfigured(f'Cannot import ASGI_APPLICATION module {path!r}')
    try:
        return getattr(module, name)
    except AttributeError:
        raise ImproperlyConfigured(f'Cannot find {name!r} in ASGI_APPLICATION module {path}')


class ProtocolTypeRouter:
    """By the protocol: `http`, `websocket`, `channel`, `lifespan`."""

    def __init__(self, application_mapping):
        self.application_mapping = application_mapping

    async def __call__(self, scope, receive, send):
        if scope['type'] not in self.application_mapping:
            raise ValueError(f'No application configured for scope type {scope["type"]!r}')
        return await self.application_mapping[scope['type']](scope, receive, send)


class URLRouter:
    """By the path, with the patterns of `path()` and `re_path()`. The first that fits is taken.

    What is matched goes into `scope['url_route']`; a router within a router is given what is left, in `scope['path_remaining']`.
    """

    _path_routing = True

    def __init__(self, routes):
        from django.core.exceptions import ImproperlyConfigured
        from django.urls.resolvers import URLResolver

        self.routes = routes
        for route in routes:
            if isinstance(route, URLResolver):
                raise ImproperlyConfigured(f'{route}: include() is not supported in URLRouter. Use nested URLRouter instances instead.')
            if getattr(route.callback, '_path_routing', False):
                # A router takes what is left: its pattern does not have to fit to the end.
                route.pattern._is_endpoint = False

    async def __call__(self, scope, receive, send):
        from django.urls.exceptions import Resolver404

        path = scope.get('path_remaining', scope.get('path'))
        if path is None:
            raise ValueError("No 'path' key in connection scope, cannot route URLs")
        path = path.lstrip('/')
        for route in self.routes:
            match = route.pattern.match(path)
            if match is None:
                continue
            try:
                return await route.callback(_routed(scope, match, route.default_args), receive, send)
            except Resolver404:
                # Nothing in the router within: the next pattern may fit as well.
                continue
        error = Resolver404 if 'path_remaining' in scope else ValueError
        raise error(f'No route found for path {path!r}.')


def _routed(scope, match, default_args):
    rest, args, kwargs = match
    outer = scope.get('url_route', {})
    return {**scope, 'path_remaining': rest, 'url_route': {
        'args': (*outer.get('args', ()), *args), 'kwargs': {**outer.get('kwargs', {}), **kwargs, **default_args}}}


class ChannelNameRouter:
    """By the name of the channel that a worker took the message from."""

    def __init__(self, application_mapping):
        self.application_mapping = application_mapping

    async def __call__(self, scope, receive, send):
        if 'channel' not in scope:
            raise ValueError("ChannelNameRouter got a scope without a 'channel' key. Did you make sure it's only being used for "
                             "'channel' type messages?")
        if scope['channel'] not in self.application_mapping:
            raise ValueError(f'No application configured for channel name {scope["channel"]!r}')
        return await self.application_mapping[scope['channel']](scope, receive, send)
