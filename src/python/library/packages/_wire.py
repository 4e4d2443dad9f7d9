"""HTTP/1.1 and WebSocket frames as the packages beside this one speak them.

A reader is a generator: it asks for a line, a number of bytes or whatever there is, and is sent the answer. `drive` feeds it
from a blocking file, `drive_async` from an asyncio stream, so that there is one parser for both.
"""

import base64
import json as _json
import os
import struct
from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import quote, urlencode, urljoin, urlsplit, urlunsplit

import _thread
import _wires

LINE_MAX = 65536


ANSWERED, TIMED_OUT, REFUSED, FAILED, CANCELLED = range(5)


class Asked:
    """A request, told to the trace: how it begins, and how it ends."""

    def __init__(self, method, url, pool=None):
        self._what = f'{method} {target_of(url)}', urlsplit(url).hostname or '', pool
        self.number = _wires.began(*self._what)

    def again(self, exc):
        """It failed, and is tried once more."""
        self.failed(exc)
        self.number = _wires.began(*self._what)

    def answered(self, status, reason):
        _wires.ended(self.number, ANSWERED, f'{status} {reason}'.rstrip())

    def failed(self, exc):
        name = type(exc).__name__
        if isinstance(exc, TimeoutError) or 'Timeout' in name:
            _wires.ended(self.number, TIMED_OUT, name)
        elif isinstance(_cause(exc), ConnectionRefusedError):
            _wires.ended(self.number, REFUSED, name)
        elif name == 'CancelledError':
            _wires.ended(self.number, CANCELLED, name)
        else:
            _wires.ended(self.number, FAILED, f'{name}: {exc}'.removesuffix(': '))


def _cause(exc):
    """The error of the socket, which packages wrap in their own."""
    while exc is not None and not isinstance(exc, ConnectionRefusedError):
        exc = exc.__cause__ or exc.__context__
    return exc


class Pool:
    """Which requests have a connection, or make one, and which stand in line; told to the trace.

    `limit` in all, `per_host` to one place; 0: no limit. A fair pool hands a free place to the first in line; in another one
    somebody who comes just then is faster.
    """

    def __init__(self, type, limit=0, per_host=0, is_fair=False):
        self.type, self.limit, self.per_host, self.is_fair = type, limit or 0, per_host or 0, is_fair
        self._used = []
        self._line = []
        self._guard = _thread.allocate_lock()

    def has_room(self, place):
        if self.limit and len(self._used) >= self.limit:
            return False
        return not self.per_host or sum(used == place for _, used in self._used) < self.per_host

    async def enter(self, asked, place):
        while self.is_fair and self._line or not self.has_room(place):
            if await self._stand_in_line(asked, place):
                return
        self.use(asked, place)

    def enter_blocking(self, asked, place):
        """For threads, of a fair pool."""
        turn = None
        with self._guard:
            if self._line or not self.has_room(place):
                turn = _Turn()
                self._line.append((asked, place, turn))
                self._tell()
            else:
                self.use(asked, place)
        if turn is not None:
            turn.wait()

    def leave_blocking(self, asked):
        with self._guard:
            self.leave(asked)

    async def _stand_in_line(self, asked, place):
        """Whether it has been handed a place."""
        import asyncio
        waiter = asyncio.get_running_loop().create_future()
        entry = asked, place, waiter
        self._line.append(entry)
        self._tell()
        try:
            await waiter
        except BaseException:
            if entry in self._line:
                self._line.remove(entry)
                self._tell()
            elif not waiter.cancelled():
                self.leave(asked) if self.is_fair else self._wake()
            raise
        return self.is_fair

    def use(self, asked, place):
        self._used.append((asked, place))
        self._tell()

    def leave(self, asked):
        self._used = [entry for entry in self._used if entry[0] is not asked]
        self._tell()
        self._wake()

    def _wake(self):
        for index, (asked, place, waiter) in enumerate(self._line):
            if not waiter.done() and self.has_room(place):
                del self._line[index]
                if self.is_fair:
                    self.use(asked, place)
                waiter.set_result(None)
                return

    def _tell(self):
        _wires.pooled(self, self.type, self.limit, self.per_host,
                      [asked.number for asked, _ in self._used], [asked.number for asked, *_ in self._line])


