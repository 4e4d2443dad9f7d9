"""One end of an open WebSocket."""

import asyncio
import uuid
from enum import IntEnum

import _wire
from ..exceptions import Close, ConcurrencyError, ConnectionClosedError, ConnectionClosedOK


class State(IntEnum):
    CONNECTING, OPEN, CLOSING, CLOSED = range(4)


class Connection:
    is_client = False

    def __init__(self, reader, writer, request=None, response=None, close_timeout=10):
        self._reader, self._writer = reader, writer
        self.request, self.response = request, response
        self.id = uuid.UUID(int=0)
        self.state = State.OPEN
        self.close_timeout = close_timeout
        self.subprotocol = None
        self._messages = asyncio.Queue()
        self._pongs = {}
        self._sent = self._received = self._order = None
        self._is_reading = False
        self._over = asyncio.get_running_loop().create_future()
        self._task = asyncio.create_task(self._read_frames())

    local_address = property(lambda self: self._writer.get_extra_info('sockname'))
    remote_address = property(lambda self: self._writer.get_extra_info('peername'))
    close_code = property(lambda self: None if self.state < State.CLOSED else 1006 if self._received is None else self._received.code)
    close_reason = property(lambda self: None if self.state < State.CLOSED else '' if self._received is None else self._received.reason)

    def _closed_error(self):
        ok = (None, 1000, 1001)
        codes = [close and close.code for close in (self._received, self._sent)]
        is_ok = self._received is not None and self._sent is not None and all(code in ok for code in codes)
        return (ConnectionClosedOK if is_ok else ConnectionClosedError)(self._received, self._sent, self._order)

    async def _read_frames(self):
        parts, kind = b'', None
        try:
            while True:
                is_last, opcode, payload = await _wire.drive_async(_wire.read_frame(), self._reader)
                if opcode == _wire.PING:
                    self._put(_wire.PONG, payload)
                elif opcode == _wire.PONG:
                    waiter = self._pongs.pop(payload, None)
                    if waiter is not None and not waiter.done():
                        waiter.set_result(0)
                elif opcode == _wire.CLOSE:
                    self._received = Close(*_wire.close_facts(payload))
                    if self._sent is None:
                        self._order = True
                        self._sent = Close(*_wire.close_facts(payload))
                        self._put(_wire.CLOSE, payload)
                    break
                else:
                    kind = opcode or kind
                    parts += payload
                    if is_last:
                        self._messages.put_nowait(parts.decode() if kind == _wire.TEXT else parts)
                        parts = b''
        except (_wire.Ended, OSError):
            pass
        finally:
            self.state = State.CLOSED
            self._writer.close()
            self._messages.put_nowait(None)
            for waiter in self._pongs.values():
                if not waiter.done():
                    waiter.set_exception(self._closed_error())
            if not self._over.done():
                self._over.set_result(None)

    def _put(self, opcode, payload):
        self._writer.write(_wire.frame_bytes(opcode, payload, self.is_client))

    async def send(self, message, text=None):
        if self.state is not State.OPEN:
            await asyncio.shield(self._over)
            raise self._closed_error()
        if isinstance(message, str):
            self._put(_wire.TEXT if text is not False else _wire.BINARY, message.encode())
        elif isinstance(message, (bytes, bytearray, memoryview)):
            self._put(_wire.TEXT if text else _wire.BINARY, bytes(message))
        else:
            raise TypeError('data must be str, bytes, iterable, or async iterable')
        await self._writer.drain()

    async def recv(self, decode=None):
        if self._is_reading:
            raise ConcurrencyError('cannot call recv while another coroutine is already running recv or recv_streaming')
        self._is_reading = True
        try:
            message = await self._messages.get()
        finally:
            self._is_reading = False
        if message is None:
            self._messages.put_nowait(None)
            raise self._closed_error()
        return message

    async def ping(self, data=None):
        if self.state is not State.OPEN:
            raise self._closed_error()
        payload = data.encode() if isinstance(data, str) else data if data is not None else len(self._pongs).to_bytes(4, 'big')
        self._pongs[payload] = waiter = asyncio.get_running_loop().create_future()
        self._put(_wire.PING, payload)
        return waiter

    async def pong(self, data=b''):
        self._put(_wire.PONG, data.encode() if isinstance(data, str) else data)

    async def close(self, code=1000, reason=''):
        if self.state is State.OPEN:
            self.state = State.CLOSING
            self._sent = Close(code, reason)
            self._order = False
            self._put(_wire.CLOSE, _wire.close_payload(code, reason))
        try:
            async with asyncio.timeout(self.close_timeout):
                await asyncio.shield(self._over)
        except TimeoutError:
            self._task.cancel()

    async def wait_closed(self):
        await asyncio.shield(self._over)

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc, traceback):
        await self.close(1000 if exc_type is None else 1011)

    async def __aiter__(self):
        try:
            while True:
                yield await self.recv()
        except ConnectionClosedOK:
            return
