"""One end of an open WebSocket, for threads: one of its own reads what comes."""

import queue
import socket
import threading
import uuid

import _wire
from ..exceptions import Close, ConcurrencyError, ConnectionClosedOK, closed_error
from ..protocol import State


class Connection:
    is_client = False

    def __init__(self, sock, file, request=None, response=None, close_timeout=10, max_size=None):
        self.socket, self._file = sock, file
        self.request, self.response = request, response
        self.id = uuid.UUID(int=0)
        self.state = State.OPEN
        self.close_timeout, self.max_size = close_timeout, max_size
        self.subprotocol = None
        self._messages = queue.Queue()
        self._pongs = {}
        self._sent = self._received = self._order = None
        self._guard = threading.Lock()
        self._reading = threading.Lock()
        self._thread = threading.Thread(target=self._read_frames, daemon=True)
        self._thread.start()

    local_address = property(lambda self: self.socket.getsockname())
    remote_address = property(lambda self: self.socket.getpeername())
    close_code = property(lambda self: None if self.state < State.CLOSED else 1006 if self._received is None else self._received.code)
    close_reason = property(lambda self: None if self.state < State.CLOSED else '' if self._received is None else self._received.reason)

    def _closed_error(self):
        return closed_error(self._received, self._sent, self._order)

    # The thread that reads.

    def _read_frames(self):
        try:
            self._read_to_end()
        except (_wire.Ended, OSError, ValueError):
            pass
        self.state = State.CLOSED
        self._messages.put(None)
        for event in self._pongs.values():
            event.set()
        self._file.close()
        self.socket.close()

    def _read_to_end(self):
        parts, kind = b'', None
        while True:
            is_last, opcode, payload = _wire.drive(_wire.read_frame(), self._file)
            if opcode == _wire.PING:
                self._put(_wire.PONG, payload)
            elif opcode == _wire.PONG:
                if payload in self._pongs:
                    self._pongs.pop(payload).set()
            elif opcode == _wire.CLOSE:
                self._received = Close(*_wire.close_facts(payload))
                self._answer_close(payload)
                return
            else:
                kind = opcode or kind
                parts += payload
                if self.max_size is not None and len(parts) > self.max_size:
                    return self._fail(1009, f'frame with {len(parts)} bytes exceeds limit of {self.max_size} bytes')
                if is_last:
                    self._messages.put(parts.decode() if kind == _wire.TEXT else parts)
                    parts = b''

    def _answer_close(self, payload):
        if self._sent is None:
            self._order = True
            self._sent = self._received
            self._put(_wire.CLOSE, payload)

    def _fail(self, code, reason):
        """Ends the connection for a fault of the other side."""
        self._sent = Close(code, reason)
        self._put(_wire.CLOSE, _wire.close_payload(code, reason))

    # The others.

    def _put(self, opcode, payload):
        with self._guard:
            self.socket.sendall(_wire.frame_bytes(opcode, payload, self.is_client))

    def _put_if_open(self, opcode, payload):
        if self.state is not State.OPEN:
            self._thread.join()
            raise self._closed_error()
        try:
            self._put(opcode, payload)
        except OSError:
            self._thread.join()
            raise self._closed_error() from None

    def send(self, message, text=None):
        if isinstance(message, str):
            self._put_if_open(_wire.BINARY if text is False else _wire.TEXT, message.encode())
        elif isinstance(message, (bytes, bytearray, memoryview)):
            self._put_if_open(_wire.TEXT if text else _wire.BINARY, bytes(message))
        else:
            raise TypeError('data must be str, bytes, or iterable')

    def recv(self, timeout=None, decode=None):
        """The next message. TimeoutError: none came within `timeout` seconds."""
        if not self._reading.acquire(blocking=False):
            raise ConcurrencyError('cannot call recv while another thread is already running recv or recv_streaming')
        try:
            message = self._messages.get(timeout=timeout)
        except queue.Empty:
            raise TimeoutError(f'timed out in {timeout:.1f}s') from None
        finally:
            self._reading.release()
        if message is None:
            self._messages.put(None)
            raise self._closed_error()
        return message

    def ping(self, data=None):
        """An event that is set when the pong comes."""
        payload = data.encode() if isinstance(data, str) else data if data is not None else len(self._pongs).to_bytes(4, 'big')
        self._pongs[payload] = event = threading.Event()
        self._put_if_open(_wire.PING, payload)
        return event

    def pong(self, data=b''):
        self._put_if_open(_wire.PONG, data.encode() if isinstance(data, str) else data)

    def close(self, code=1000, reason=''):
        if self.state is State.OPEN:
            self.state = State.CLOSING
            self._sent, self._order = Close(code, reason), False
            try:
                self._put(_wire.CLOSE, _wire.close_payload(code, reason))
            except OSError:
                pass
        self._thread.join(self.close_timeout)
        if self._thread.is_alive():
            self.socket.shutdown(socket.SHUT_RDWR)
            self._thread.join()

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, traceback):
        self.close(1000 if exc_type is None else 1011)

    def __iter__(self):
        try:
            while True:
                yield self.recv()
        except ConnectionClosedOK:
            return