class _Turn:
    """What a thread in line waits for, with as much of a future as a pool needs."""

    def __init__(self):
        self._lock = _thread.allocate_lock()
        self._lock.acquire()

    def done(self):
        return False

    def set_result(self, result):
        self._lock.release()

    def wait(self):
        self._lock.acquire()


class BadMessage(Exception):
    """What came is not HTTP."""


class Ended(Exception):
    """The other side closed the connection where more had to come."""


class Headers(Mapping):
    """Names without regard to case; a name may occur more than once."""

    def __init__(self, items=()):
        if isinstance(items, Headers):
            items = items._items
        elif isinstance(items, Mapping):
            items = items.items()
        self._items = [(str(key), str(value)) for key, value in items or ()]

    def __getitem__(self, name):
        for key, value in self._items:
            if key.lower() == name.lower():
                return value
        raise KeyError(name)

    def __setitem__(self, name, value):
        self._items = [item for item in self._items if item[0].lower() != name.lower()] + [(name, str(value))]

    def __delitem__(self, name):
        self[name]
        self._items = [item for item in self._items if item[0].lower() != name.lower()]

    def __contains__(self, name):
        return any(key.lower() == str(name).lower() for key, _ in self._items)

    def __iter__(self):
        return iter([key for key, _ in self._items])

    def __len__(self):
        return len(self._items)

    def items(self):
        return list(self._items)

    def keys(self):
        return [key for key, _ in self._items]

    def values(self):
        return [value for _, value in self._items]

    def add(self, name, value):
        self._items.append((name, str(value)))

    def getall(self, name, default=None):
        found = [value for key, value in self._items if key.lower() == name.lower()]
        if not found and default is None:
            raise KeyError(name)
        return found or default

    get_list = getall

    def setdefault(self, name, value):
        if name not in self:
            self[name] = value
        return self[name]

    def pop(self, name, default=None):
        value = self.get(name, default)
        if name in self:
            del self[name]
        return value

    def update(self, other=()):
        for key, value in Headers(other).items():
            self[key] = value

    def copy(self):
        return type(self)(self)

    def __eq__(self, other):
        return {k.lower(): v for k, v in self.items()} == {k.lower(): v for k, v in Headers(other).items()}

    def __repr__(self):
        return f'{type(self).__name__}({dict(self._items)!r})'


def with_query(url, params):
    """`url` with `params` (a mapping, pairs or text) after what it has."""
    if not params:
        return url
    parts = urlsplit(url)
    text = params if isinstance(params, str) else urlencode(list(params.items()) if hasattr(params, 'items') else params, doseq=True)
    return urlunsplit(parts._replace(query='&'.join(filter(None, (parts.query, text)))))


def target_of(url):
    """What stands in the request line."""
    parts = urlsplit(url)
    path = quote(parts.path or '/', safe="/%:@!$&'()*+,;=~")
    return f'{path}?{parts.query}' if parts.query else path


def place_of(url):
    """Scheme, host and port. ValueError when there is none."""
    parts = urlsplit(url)
    if parts.scheme not in ('http', 'https', 'ws', 'wss') or not parts.hostname:
        raise ValueError(url)
    is_tls = parts.scheme in ('https', 'wss')
    return parts.scheme, parts.hostname, parts.port or (443 if is_tls else 80), is_tls


def host_header(url):
    parts = urlsplit(url)
    usual = parts.port is None or (parts.scheme, parts.port) in (('http', 80), ('https', 443), ('ws', 80), ('wss', 443))
    return parts.hostname if usual else f'{parts.hostname}:{parts.port}'


