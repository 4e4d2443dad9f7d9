"""Serving WebSockets."""

import asyncio
import logging

import _wire
from ..exceptions import ConnectionClosed
from .connection import Connection

_log = logging.getLogger('websockets.server')


class ServerConnection(Connection):
    server = None


class Request:
    def __init__(self, path, headers):
        self.path, self.headers = path, headers


class Server:
    def __init__(self, handler, server, subprotocols):
        self._handler, self._subprotocols = handler, subprotocols
        self._server = server
        self.connections = set()
        self._tasks = set()

    sockets = property(lambda self: self._server.sockets)

    def is_serving(self):
        return self._server.is_serving()

    def get_loop(self):
        return self._server.get_loop()

    async def serve_forever(self):
        await self._server.serve_forever()

    def close(self, close_connections=True):
        self._server.close()
        for connection in list(self.connections):
            asyncio.ensure_future(connection.close(1001))

    async def wait_closed(self):
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, reader, writer):
        task = asyncio.current_task()
        self._tasks.add(task)
        try:
            await self._serve_one(reader, writer)
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _serve_one(self, reader, writer):
        try:
            head = await _wire.drive_async(_wire.read_request_head(), reader)
        except (_wire.BadMessage, OSError):
            return
        if head is None:
            return
        method, path, version, headers = head
        if 'Sec-WebSocket-Key' not in headers:
            body = b'Failed to open a WebSocket connection: missing Connection header.\n'
            writer.write(_wire.response_bytes(426, 'Upgrade Required', {'Content-Length': len(body), 'Connection': 'close'}, body))
            return
        answer = _wire.Headers({'Upgrade': 'websocket', 'Connection': 'Upgrade',
                                'Sec-WebSocket-Accept': _wire.accept_of(headers['Sec-WebSocket-Key'])})
        offered = [name.strip() for name in headers.get('Sec-WebSocket-Protocol', '').split(',')]
        chosen = next((name for name in self._subprotocols or () if name in offered), None)
        if chosen:
            answer['Sec-WebSocket-Protocol'] = chosen
        writer.write(_wire.response_bytes(101, 'Switching Protocols', answer))
        connection = ServerConnection(reader, writer, request=Request(path, headers))
        connection.server, connection.subprotocol = self, chosen
        self.connections.add(connection)
        try:
            await self._handler(connection)
        except ConnectionClosed:
            pass
        except Exception:
            _log.error('connection handler failed', exc_info=True)
            await connection.close(1011)
        finally:
            await connection.close()
            self.connections.discard(connection)


class serve:
    """To be awaited or entered: gives the server."""

    def __init__(self, handler, host=None, port=None, *, subprotocols=None, ssl=None, **unused):
        self._handler, self._host, self._port, self._subprotocols, self._ssl = handler, host, port, subprotocols, ssl

    def __await__(self):
        return self._start().__await__()

    async def _start(self):
        made = asyncio.get_running_loop().create_future()

        async def serve_one(reader, writer):
            await (await made)._serve(reader, writer)

        listening = await asyncio.start_server(serve_one, self._host, self._port, ssl=self._ssl)
        made.set_result(Server(self._handler, listening, self._subprotocols))
        return made.result()

    async def __aenter__(self):
        self._server = await self
        return self._server

    async def __aexit__(self, *exc_info):
        self._server.close()
        await self._server.wait_closed()
