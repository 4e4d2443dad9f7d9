"""Opening a WebSocket."""

import asyncio
import ssl as _ssl

import _wire
from ..exceptions import InvalidHandshake, InvalidMessage, InvalidStatus, InvalidURI
from .connection import Connection


class ClientConnection(Connection):
    is_client = True


class _Response:
    def __init__(self, status_code, reason_phrase, headers):
        self.status_code, self.reason_phrase, self.headers = status_code, reason_phrase, headers
        self.body = b''


class connect:
    """To be awaited, entered, or iterated over: each turn is a new connection."""

    def __init__(self, uri, *, origin=None, additional_headers=None, subprotocols=None, open_timeout=10, close_timeout=10,
                 ping_interval=20, ping_timeout=20, ssl=None, **unused):
        self._uri, self._headers, self._subprotocols, self._origin = uri, additional_headers, subprotocols, origin
        self._open_timeout, self._close_timeout, self._ssl = open_timeout, close_timeout, ssl

    def __await__(self):
        return self._connect().__await__()

    async def _connect(self):
        try:
            scheme, host, port, is_tls = _wire.place_of(self._uri)
        except ValueError:
            raise InvalidURI(self._uri, "scheme isn't ws or wss") from None
        if scheme not in ('ws', 'wss'):
            raise InvalidURI(self._uri, "scheme isn't ws or wss")
        try:
            async with asyncio.timeout(self._open_timeout):
                return await self._open(host, port, is_tls)
        except TimeoutError as exc:
            raise TimeoutError('timed out during opening handshake') from exc

    async def _open(self, host, port, is_tls):
        context = (self._ssl or _ssl.create_default_context()) if is_tls else None
        reader, writer = await asyncio.open_connection(host, port, ssl=context, server_hostname=host if is_tls else None)
        key = _wire.new_key()
        headers = _wire.Headers({'Host': _wire.host_header(self._uri), 'Upgrade': 'websocket', 'Connection': 'Upgrade',
                                 'Sec-WebSocket-Key': key, 'Sec-WebSocket-Version': '13', 'User-Agent': 'Python/3.14 websockets/15.0.1'})
        if self._origin is not None:
            headers['Origin'] = self._origin
        headers.update(self._headers)
        if self._subprotocols:
            headers['Sec-WebSocket-Protocol'] = ', '.join(self._subprotocols)
        try:
            writer.write(_wire.request_bytes('GET', self._uri, headers, b''))
            version, status, reason, answer = await _wire.drive_async(_wire.read_response_head(), reader)
            response = _Response(status, reason, answer)
            if status != 101:
                raise InvalidStatus(response)
            if answer.get('Sec-WebSocket-Accept') != _wire.accept_of(key):
                raise InvalidHandshake('invalid Sec-WebSocket-Accept header')
        except (_wire.Ended, OSError):
            writer.close()
            raise InvalidMessage('did not receive a valid HTTP response') from EOFError('connection closed while reading HTTP status line')
        except _wire.BadMessage as exc:
            writer.close()
            raise InvalidMessage('did not receive a valid HTTP response') from ValueError(f'unsupported protocol; expected HTTP/1.1: {exc.args[0]!r}')
        except BaseException:
            writer.close()
            raise
        connection = ClientConnection(reader, writer, response=response, close_timeout=self._close_timeout)
        connection.subprotocol = answer.get('Sec-WebSocket-Protocol')
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