def body_of(data=None, json=None, content=None, dumps=_json.dumps):
    """The bytes of a body, and its Content-Type or None."""
    if json is not None:
        return dumps(json).encode(), 'application/json'
    data = content if data is None else data
    if data is None:
        return b'', None
    if isinstance(data, str):
        return data.encode(), 'text/plain; charset=utf-8'
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data), 'application/octet-stream'
    if hasattr(data, 'read'):
        body = data.read()
        return (body.encode() if isinstance(body, str) else body), 'application/octet-stream'
    pairs = data.items() if hasattr(data, 'items') else data
    return urlencode(list(pairs), doseq=True).encode(), 'application/x-www-form-urlencoded'


def basic_auth(user, password=''):
    return 'Basic ' + base64.b64encode(f'{user}:{password}'.encode()).decode()


def request_bytes(method, url, headers, body):
    lines = [f'{method} {target_of(url)} HTTP/1.1', *(f'{key}: {value}' for key, value in Headers(headers).items())]
    return '\r\n'.join(lines).encode('latin-1') + b'\r\n\r\n' + body


def response_bytes(status, reason, headers, body=b''):
    lines = [f'HTTP/1.1 {status} {reason}', *(f'{key}: {value}' for key, value in Headers(headers).items())]
    return '\r\n'.join(lines).encode('latin-1') + b'\r\n\r\n' + body


def reason_of(status):
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return 'Unknown'


def _headers():
    items = []
    while True:
        line = (yield 'line').rstrip(b'\r\n')
        if not line:
            return Headers(items)
        name, colon, value = line.decode('latin-1').partition(':')
        if not colon:
            raise BadMessage(line)
        items.append((name.strip(), value.strip()))


def read_response_head():
    """Gives (version, status, reason, headers); passes over 1xx but 101."""
    while True:
        line = yield 'line'
        if not line:
            raise Ended
        parts = line.decode('latin-1').rstrip('\r\n').split(' ', 2)
        if not parts[0].startswith('HTTP/') or len(parts) < 2 or not parts[1].isdigit():
            raise BadMessage(line)
        headers = yield from _headers()
        status = int(parts[1])
        if status >= 200 or status == 101:
            return parts[0], status, parts[2] if len(parts) > 2 else '', headers


def read_request_head():
    """Gives (method, target, version, headers), or None at the end."""
    line = yield 'line'
    if not line:
        return None
    parts = line.decode('latin-1').split()
    if len(parts) != 3 or not parts[2].startswith('HTTP/'):
        raise BadMessage(line)
    return (*parts, (yield from _headers()))


def read_chunk(state):
    """The next piece of a body, b'' at its end. `state`: what `body_state` gave."""
    kind = state['kind']
    if kind == 'length':
        if state['left'] == 0:
            return b''
        data = yield ('some', min(state['left'], LINE_MAX))
        if not data:
            raise Ended
        state['left'] -= len(data)
        return data
    if kind == 'chunked':
        line = yield 'line'
        if not line:
            raise Ended
        size = int(line.split(b';')[0], 16)
        if size == 0:
            yield from _headers()
            state.update(kind='length', left=0)
            return b''
        data = yield ('exactly', size)
        yield 'line'
        return data
    return (yield ('some', LINE_MAX))


def body_state(headers, is_empty=False, until_close=True):
    if is_empty:
        return {'kind': 'length', 'left': 0}
    if headers.get('Transfer-Encoding', '').lower() == 'chunked':
        return {'kind': 'chunked'}
    if 'Content-Length' in headers:
        return {'kind': 'length', 'left': int(headers['Content-Length'])}
    return {'kind': 'end'} if until_close else {'kind': 'length', 'left': 0}


