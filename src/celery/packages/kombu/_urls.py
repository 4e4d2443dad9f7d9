"""Addresses of brokers: `redis://:secret@host:6379/0`."""
from urllib.parse import unquote, urlsplit

_PORTS = {'redis': 6379, 'amqp': 5672, 'memory': 0, 'sqs': 0}
_NAMES = {'pyamqp': 'amqp', 'librabbitmq': 'amqp'}


class Address:
    """An address in parts; what is not said is as usual."""

    def __init__(self, url, userid=None, password=None, virtual_host=None, port=None):
        """What is given beside the address counts more."""
        if '://' not in url:
            url = f'{url}://' if url in _PORTS or url in _NAMES else f'amqp://{url}'
        scheme, _, rest = url.partition('://')
        self.transport = _NAMES.get(scheme, scheme)
        parts = urlsplit(f'x://{rest}')
        self.hostname = parts.hostname or 'localhost'
        self.port = port or parts.port or _PORTS.get(self.transport, 0)
        self.userid = userid or unquote(parts.username or '') or ('guest' if self.transport == 'amqp' else None)
        self.password = password or unquote(parts.password or '') or ('guest' if self.transport == 'amqp' else None)
        path = unquote(parts.path[1:])
        self.virtual_host = virtual_host or path or ('0' if self.transport == 'redis' else '/')

    def shown(self, with_password=False, mask='**'):
        """As logs have it."""
        user = self.userid or ''
        if self.password:
            user = f'{user}:{self.password if with_password else mask}'
        at = f'{user}@' if user else ''
        if self.transport in ('memory', 'sqs'):
            return f'{self.transport}://{at}localhost//'
        return f'{self.transport}://{at}{self.hostname}:{self.port}/{self.virtual_host}'
