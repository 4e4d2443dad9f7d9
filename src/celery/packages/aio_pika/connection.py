"""A connection with the server that ends when the server does."""
import asyncio
from urllib.parse import parse_qs, quote, unquote, urlsplit

from ._callbacks import CallbackCollection
from ._link import connect as open_link
from .abc import AbstractConnection
from .channel import Channel


class Address:
    """`amqp://user:password@host:5672/vhost?reconnect_interval=1`"""

    def __init__(self, url):
        parts = urlsplit(url)
        self.hostname = parts.hostname or 'localhost'
        self.port = parts.port or 5672
        self.userid = unquote(parts.username or 'guest')
        self.password = unquote(parts.password or 'guest')
        self.virtual_host = unquote(parts.path[1:]) or '/'
        self.query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        host = parts.netloc.rpartition('@')[2]
        login = '' if parts.username is None else f'{parts.username}:******@' if parts.password else f'{parts.username}@'
        self._shown = f'{parts.scheme}://{login}{host}{parts.path}' + (f'?{parts.query}' if parts.query else '')

    def __str__(self):
        return self._shown


def make_url(url=None, *, host='localhost', port=5672, login='guest', password='guest', virtualhost='/', ssl=False, **query):
    if url is not None:
        return str(url)
    asked = '&'.join(f'{name}={value}' for name, value in query.items() if value is not None)
    scheme = 'amqps' if ssl else 'amqp'
    path = f'/{quote(virtualhost, safe="/")}'
    return f'{scheme}://{quote(login)}:{quote(password)}@{host}:{port}{path}' + (f'?{asked}' if asked else '')


class Connection(AbstractConnection):
    _CHANNEL = Channel

    def __init__(self, url, loop=None, **options):
        self.loop = loop or asyncio.get_running_loop()
        self.url = Address(url)
        self.options = {**self.url.query, **options}
        self.is_closed = False
        self.close_callbacks = CallbackCollection(self)
        self.connected = asyncio.Event()
        self._link = None

    def __str__(self):
        return str(self.url)

    def __repr__(self):
        return f'<{type(self).__name__}: "{self}">'

    async def connect(self, timeout=None):
        self._link = await asyncio.wait_for(open_link(self.url, self.loop), timeout)
        self._link.on_lost = self._lost
        self.connected.set()

    def _lost(self, error):
        self.connected.clear()
        self.is_closed = True
        self.close_callbacks(error)

    async def ready(self):
        """Waits until it is connected."""
        await self.connected.wait()

    async def link(self):
        await self.ready()
        return self._link

    def channel(self, channel_number=None, publisher_confirms=True, on_return_raises=False):
        """To be awaited, or entered."""
        if self._link is None:
            raise RuntimeError('Connection was not opened')
        return self._CHANNEL(self, channel_number, publisher_confirms, on_return_raises)

    async def close(self, exc=None):
        self.is_closed = True
        if self._link is not None:
            await asyncio.sleep(0)
            self._link.close()
            self._link = None
            self.close_callbacks(exc)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        await self.close()


async def connect(url=None, *, host='localhost', port=5672, login='guest', password='guest', virtualhost='/', ssl=False, loop=None,
                  ssl_options=None, ssl_context=None, timeout=None, client_properties=None, connection_class=Connection, **options):
    connection = connection_class(
        make_url(url, host=host, port=port, login=login, password=password, virtualhost=virtualhost, ssl=ssl), loop=loop, **options)
    await connection.connect(timeout=timeout)
    return connection
