"""One WebSocket, from its handshake to its end."""

import logging
import traceback

import _wire

from .ws_limits import Limits

_log = logging.getLogger('daphne.ws_protocol')

MESSAGE_MAX = 1048576
# What is told of a connection that ended without a close frame.
ABNORMAL = 1006


class WebSocketProtocol:
    """Told by the server what to send; tells it of frames and of the end."""

    CONNECTING, OPEN, CLOSING, CLOSED = 'connecting', 'open', 'closing', 'closed'

    def __init__(self, request):
        self.request, self.client, self.server = request, request.client, request.server
        self.loop = self.server.loop
        self.state = self.CONNECTING
        self.answered = self.loop.create_future()
        self.limits = Limits(self)
        offered = request.header(b'sec-websocket-protocol').decode('latin-1')
        self.subprotocols = [name.strip() for name in offered.split(',') if name.strip()]
        self._is_connected = False
        self._code, self._reason = ABNORMAL, ''

    is_over = property(lambda self: self.state == self.CLOSED)

    def __repr__(self):
        return f'<WebSocketProtocol client={self.request.client_address!r} path={self.request.raw_path!r}>'

    async def serve(self):
        """To the end of the connection."""
        problem = self._problem()
        if problem is not None:
            self.refuse(400, *problem)
            return
        self._log('connecting')
        self._is_connected = True
        self.limits.connecting()
        try:
            self.server.ws_connecting(self)
        except Exception:
            _log.error(traceback.format_exc())
            self.refuse(500, 'Internal Server Error')
        await self.answered
        try:
            if self.state != self.CLOSED:
                await self._read_frames()
        except (_wire.BadMessage, UnicodeDecodeError):
            # The client breaks the protocol: dropped without a word.
            self.client.abort()
        except (_wire.Ended, OSError):
            self.client.close()

    def _problem(self):
        """What is wrong with the handshake, and the lines that say so; None: nothing."""
        if self.request.method != 'GET':
            return 'HTTP method must be GET', ''
        if self.request.header(b'sec-websocket-version') not in (b'13', b'8'):
            version = self.request.header(b'sec-websocket-version').decode('latin-1')
            if not version:
                return 'HTTP Sec-WebSocket-Version header missing', ''
            return f'WebSocket version {version} not supported (supported versions: 13,8)', 'Sec-WebSocket-Version: 13,8\r\n'
        if not self.request.header(b'sec-websocket-key'):
            return 'HTTP Sec-WebSocket-Key header missing', ''
        return None

    # What the server tells it.

    def accept(self, subprotocol=None, headers=()):
        """Completes the handshake. With a subprotocol that was not offered nothing is answered."""
        if self.state != self.CONNECTING or subprotocol and subprotocol not in self.subprotocols:
            return
        lines = [b'HTTP/1.1 101 Switching Protocols']
        if self.server.server_name:
            lines.append(b'Server: ' + self.server.server_name.encode())
        lines += [b'Upgrade: WebSocket', b'Connection: Upgrade', *(b'%s: %s' % pair for pair in headers)]
        if subprotocol:
            lines.append(b'Sec-WebSocket-Protocol: ' + subprotocol.encode())
        key = self.request.header(b'sec-websocket-key').decode('latin-1')
        lines.append(b'Sec-WebSocket-Accept: ' + _wire.accept_of(key).encode())
        self.client.write(b'\r\n'.join(lines) + b'\r\n\r\n')
        self.state = self.OPEN
        self.limits.opened()
        self.answered.set_result(None)
        self._log('connected')

    def reject(self, status=403, reason='Access denied'):
        """Refuses the handshake with an HTTP status."""
        if self.state == self.CONNECTING:
            self.refuse(status, reason)
            self._log('rejected')

    def refuse(self, status, reason, more=''):
        """Answers the handshake with a status, and ends the connection."""
        self.client.write(f'HTTP/1.1 {status} {reason}\r\n{more}\r\n'.encode('latin-1'))
        self.client.close()

    def send(self, data, is_binary=False):
        """Sends text or bytes; accepts first if that has not been done."""
        if self.state == self.CONNECTING:
            self.accept()
        if self.state == self.OPEN:
            opcode = _wire.BINARY if is_binary else _wire.TEXT
            self.client.write(_wire.frame_bytes(opcode, data if is_binary else data.encode(), False))

    def close(self, code=None, reason=''):
        """Begins to close; `True` and None stand for 1000. A client that does not answer is dropped."""
        if self.state == self.OPEN:
            code = 1000 if code in (True, None) else code
            self.state = self.CLOSING
            self.client.write(_wire.frame_bytes(_wire.CLOSE, _wire.close_payload(code, reason or ''), False))
            self.limits.closing()

    def fail(self):
        """The application raised."""
        if self.state == self.CONNECTING:
            self.refuse(500, 'Internal server error')
        else:
            self.close(1011)

    # What the client does.

    async def _read_frames(self):
        parts, kind = b'', None
        while True:
            is_last, opcode, payload = await self.client.read(_wire.read_frame(must_be_masked=True, size_max=MESSAGE_MAX - len(parts)))
            self.limits.heard()
            if opcode == _wire.PING:
                self.client.write(_wire.frame_bytes(_wire.PONG, payload, False))
            elif opcode == _wire.PONG:
                self.limits.ponged()
            elif opcode == _wire.CLOSE:
                self._code, self._reason = _wire.close_facts(payload)
                if self.state == self.OPEN:
                    self.client.write(_wire.frame_bytes(_wire.CLOSE, _wire.close_payload(1000), False))
                self.client.close()
                return
            elif opcode > _wire.BINARY or (opcode == 0) == (kind is None):
                raise _wire.BadMessage(opcode)
            else:
                kind = kind if opcode == 0 else opcode
                parts += payload
                if is_last:
                    self._tell(parts, kind)
                    parts, kind = b'', None

    def _tell(self, data, kind):
        text = data.decode() if kind == _wire.TEXT else None
        if self.state == self.OPEN:
            try:
                self.server.ws_frame(self, text, data if text is None else None)
            except Exception:
                _log.error(traceback.format_exc())

    def connection_lost(self):
        if self.state == self.CLOSED:
            return
        self.state = self.CLOSED
        self.limits.closed()
        if not self.answered.done():
            self.answered.set_result(None)
        if self._is_connected:
            self._log('disconnected')
            self.server.ws_gone(self, self._code, self._reason)

    def _log(self, action):
        self.server.log_action('websocket', action, {'path': self.request.raw_path.decode('ascii'), 'client': self.request.client_name})
