"""Addresses of brokers: `redis://:secret@host:6379/0`."""
from urllib.parse import unquote, urlsplit

_PORTS = {'redis': 6379, 'amqp': 5672, 'memory': 0}


class Address:
    """An address in parts; what is not said is as usual."""

    def __init__(self, url):
        if '://' not in url:
            url = f'{url}://'
        scheme, _, rest = url.partition('://')
        self.transport = {'pyamqp': 'amqp', 'librabbitmq': 'amqp'}.get(scheme, scheme)
        parts = urlsplit(f'x://{rest}')
        self.hostname = parts.hostname or 'localhost'
        self.port = parts.port or _PORTS.get(self.transport, 0)
        self.userid = unquote(parts.username or '') or ('guest' if self.transport == 'amqp' else None)
        self.password = unquote(parts.password or '') or ('guest' if self.transport == 'amqp' else None)
        path = unquote(parts.path[1:])
        self.virtual_host = path or ('0' if self.transport == 'redis' else '/')

    def shown(self, mask='**'):
        """As logs have it: without the password."""
        user = self.userid or ''
        if self.password:
            user = f'{user}:{mask}'
        at = f'{user}@' if user else ''
        if self.transport == 'memory':
            return f'memory://{at}localhost//'
        return f'{self.transport}://{at}{self.hostname}:{self.port}/{self.virtual_host}'
