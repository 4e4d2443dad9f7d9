"""One end of an open WebSocket."""

import asyncio
import uuid

import _wire
from ..exceptions import Close, ConcurrencyError, ConnectionClosedOK, closed_error
from ..protocol import State


async def closed(writer):
    """Closes, and takes notice of how the connection has ended."""
    writer.close()
    try:
        await writer.wait_closed()
    except OSError:
        pass


class Connection:
    is_client = False

    def __init__(self, reader, writer, request=None, response=None, close_timeout=10, max_size=None, ping_interval=None, ping_timeout=None):
        self._reader, self._writer = reader, writer
        self.request, self.response = request, response
        self.id = uuid.UUID(int=0)
        self.state = State.OPEN
        self.close_timeout, self.max_size = close_timeout, max_size
        self.subprotocol = None
        self._messages = asyncio.Queue()
        self._pongs = {}
        self._sent = self._received = self._order = None
        self._is_reading = False
        self._over = asyncio.get_running_loop().create_future()
        self._task = asyncio.create_task(self._read_frames())
        self._alive = KeepAlive(self, ping_interval, ping_timeout) if ping_interval else None

    local_address = property(lambda self: self._writer.get_extra_info('sockname'))
    remote_address = property(lambda self: self._writer.get_extra_info('peername'))
    close_code = property(lambda self: None if self.state < State.CLOSED else 1006 if self._received is None else self._received.code)
    close_reason = property(lambda self: None if self.state < State.CLOSED else '' if self._received is None else self._received.reason)

    def _closed_error(self):
        return closed_error(self._received, self._sent, self._order)

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
                    if self.max_size is not None and len(parts) > self.max_size:
                        self._fail(1009, f'frame with {len(parts)} bytes exceeds limit of {self.max_size} bytes')
                        break
                    if is_last:
                        self._messages.put_nowait(parts.decode() if kind == _wire.TEXT else parts)
                        parts = b''
        except (_wire.Ended, OSError):
            pass
        except UnicodeDecodeError as exc:
            self._fail(1007, f'{exc.reason} at position {exc.start}')
        finally:
            self.state = State.CLOSED
            if self._alive is not None:
                self._alive.stop()
            self._writer.close()
            self._messages.put_nowait(None)
            for waiter in self._pongs.values():
                if not waiter.done():
                    waiter.set_exception(self._closed_error())
            if not self._over.done():
                self._over.set_result(None)
            await closed(self._writer)

    def _fail(self, code, reason):
        """Ends the connection for a fault of the other side."""
        self._sent = Close(code, reason)
        self._put(_wire.CLOSE, _wire.close_payload(code, reason))
        self._writer.close()

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
        return self.ping_now(data)

    def ping_now(self, data=None):
        """Gives the future of its pong."""
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


class KeepAlive:
    """Sends a ping now and then; whoever does not answer is taken to be gone. Times are in seconds."""

    def __init__(self, connection, interval, timeout):
        self._connection, self._interval, self._timeout = connection, interval, timeout
        self._loop = asyncio.get_running_loop()
        self._limit = None
        self._timer = self._loop.call_later(interval, self._ping)

    def _ping(self):
        waiter = self._connection.ping_now()
        if self._timeout is not None:
            self._limit = self._loop.call_later(self._timeout, self._connection._fail, 1011, 'keepalive ping timeout')
        waiter.add_done_callback(self._answered)
        self._timer = self._loop.call_later(self._interval, self._ping)

    # A run in which nothing else can happen any more need not go on for it.
    _ping.keeps_alive = True

    def _answered(self, waiter):
        waiter.cancelled() or waiter.exception()
        if self._limit is not None:
            self._limit.cancel()

    def stop(self):
        self._timer.cancel()
        if self._limit is not None:
            self._limit.cancel()
