"""Which pages of which hosts may open a socket, in 1.x: by the Origin header of websocket.connect."""
from functools import update_wrapper
from urllib.parse import urlparse

from django.conf import settings
from django.http.request import validate_host

from ..exceptions import DenyConnection


class BaseOriginValidator:
    """A decorator for consumers of websocket.connect. Without a readable Origin the socket is denied; else `validate_origin` decides."""

    def __init__(self, func):
        update_wrapper(self, func)
        self.func = func

    def __call__(self, message, *args, **kwargs):
        if not self.validate_origin(message, self.get_origin(message)):
            raise DenyConnection
        return self.func(message, *args, **kwargs)

    def get_header(self, message, name):
        """The values of the first header of that name."""
        content = getattr(message, 'content', message)
        for header in content['headers']:
            if header and header[0] == name:
                return header[1:]
        raise KeyError(f'No header named "{name}"')

    def get_origin(self, message):
        try:
            return self.get_header(message, b'origin')[0].decode('ascii')
        except (IndexError, KeyError, UnicodeDecodeError):
            raise DenyConnection

    def validate_origin(self, message, origin):
        raise NotImplementedError('You must overwrite this method.')


class AllowedHostsOnlyOriginValidator(BaseOriginValidator):
    """Hosts of the setting ALLOWED_HOSTS."""

    def validate_origin(self, message, origin):
        allowed = settings.ALLOWED_HOSTS
        if settings.DEBUG and not allowed:
            allowed = ['localhost', '127.0.0.1', '[::1]']
        hostname = urlparse(origin).hostname
        return bool(hostname) and validate_host(hostname, allowed)


allowed_hosts_only = AllowedHostsOnlyOriginValidator
