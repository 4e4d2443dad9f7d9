"""WebSockets of other sites are refused, by the header Origin that a browser sends."""

from urllib.parse import urlparse

from django.conf import settings
from django.http.request import is_same_domain

from ..generic.websocket import AsyncWebsocketConsumer

_PORTS = {'http': 80, 'ws': 80, 'https': 443, 'wss': 443}


class OriginValidator:
    """`allowed_origins`: hosts, or scheme, host and port; `.example.com` is that one and all below it, `*` is any."""

    def __init__(self, application, allowed_origins):
        self.application, self.allowed_origins = application, allowed_origins

    async def __call__(self, scope, receive, send):
        if scope['type'] != 'websocket':
            raise ValueError('You cannot use OriginValidator on a non-WebSocket connection')
        header = next((value for name, value in scope.get('headers', []) if name == b'origin'), None)
        origin = None if header is None else urlparse(header.decode('latin1'))
        application = self.application if self.valid_origin(origin) else WebsocketDenier()
        return await application(scope, receive, send)

    def valid_origin(self, parsed_origin):
        return '*' in self.allowed_origins or (parsed_origin is not None and self.validate_origin(parsed_origin))

    def validate_origin(self, parsed_origin):
        return any(pattern == '*' or self.match_allowed_origin(parsed_origin, pattern) for pattern in self.allowed_origins)

    def match_allowed_origin(self, parsed_origin, pattern):
        if parsed_origin is None or parsed_origin.hostname is None:
            return False
        allowed = urlparse(pattern.lower())
        if not allowed.scheme:
            return is_same_domain(parsed_origin.hostname, urlparse(f'//{pattern}').hostname or pattern)
        return (allowed.scheme == parsed_origin.scheme and self.get_origin_port(allowed) == self.get_origin_port(parsed_origin)
                and is_same_domain(parsed_origin.hostname, allowed.hostname))

    def get_origin_port(self, origin):
        return origin.port if origin.port is not None else _PORTS.get(origin.scheme)


def AllowedHostsOriginValidator(application):
    """By ALLOWED_HOSTS."""
    allowed = settings.ALLOWED_HOSTS
    if settings.DEBUG and not allowed:
        allowed = ['localhost', '127.0.0.1', '[::1]']
    return OriginValidator(application, allowed)


class WebsocketDenier(AsyncWebsocketConsumer):
    """Refuses everybody."""

    async def connect(self):
        await self.close()