def drive(generator, file):
    """Feeds a reader from a binary file."""
    answer = None
    while True:
        try:
            wanted = generator.send(answer)
        except StopIteration as stop:
            return stop.value
        if wanted == 'line':
            answer = file.readline(LINE_MAX)
        elif wanted[0] == 'some':
            answer = file.read1(wanted[1])
        else:
            answer = file.read(wanted[1])
            if len(answer) < wanted[1]:
                raise Ended


async def drive_async(generator, reader):
    """Feeds a reader from an asyncio.StreamReader."""
    answer = None
    while True:
        try:
            wanted = generator.send(answer)
        except StopIteration as stop:
            return stop.value
        if wanted == 'line':
            answer = await reader.readline()
        elif wanted[0] == 'some':
            answer = await reader.read(wanted[1])
        else:
            try:
                answer = await reader.readexactly(wanted[1])
            except EOFError:
                raise Ended from None


def is_kept(version, headers):
    """Whether the connection stays open after this message."""
    connection = headers.get('Connection', '').lower()
    return 'close' not in connection and (version != 'HTTP/1.0' or 'keep-alive' in connection)


def charset_of(headers, usual='utf-8'):
    for part in headers.get('Content-Type', '').split(';')[1:]:
        key, _, value = part.strip().partition('=')
        if key.lower() == 'charset':
            return value.strip('"')
    return usual


def cookies_in(headers):
    """Pairs of the Set-Cookie headers."""
    found = {}
    for value in headers.getall('Set-Cookie', []) or []:
        key, _, rest = value.partition('=')
        found[key.strip()] = rest.partition(';')[0].strip()
    return found


def redirected(status, method, url, headers):
    """(method, url) of what a response leads to, or None."""
    if status not in (301, 302, 303, 307, 308) or 'Location' not in headers:
        return None
    if status == 303 and method != 'HEAD' or status in (301, 302) and method == 'POST':
        method = 'GET'
    return method, urljoin(url, headers['Location'])


# WebSocket (RFC 6455)

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10
GUID = b'258EAFA5-E914-47DA-95CA-C5AB0DC85B11'


def new_key():
    return base64.b64encode(os.urandom(16)).decode()


def accept_of(key):
    from hashlib import sha1
    return base64.b64encode(sha1(key.encode() + GUID).digest()).decode()


def frame_bytes(opcode, payload, is_masked):
    head = bytes((0x80 | opcode,))
    mark = 0x80 if is_masked else 0
    length = len(payload)
    if length < 126:
        head += bytes((mark | length,))
    elif length < 65536:
        head += struct.pack('!BH', mark | 126, length)
    else:
        head += struct.pack('!BQ', mark | 127, length)
    if not is_masked:
        return head + payload
    mask = os.urandom(4)
    return head + mask + bytes(byte ^ mask[index & 3] for index, byte in enumerate(payload))


def read_frame(must_be_masked=False, size_max=None):
    """Gives (is_last, opcode, payload). BadMessage: not masked, or of more than `size_max` bytes."""
    first, second = yield ('exactly', 2)
    length = second & 127
    if must_be_masked and not second & 128:
        raise BadMessage('a frame of a client is masked')
    if length == 126:
        length, = struct.unpack('!H', (yield ('exactly', 2)))
    elif length == 127:
        length, = struct.unpack('!Q', (yield ('exactly', 8)))
    if size_max is not None and length > size_max:
        raise BadMessage('a frame is too long')
    mask = (yield ('exactly', 4)) if second & 128 else None
    payload = (yield ('exactly', length)) if length else b''
    if mask:
        payload = bytes(byte ^ mask[index & 3] for index, byte in enumerate(payload))
    return bool(first & 128), first & 15, payload


def close_payload(code, reason=''):
    return struct.pack('!H', code) + reason.encode()


def close_facts(payload):
    if len(payload) < 2:
        return 1005, ''
    return struct.unpack('!H', payload[:2])[0], payload[2:].decode('utf-8', 'replace')
