"""Where the server is, and who asks."""
from urllib.parse import parse_qs, unquote, urlparse

from pika.credentials import PlainCredentials


class Parameters:
    """What every connection can be told. What has to do with bytes on a wire is kept and has no effect."""

    DEFAULT_HOST = 'localhost'
    DEFAULT_PORT = 5672
    DEFAULT_VIRTUAL_HOST = '/'

    def __init__(self):
        self.host = self.DEFAULT_HOST
        self.port = self.DEFAULT_PORT
        self.virtual_host = self.DEFAULT_VIRTUAL_HOST
        self.credentials = PlainCredentials('guest', 'guest')
        self.connection_attempts = 1
        self.retry_delay = 2.0
        self.heartbeat = None
        self.blocked_connection_timeout = None
        self.socket_timeout = 10.0
        self.stack_timeout = 15.0
        self.channel_max = 65535
        self.frame_max = 131072
        self.locale = 'en_US'
        self.client_properties = None
        self.ssl_options = None
        self.tcp_options = None

    def __repr__(self):
        return f'<{type(self).__name__} host={self.host} port={self.port} virtual_host={self.virtual_host} ssl={bool(self.ssl_options)}>'


class ConnectionParameters(Parameters):
    def __init__(self, host=None, port=None, virtual_host=None, credentials=None, **options):
        super().__init__()
        given = {'host': host, 'port': port, 'virtual_host': virtual_host, 'credentials': credentials, **options}
        for name, value in given.items():
            if name not in vars(self):
                raise TypeError(f'unexpected kwargs: {options!r}')
            if value is not None:
                setattr(self, name, value)


class URLParameters(Parameters):
    """`amqp://user:password@host:5672/%2F?heartbeat=600`"""

    _NUMBERS = {
        'blocked_connection_timeout': float, 'channel_max': int, 'connection_attempts': int, 'frame_max': int, 'heartbeat': int,
        'retry_delay': float, 'socket_timeout': float, 'stack_timeout': float,
    }

    def __init__(self, url):
        super().__init__()
        parts = urlparse(url)
        if parts.scheme not in ('amqp', 'amqps', 'http', 'https'):
            raise ValueError(f'Unexpected URL scheme {parts.scheme!r}; supported scheme values: amqp, amqps')
        if parts.hostname:
            self.host = parts.hostname
        if parts.port is not None:
            self.port = parts.port
        if parts.username is not None:
            self.credentials = PlainCredentials(unquote(parts.username), unquote(parts.password or ''))
        if len(parts.path) > 1:
            self.virtual_host = unquote(parts.path[1:].split('/')[0])
        for name, values in parse_qs(parts.query).items():
            if name in self._NUMBERS:
                setattr(self, name, self._NUMBERS[name](values[-1]))
