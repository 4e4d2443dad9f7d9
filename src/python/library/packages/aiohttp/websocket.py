"""WebSocket messages, and what both ends of a connection have in common."""

import asyncio
import json
from collections import namedtuple
from enum import IntEnum

import _wire


class WSMsgType(IntEnum):
    CONTINUATION = 0
    TEXT = 1
    BINARY = 2
    CLOSE = 8
    PING = 9
    PONG = 10
    CLOSING = 256
    CLOSED = 257
    ERROR = 258
    text, binary, close, ping, pong, closing, closed, error = TEXT, BINARY, CLOSE, PING, PONG, CLOSING, CLOSED, ERROR


class WSCloseCode(IntEnum):
    OK = 1000
    GOING_AWAY = 1001
    PROTOCOL_ERROR = 1002
    UNSUPPORTED_DATA = 1003
    ABNORMAL_CLOSURE = 1006
    INVALID_TEXT = 1007
    POLICY_VIOLATION = 1008
    MESSAGE_TOO_BIG = 1009
    INTERNAL_ERROR = 1011


class WSMessage(namedtuple('WSMessage', 'type data extra')):
    def json(self, *, loads=json.loads):
        return loads(self.data)


class WebSocketError(Exception):
    def __init__(self, code, message):
        self.code = code
        super().__init__(code, message)


_CLOSED = WSMessage(WSMsgType.CLOSED, None, None)


class WebSocketEnd:
    """One end of an open WebSocket."""

    _is_client = False

    def _open(self, reader, writer):
        self._reader, self._writer = reader, writer
        self._has_closed = False
        self._is_over = False
        self._close_code = None
        self._error = None

    @property
    def closed(self):
        return self._has_closed

    @property
    def close_code(self):
        return self._close_code

    def exception(self):
        return self._error

    async def _send(self, opcode, payload):
        if self._has_closed:
            from .client_exceptions import ClientConnectionResetError
            raise ClientConnectionResetError('Cannot write to closing transport')
        self._writer.write(_wire.frame_bytes(opcode, payload, self._is_client))
        await self._writer.drain()

    async def send_str(self, data, compress=None):
        if not isinstance(data, str):
            raise TypeError(f'data argument must be str ({type(data)!r})')
        await self._send(_wire.TEXT, data.encode())

    async def send_bytes(self, data, compress=None):
        await self._send(_wire.BINARY, bytes(data))

    async def send_json(self, data, compress=None, *, dumps=json.dumps):
        await self.send_str(dumps(data))

    async def ping(self, message=b''):
        await self._send(_wire.PING, message.encode() if isinstance(message, str) else message)

    async def pong(self, message=b''):
        await self._send(_wire.PONG, message.encode() if isinstance(message, str) else message)

    async def receive(self, timeout=None):
        if self._is_over:
            return _CLOSED
        async with asyncio.timeout(timeout):
            return await self._receive()

    async def _receive(self):
        parts, kind = b'', None
        while True:
            try:
                is_last, opcode, payload = await _wire.drive_async(_wire.read_frame(), self._reader)
            except (_wire.Ended, OSError) as exc:
                self._is_over = self._has_closed = True
                self._close_code = self._close_code or 1006
                if isinstance(exc, OSError):
                    self._error = exc
                self._writer.close()
                return _CLOSED
            if opcode == _wire.PING:
                await self.pong(payload)
            elif opcode == _wire.CLOSE:
                self._close_code, reason = _wire.close_facts(payload)
                if not self._has_closed:
                    self._writer.write(_wire.frame_bytes(_wire.CLOSE, payload[:2], self._is_client))
                self._is_over = self._has_closed = True
                self._writer.close()
                return WSMessage(WSMsgType.CLOSE, self._close_code, reason)
            elif opcode != _wire.PONG:
                kind = opcode or kind
                parts += payload
                if is_last:
                    text = kind == _wire.TEXT
                    return WSMessage(WSMsgType.TEXT if text else WSMsgType.BINARY, parts.decode() if text else parts, '')

    async def receive_str(self, *, timeout=None):
        message = await self.receive(timeout)
        if message.type != WSMsgType.TEXT:
            raise TypeError(f'Received message {message.type}:{message.data!r} is not WSMsgType.TEXT')
        return message.data

    async def receive_bytes(self, *, timeout=None):
        message = await self.receive(timeout)
        if message.type != WSMsgType.BINARY:
            raise TypeError(f'Received message {message.type}:{message.data!r} is not WSMsgType.BINARY')
        return message.data

    async def receive_json(self, *, loads=json.loads, timeout=None):
        return loads(await self.receive_str(timeout=timeout))

    async def close(self, *, code=WSCloseCode.OK, message=b''):
        if self._has_closed:
            return False
        text = message.decode() if isinstance(message, bytes) else message
        self._writer.write(_wire.frame_bytes(_wire.CLOSE, _wire.close_payload(code, text), self._is_client))
        self._has_closed = True
        try:
            async with asyncio.timeout(10):
                while not self._is_over:
                    await self._receive()
        except TimeoutError:
            self._close_code = WSCloseCode.ABNORMAL_CLOSURE
        self._writer.close()
        return True

    def __aiter__(self):
        return self

    async def __anext__(self):
        message = await self.receive()
        if message.type in (WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED):
            raise StopAsyncIteration
        return message
