"""The opening handshake of a client: what is asked, and whether the answer will do."""

import _wire

from .exceptions import InvalidHandshake, InvalidMessage, InvalidStatus, InvalidUpgrade, InvalidURI, NegotiationError

USER_AGENT = 'Python/3.14 websockets/15.0.1'


class Response:
    """What a server answered."""

    def __init__(self, status_code, reason_phrase, headers, body=b''):
        self.status_code, self.reason_phrase, self.headers, self.body = status_code, reason_phrase, headers, body

    def __repr__(self):
        return (f'Response(status_code={self.status_code!r}, reason_phrase={self.reason_phrase!r}, headers={self.headers!r}, '
                f'body={self.body!r})')


class Request:
    def __init__(self, path, headers):
        self.path, self.headers = path, headers


class Handshake:
    """Of one connection. `place`: scheme, host, port, and whether it is TLS."""

    def __init__(self, uri, origin=None, subprotocols=None, additional_headers=None, user_agent_header=USER_AGENT):
        try:
            self.place = _wire.place_of(uri)
        except ValueError:
            raise InvalidURI(uri, "scheme isn't ws or wss") from None
        if self.place[0] not in ('ws', 'wss'):
            raise InvalidURI(uri, "scheme isn't ws or wss")
        self._uri, self._subprotocols, self._key = uri, subprotocols, _wire.new_key()
        headers = _wire.Headers({'Host': _wire.host_header(uri)})
        if origin is not None:
            headers['Origin'] = origin
        headers.update({'Upgrade': 'websocket', 'Connection': 'Upgrade', 'Sec-WebSocket-Key': self._key, 'Sec-WebSocket-Version': '13'})
        if subprotocols:
            headers['Sec-WebSocket-Protocol'] = ', '.join(subprotocols)
        for name, value in _wire.Headers(additional_headers).items():
            headers.add(name, value)
        if user_agent_header is not None:
            headers.setdefault('User-Agent', user_agent_header)
        self.request = Request(_wire.target_of(uri), headers)

    def request_bytes(self):
        return _wire.request_bytes('GET', self._uri, self.request.headers, b'')

    def read_response(self):
        """A reader, as `_wire` drives it. Gives the response and the subprotocol; raises what is wrong with it."""
        try:
            _, status, reason, headers = yield from _wire.read_response_head()
            response = Response(status, reason, headers)
            if status != 101:
                response.body = yield from self._body(headers)
        except _wire.Ended:
            raise no_response() from EOFError('connection closed while reading HTTP status line')
        except _wire.BadMessage as exc:
            raise no_response() from ValueError(f'unsupported protocol: {exc}')
        if status != 101:
            raise InvalidStatus(response)
        return response, self._check(headers)

    def _body(self, headers):
        state, body = _wire.body_state(headers, until_close=False), b''
        while piece := (yield from _wire.read_chunk(state)):
            body += piece
        return body

    def _check(self, headers):
        if headers.get('Upgrade', '').lower() != 'websocket':
            raise InvalidUpgrade('Upgrade', headers.get('Upgrade'))
        if headers.get('Sec-WebSocket-Accept') != _wire.accept_of(self._key):
            raise InvalidHandshake(f"invalid Sec-WebSocket-Accept header: {headers.get('Sec-WebSocket-Accept')}")
        chosen = headers.get('Sec-WebSocket-Protocol')
        if chosen is not None and chosen not in (self._subprotocols or ()):
            raise NegotiationError(f'unsupported subprotocol: {chosen}' if self._subprotocols else 'no subprotocols supported')
        return chosen


def no_response():
    """What came is no HTTP, or the connection ended first."""
    return InvalidMessage('did not receive a valid HTTP response')
