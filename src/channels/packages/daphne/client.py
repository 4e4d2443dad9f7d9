"""A client's connection: what it sends is read as HTTP, and handed on to the server as requests and sockets."""

import asyncio
import socket
import struct

import _wire

from .request import Request

HEAD_MAX = 16384


class Client(asyncio.StreamReaderProtocol):
    """One TCP connection. Its task reads; what it waits for ends with the connection."""

    def __init__(self, server):
        self.reader = asyncio.StreamReader(limit=HEAD_MAX)
        super().__init__(self.reader)
        self.server = server
        self.transport = None
        self.task = None
        # The request or socket that is being served.
        self.current = None

    def connection_made(self, transport):
        super().connection_made(transport)
        self.transport = transport
        self.server.clients.add(self)
        host, port = self.address
        self.task = asyncio.get_running_loop().create_task(self._serve(), name=f'client {host}:{port}')

    @property
    def address(self):
        peer = self.transport.get_extra_info('peername')
        return [peer[0], peer[1]] if isinstance(peer, tuple) and len(peer) > 1 else ['', 0]

    def eof_received(self):
        super().eof_received()
        return False

    def connection_lost(self, exc):
        super().connection_lost(exc)
        # How it ended is no news to anybody.
        self._get_close_waiter(self).exception()
        self.server.clients.discard(self)
        if self.current is not None:
            self.current.connection_lost()

    def write(self, data):
        self.transport.write(data)

    def close(self):
        self.transport.close()

    def abort(self):
        """Resets the connection."""
        self.transport.get_extra_info('socket').setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
        self.transport.abort()

    async def read(self, generator):
        return await _wire.drive_async(generator, self.reader)

    async def _serve(self):
        try:
            while await self._serve_one():
                pass
        except (_wire.BadMessage, ValueError):
            self.write(b'HTTP/1.1 400 Bad Request\r\n\r\n')
        except (_wire.Ended, OSError):
            pass
        finally:
            self.close()

    async def _serve_one(self):
        """False: it is not to be used again."""
        head = await self.read(_wire.read_request_head())
        if head is None:
            return False
        request = Request(head, self, self.server)
        if not request.is_ascii:
            return await self._answer(self.server.request_type(request))
        if request.is_upgrade:
            self.current = self.server.socket_type(request)
            await self.current.serve()
            return False
        if request.header(b'expect').lower() == b'100-continue':
            self.write(b'HTTP/1.1 100 Continue\r\n\r\n')
        state = _wire.body_state(request.wire_headers, until_close=False)
        while piece := await self.read(_wire.read_chunk(state)):
            request.body += piece
        return await self._answer(self.server.request_type(request))

    async def _answer(self, web_request):
        self.current = web_request
        web_request.process()
        await web_request.over
        self.current = None
        return web_request.is_kept and not self.transport.is_closing()
