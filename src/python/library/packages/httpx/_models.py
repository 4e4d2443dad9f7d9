"""URLs, requests and responses."""

import datetime
import json as _json
from enum import IntEnum
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

import _wire
from ._errors import HTTPStatusError

codes = IntEnum('codes', {status.name: status.value for status in HTTPStatus})


class Headers(_wire.Headers):
    def __repr__(self):
        return f'Headers({ {key.lower(): value for key, value in self.items()}!r})'


class URL:
    def __init__(self, url, params=None):
        self._text = _wire.with_query(str(url), params)
        self._parts = urlsplit(self._text)

    scheme = property(lambda self: self._parts.scheme)
    host = property(lambda self: self._parts.hostname or '')
    port = property(lambda self: self._parts.port)
    path = property(lambda self: self._parts.path or '/')
    query = property(lambda self: self._parts.query.encode())
    raw_path = property(lambda self: _wire.target_of(self._text).encode())

    def join(self, url):
        return URL(urljoin(self._text, str(url)))

    def copy_merge_params(self, params):
        return URL(self._text, params)

    def __str__(self):
        return self._text

    def __repr__(self):
        return f'URL({self._text!r})'

    def __eq__(self, other):
        return str(self) == str(other)

    def __hash__(self):
        return hash(self._text)


class Request:
    def __init__(self, method, url, *, params=None, headers=None, content=None, data=None, json=None):
        self.method = method.upper()
        self.url = URL(url, params)
        self.headers = Headers([('Host', _wire.host_header(str(self.url)))])
        self.headers.update(headers)
        self.content, kind = _wire.body_of(data, json, content)
        if kind and not isinstance(content, (str, bytes)):
            self.headers.setdefault('Content-Type', kind)
        if self.content or self.method in ('POST', 'PUT', 'PATCH'):
            self.headers['Content-Length'] = len(self.content)

    def __repr__(self):
        return f'<Request({self.method!r}, {str(self.url)!r})>'


class Response:
    def __init__(self, status_code, *, headers=None, content=None, text=None, json=None, request=None):
        self.status_code = status_code
        self.headers = Headers(headers)
        self._request = request
        self._content = content if content is not None else text.encode() if text is not None else None
        if json is not None:
            self._content = _json.dumps(json).encode()
            self.headers.setdefault('Content-Type', 'application/json')
        if self._content is None and request is None:
            self._content = b''
        self.history = []
        self.http_version = 'HTTP/1.1'
        self.next_request = None
        self.elapsed = datetime.timedelta(0)
        self.is_closed = self._content is not None
        self._pieces = None

    def __repr__(self):
        return f'<Response [{self.status_code} {self.reason_phrase}]>'

    @property
    def request(self):
        if self._request is None:
            raise RuntimeError('The request instance has not been set on this response.')
        return self._request

    @property
    def url(self):
        return self.request.url

    @property
    def reason_phrase(self):
        return _wire.reason_of(self.status_code)

    is_informational = property(lambda self: 100 <= self.status_code < 200)
    is_success = property(lambda self: 200 <= self.status_code < 300)
    is_redirect = property(lambda self: 300 <= self.status_code < 400)
    is_client_error = property(lambda self: 400 <= self.status_code < 500)
    is_server_error = property(lambda self: 500 <= self.status_code < 600)
    is_error = property(lambda self: 400 <= self.status_code < 600)
    encoding = property(lambda self: _wire.charset_of(self.headers))
    cookies = property(lambda self: _wire.cookies_in(self.headers))

    @property
    def has_redirect_location(self):
        return self.status_code in (301, 302, 303, 307, 308) and 'Location' in self.headers

    @property
    def content(self):
        if self._content is None:
            from . import StreamError
            raise StreamError('Attempted to access streaming response content, without having called `read()`.')
        return self._content

    @property
    def text(self):
        return self.content.decode(self.encoding, 'replace')

    def json(self, **kwargs):
        return _json.loads(self.content, **kwargs)

    def raise_for_status(self):
        if self.is_success:
            return self
        kinds = {1: 'Informational response', 3: 'Redirect response', 4: 'Client error', 5: 'Server error'}
        kind = kinds.get(self.status_code // 100, 'Invalid status code')
        message = f"{kind} '{self.status_code} {self.reason_phrase}' for url '{self.url}'"
        if self.has_redirect_location:
            message += f"\nRedirect location: '{self.headers['location']}'"
        message += f'\nFor more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/{self.status_code}'
        raise HTTPStatusError(message, request=self.request, response=self)

    def read(self):
        if self._content is None:
            self._content = b''.join(self._pieces)
            self.is_closed = True
        return self._content

    def iter_bytes(self, chunk_size=None):
        yield from _cut([self._content] if self._content is not None else self._pieces, chunk_size)

    iter_raw = iter_bytes

    def iter_text(self, chunk_size=None):
        for piece in self.iter_bytes(chunk_size):
            yield piece.decode(self.encoding)

    def iter_lines(self):
        held = ''
        for piece in self.iter_text():
            *lines, held = (held + piece).split('\n')
            yield from lines
        if held:
            yield held

    def close(self):
        if not self.is_closed and self._pieces is not None:
            self._pieces.close()
        self.is_closed = True

    async def aread(self):
        if self._content is None:
            self._content = b''.join([piece async for piece in self._pieces])
            self.is_closed = True
        return self._content

    async def aiter_bytes(self, chunk_size=None):
        if self._content is not None:
            for piece in _cut([self._content], chunk_size):
                yield piece
            return
        held = b''
        async for piece in self._pieces:
            if chunk_size is None:
                yield piece
                continue
            held += piece
            while len(held) >= chunk_size:
                yield held[:chunk_size]
                held = held[chunk_size:]
        if held:
            yield held

    aiter_raw = aiter_bytes

    async def aiter_text(self, chunk_size=None):
        async for piece in self.aiter_bytes(chunk_size):
            yield piece.decode(self.encoding)

    async def aiter_lines(self):
        held = ''
        async for piece in self.aiter_text():
            *lines, held = (held + piece).split('\n')
            for line in lines:
                yield line
        if held:
            yield held

    async def aclose(self):
        if not self.is_closed and self._pieces is not None:
            await self._pieces.aclose()
        self.is_closed = True


def _cut(pieces, size):
    held = b''
    for piece in pieces:
        if size is None:
            yield piece
            continue
        held += piece
        while len(held) >= size:
            yield held[:size]
            held = held[size:]
    if held:
        yield held
