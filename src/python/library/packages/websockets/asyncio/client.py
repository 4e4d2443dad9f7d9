"""Opening a WebSocket."""

import asyncio
import ssl as _ssl

import _wire
from .._handshake import USER_AGENT, Handshake, no_response
from ..exceptions import InvalidHandshake
from .connection import Connection, closed

# What else can be said of the transport below.
_TRANSPORT = ('host', 'port', 'sock', 'server_hostname', 'family', 'local_addr')


class ClientConnection(Connection):
    is_client = True


class connect:
    """To be awaited, entered, or iterated over: each turn is a new connection. DIVERGES: pings are sent only if an interval is given."""

    def __init__(self, uri, *, origin=None, extensions=None, subprotocols=None, compression='deflate', additional_headers=None,
                 user_agent_header=USER_AGENT, proxy=True, process_exception=None, open_timeout=10, ping_interval=None, ping_timeout=20,
                 close_timeout=10, max_size=2 ** 20, max_queue=16, write_limit=2 ** 15, logger=None, ssl=None, **transport):
        for name in transport:
            if name not in _TRANSPORT:
                raise TypeError(f'BaseEventLoop.create_connection() got an unexpected keyword argument {name!r}')
        self._uri, self._open_timeout, self._ssl, self._transport = uri, open_timeout, ssl, transport
        self._handshake = dict(origin=origin, subprotocols=subprotocols, additional_headers=additional_headers,
                               user_agent_header=user_agent_header)
        self._options = dict(close_timeout=close_timeout, max_size=max_size, ping_interval=ping_interval, ping_timeout=ping_timeout)

    def __await__(self):
        return self._connect().__await__()

    async def _connect(self):
        handshake = Handshake(self._uri, **self._handshake)
        try:
            async with asyncio.timeout(self._open_timeout):
                return await self._open(handshake)
        except TimeoutError as exc:
            raise TimeoutError('timed out during opening handshake') from exc

    async def _open(self, handshake):
        _, host, port, is_tls = handshake.place
        transport = dict(self._transport)
        if 'sock' not in transport:
            transport = {'host': host, 'port': port, **transport}
        if is_tls:
            transport = {'ssl': self._ssl or _ssl.create_default_context(), 'server_hostname': host, **transport}
        reader, writer = await asyncio.open_connection(**transport)
        try:
            writer.write(handshake.request_bytes())
            response, subprotocol = await _wire.drive_async(handshake.read_response(), reader)
        except (_wire.Ended, OSError):
            await closed(writer)
            raise no_response() from EOFError('connection closed while reading HTTP status line')
        except BaseException:
            writer.close()
            raise
        connection = ClientConnection(reader, writer, request=handshake.request, response=response, **self._options)
        connection.subprotocol = subprotocol
        return connection

    async def __aenter__(self):
        self._connection = await self
        return self._connection

    async def __aexit__(self, *exc_info):
        await self._connection.__aexit__(*exc_info)

    async def __aiter__(self):
        pause = 0.1
        while True:
            try:
                connection = await self
            except (OSError, TimeoutError, InvalidHandshake):
                await asyncio.sleep(pause)
                pause = min(pause * 2, 90)
                continue
            pause = 0.1
            try:
                yield connection
            finally:
                await connection.close()
