"""What can go wrong with a WebSocket."""

from collections import namedtuple

_MEANINGS = {
    1000: 'OK', 1001: 'going away', 1002: 'protocol error', 1003: 'unsupported data', 1005: 'no status received [internal]',
    1006: 'abnormal closure [internal]', 1007: 'invalid frame payload data', 1008: 'policy violation', 1009: 'message too big',
    1010: 'mandatory extension', 1011: 'internal error', 1012: 'service restart', 1013: 'try again later', 1014: 'bad gateway',
}


class Close(namedtuple('Close', 'code reason')):
    def __str__(self):
        if 3000 <= self.code < 4000:
            meaning = 'registered'
        elif 4000 <= self.code < 5000:
            meaning = 'private use'
        else:
            meaning = _MEANINGS.get(self.code, 'unknown')
        text = f'{self.code} ({meaning})'
        return f'{text} {self.reason}' if self.reason else text


class WebSocketException(Exception):
    """Base class for all exceptions defined by websockets."""


class ConnectionClosed(WebSocketException):
    def __init__(self, rcvd, sent, rcvd_then_sent=None):
        self.rcvd, self.sent, self.rcvd_then_sent = rcvd, sent, rcvd_then_sent

    def __str__(self):
        if self.rcvd is None:
            return 'no close frame received or sent' if self.sent is None else f'sent {self.sent}; no close frame received'
        if self.sent is None:
            return f'received {self.rcvd}; no close frame sent'
        if self.rcvd_then_sent:
            return f'received {self.rcvd}; then sent {self.sent}'
        return f'sent {self.sent}; then received {self.rcvd}'

    code = property(lambda self: 1006 if self.rcvd is None else self.rcvd.code)
    reason = property(lambda self: '' if self.rcvd is None else self.rcvd.reason)


class ConnectionClosedOK(ConnectionClosed):
    """Like ConnectionClosed, when the connection terminated properly."""


class ConnectionClosedError(ConnectionClosed):
    """Like ConnectionClosed, when the connection terminated with an error."""


class InvalidHandshake(WebSocketException):
    pass


class InvalidStatus(InvalidHandshake):
    def __init__(self, response):
        self.response = response

    def __str__(self):
        return f'server rejected WebSocket connection: HTTP {self.response.status_code:d}'


class InvalidMessage(InvalidHandshake):
    """Raised when a handshake request or response is malformed."""


class InvalidHeader(InvalidHandshake):
    def __init__(self, name, value=None):
        self.name, self.value = name, value

    def __str__(self):
        if self.value is None:
            return f'missing {self.name} header'
        return f'invalid {self.name} header: {self.value}' if self.value else f'empty {self.name} header'


class InvalidUpgrade(InvalidHeader):
    """Raised when an Upgrade or Connection header isn't correct."""


class NegotiationError(InvalidHandshake):
    """Raised when negotiating an extension or a subprotocol fails."""


class InvalidURI(WebSocketException):
    def __init__(self, uri, msg):
        self.uri, self.msg = uri, msg

    def __str__(self):
        return f"{self.uri} isn't a valid URI: {self.msg}"


class ConcurrencyError(WebSocketException, RuntimeError):
    pass


def closed_error(received, sent, order):
    """What tells that the connection is closed. `order`: whether the other side was first; None: there were not two close frames."""
    is_ok = received is not None and sent is not None and all(close.code in (1000, 1001, 1005) for close in (received, sent))
    return (ConnectionClosedOK if is_ok else ConnectionClosedError)(received, sent, order)
