"""Sessions, responses and the pool of connections."""

import asyncio
import collections
import json as _json
import socket
import ssl as _ssl
import warnings
from collections import namedtuple
from dataclasses import dataclass

import _wire
from .client_exceptions import (ClientConnectorCertificateError, ClientConnectorDNSError, ClientConnectorError, ClientConnectorSSLError,
                     ClientOSError, ClientPayloadError, ClientResponseError, ConnectionTimeoutError, ContentTypeError, InvalidURL,
                     NonHttpUrlClientError, ServerDisconnectedError, SocketTimeoutError, TooManyRedirects, WSServerHandshakeError)
from .websocket import WebSocketEnd
from .yarl import URL

RequestInfo = namedtuple('RequestInfo', 'url method headers real_url')
ConnectionKey = namedtuple('ConnectionKey', 'host port is_ssl ssl')
_UNSET = object()


@dataclass(frozen=True)
class ClientTimeout:
    """Seconds for each part of a request; None is for ever."""
    total: float | None = None
    connect: float | None = None
    sock_read: float | None = None
    sock_connect: float | None = None
    ceil_threshold: float = 5


DEFAULT_TIMEOUT = ClientTimeout(total=5 * 60, sock_connect=30)


class BasicAuth(namedtuple('BasicAuth', 'login password encoding')):
    def __new__(cls, login, password='', encoding='latin1'):
        return super().__new__(cls, login, password, encoding)

    def encode(self):
        return _wire.basic_auth(self.login, self.password)


class CIMultiDictProxy(_wire.Headers):
    def __repr__(self):
        return f'<CIMultiDictProxy({", ".join(f"{key!r}: {value!r}" for key, value in self.items())})>'


class FormData:
    def __init__(self, fields=()):
        self._fields = list(fields.items() if hasattr(fields, 'items') else fields)

    def add_field(self, name, value, *, content_type=None, filename=None):
        self._fields.append((name, value))

    def items(self):
        return list(self._fields)


class CookieJar(dict):
    def __init__(self, *, unsafe=False, quote_cookie=True, loop=None):
        super().__init__()

    def update_cookies(self, cookies, response_url=None):
        self.update(cookies)

    def filter_cookies(self, request_url=None):
        return dict(self)


class DummyCookieJar(CookieJar):
    def update_cookies(self, cookies, response_url=None):
        pass


class TCPConnector:
    """Connections that are kept for the next request, no more at a time than `limit`, and `limit_per_host` to one host."""

    def __init__(self, *, verify_ssl=True, ssl=True, limit=100, limit_per_host=0, ttl_dns_cache=10, use_dns_cache=True,
                 force_close=False, keepalive_timeout=15.0, family=0, enable_cleanup_closed=False, loop=None, **unused):
        self._ssl = ssl if verify_ssl else False
        self.limit, self.limit_per_host = limit, limit_per_host
        self._force_close = force_close
        self._keepalive = keepalive_timeout
        self._idle = collections.defaultdict(list)
        self._pool = _wire.Pool('TCPConnector', limit, limit_per_host)
        self._closed = False

    @property
    def closed(self):
        return self._closed

    @property
    def force_close(self):
        return self._force_close

    async def _take(self, place, timeout, ssl, asked):
        """A pair of reader and writer, and whether it was used before."""
        async with asyncio.timeout(timeout.connect):
            await self._pool.enter(asked, place)
            try:
                now = asyncio.get_running_loop().time()
                while self._idle[place]:
                    reader, writer, since = self._idle[place].pop()
                    if now - since < self._keepalive and not reader.at_eof() and not writer.is_closing():
                        return (reader, writer), True
                    writer.close()
                return await self._connect(place, timeout, ssl), False
            except BaseException:
                self._pool.leave(asked)
                raise

    async def _connect(self, place, timeout, ssl):
        scheme, host, port, is_tls = place
        ssl = self._ssl if ssl is True else ssl
        context = None
        if is_tls:
            context = ssl if isinstance(ssl, _ssl.SSLContext) else _ssl.create_default_context() if ssl else _ssl._create_unverified_context()
        key = ConnectionKey(host, port, is_tls, ssl)
        try:
            async with asyncio.timeout(timeout.sock_connect):
                return await asyncio.open_connection(host, port, ssl=context, server_hostname=host if is_tls else None)
        except TimeoutError as exc:
            if isinstance(exc, OSError) and exc.errno is not None:
                raise ClientConnectorError(key, exc) from exc
            raise ConnectionTimeoutError(f'Connection timeout to host {scheme}://{host}:{port}') from exc
        except _ssl.SSLCertVerificationError as exc:
            raise ClientConnectorCertificateError(key, exc) from exc
        except _ssl.SSLError as exc:
            raise ClientConnectorSSLError(key, exc) from exc
        except socket.gaierror as exc:
            raise ClientConnectorDNSError(key, exc) from exc
        except OSError as exc:
            raise ClientConnectorError(key, exc) from exc

    def _give_back(self, place, connection, is_kept, asked):
        reader, writer = connection
        if is_kept and not self._force_close and not self._closed and not reader.at_eof():
            self._idle[place].append((reader, writer, asyncio.get_running_loop().time()))
        else:
            writer.close()
        self._pool.leave(asked)

    async def close(self):
        self._closed = True
        for idle in self._idle.values():
            for _, writer, _ in idle:
                writer.close()
        self._idle.clear()
        await asyncio.sleep(0)


class StreamReader:
    """The body of a response, as it comes in."""

    def __init__(self, response):
        self._response = response
        self._held = b''
        self._at_end = False

    def at_eof(self):
        return self._at_end and not self._held

    async def _more(self):
        if self._at_end:
            return False
        piece = await self._response._next_piece()
        self._at_end = not piece
        self._held += piece
        return bool(piece)

    def _take(self, count):
        data, self._held = self._held[:count], self._held[count:]
        return data

    async def read(self, n=-1):
        if n < 0:
            while await self._more():
                pass
            return self._take(len(self._held))
        if not self._held and n:
            await self._more()
        return self._take(n)

    async def readany(self):
        if not self._held:
            await self._more()
        return self._take(len(self._held))

    async def readexactly(self, n):
        while len(self._held) < n:
            if not await self._more():
                raise asyncio.IncompleteReadError(self._take(len(self._held)), n)
        return self._take(n)

    async def readline(self):
        while b'\n' not in self._held and await self._more():
            pass
        end = self._held.find(b'\n')
        return self._take(end + 1 if end >= 0 else len(self._held))

    async def iter_chunked(self, n):
        while data := await self.read(n):
            yield data

    async def iter_any(self):
        while data := await self.readany():
            yield data

    async def iter_chunks(self):
        while data := await self.readany():
            yield data, True

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line


class ClientResponse:
    def __init__(self, method, url, request_headers):
        self.method, self.url = method, URL(url)
        self.real_url = self.url
        self.status = self.reason = self.version = None
        self.headers = CIMultiDictProxy()
        self.history = ()
        self.cookies = {}
        self.request_info = RequestInfo(self.url, method, CIMultiDictProxy(request_headers), self.url)
        self.content = StreamReader(self)
        self._body = None
        self._close = None
        self._finished = False

    def _start(self, head, connection, finish, timeout):
        self.version, self.status, self.reason, headers = head
        self.headers = CIMultiDictProxy(headers)
        self.cookies = _wire.cookies_in(headers)
        self._connection, self._finish, self._timeout = connection, finish, timeout
        self._state = _wire.body_state(headers, self.method == 'HEAD' or self.status in (204, 304))
        self._is_kept = _wire.is_kept(self.version, headers) and self._state['kind'] != 'end'
        if self._state == {'kind': 'length', 'left': 0}:
            self._end(self._is_kept)

    async def _next_piece(self):
        if self._finished:
            return b''
        try:
            async with asyncio.timeout_at(self._deadline), asyncio.timeout(self._timeout.sock_read):
                piece = await _wire.drive_async(_wire.read_chunk(self._state), self._connection[0])
        except TimeoutError:
            self._end(False)
            raise SocketTimeoutError('Timeout on reading data from socket') if self._timeout.sock_read else TimeoutError from None
        except (_wire.Ended, OSError) as exc:
            self._end(False)
            raise ClientPayloadError(f'Response payload is not completed: {exc!r}') from exc
        if not piece or self._state == {'kind': 'length', 'left': 0}:
            self._end(self._is_kept)
        return piece

    def _end(self, is_kept):
        if not self._finished:
            self._finished = True
            self._finish(is_kept)

    @property
    def closed(self):
        return self._finished

    @property
    def ok(self):
        return self.status < 400

    @property
    def content_type(self):
        return self.headers.get('Content-Type', 'application/octet-stream').partition(';')[0].strip()

    @property
    def content_length(self):
        length = self.headers.get('Content-Length')
        return None if length is None else int(length)

    @property
    def charset(self):
        return _wire.charset_of(self.headers, None)

    @property
    def host(self):
        return self.url.host

    def get_encoding(self):
        return self.charset or 'utf-8'

    async def read(self):
        if self._body is None:
            self._body = await self.content.read()
        return self._body

    async def text(self, encoding=None, errors='strict'):
        return (await self.read()).decode(encoding or self.get_encoding(), errors)

    async def json(self, *, encoding=None, loads=_json.loads, content_type='application/json'):
        body = await self.read()
        if content_type and self.content_type != content_type and not self.content_type.endswith('+json'):
            raise ContentTypeError(self.request_info, self.history, status=self.status, headers=self.headers,
                                   message=f'Attempt to decode JSON with unexpected mimetype: {self.headers.get("Content-Type", "")}')
        text = body.decode(encoding or self.get_encoding()).strip()
        return loads(text) if text else None

    def raise_for_status(self):
        if not self.ok:
            self.release()
            raise ClientResponseError(self.request_info, self.history, status=self.status, message=self.reason, headers=self.headers)

    def release(self):
        self._end(False)

    def close(self):
        self._end(False)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_info):
        self.release()

    def __repr__(self):
        return f'<ClientResponse({self.url}) [{self.status} {self.reason}]>\n{self.headers!r}\n'


class _RequestContext:
    """What session.get() gives: to be awaited, or entered."""

    def __init__(self, coroutine, close=None):
        self._coroutine = coroutine
        self._result = None

    def __await__(self):
        return self._coroutine.__await__()

    def __iter__(self):
        return self.__await__()

    def send(self, value):
        return self._coroutine.send(value)

    def throw(self, *args):
        return self._coroutine.throw(*args)

    def close(self):
        return self._coroutine.close()

    async def __aenter__(self):
        self._result = await self._coroutine
        return await self._result.__aenter__()

    async def __aexit__(self, *exc_info):
        await self._result.__aexit__(*exc_info)


class ClientWebSocketResponse(WebSocketEnd):
    _is_client = True

    def __init__(self, reader, writer, protocol, finish):
        self._open(reader, writer)
        self.protocol = protocol
        self._finish = finish

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_info):
        await self.close()

    async def close(self, **kwargs):
        closed = await super().close(**kwargs)
        if self._finish is not None:
            finish, self._finish = self._finish, None
            finish(False)
        return closed


class ClientSession:
    def __init__(self, base_url=None, *, connector=None, loop=None, cookies=None, headers=None, auth=None,
                 json_serialize=_json.dumps, timeout=_UNSET, raise_for_status=False, connector_owner=True, cookie_jar=None,
                 trust_env=False, read_timeout=None, conn_timeout=None, **unused):
        asyncio.get_running_loop()
        self._base_url = URL(base_url) if base_url is not None else None
        self._connector = connector if connector is not None else TCPConnector()
        self._owns_connector = connector_owner
        self.headers = _wire.Headers(headers)
        self._auth, self._dumps = auth, json_serialize
        self._timeout = DEFAULT_TIMEOUT if timeout is _UNSET else self._as_timeout(timeout)
        self._raise_for_status = raise_for_status
        self.cookie_jar = CookieJar() if cookie_jar is None else cookie_jar
        self.cookie_jar.update_cookies(dict(cookies or {}))

    @staticmethod
    def _as_timeout(timeout):
        if timeout is None:
            return ClientTimeout()
        return timeout if isinstance(timeout, ClientTimeout) else ClientTimeout(total=timeout)

    @property
    def closed(self):
        return self._connector is None or self._connector.closed

    @property
    def connector(self):
        return self._connector

    @property
    def timeout(self):
        return self._timeout

    async def close(self):
        if not self.closed:
            if self._owns_connector:
                await self._connector.close()
            self._connector = None

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_info):
        await self.close()

    def __enter__(self):
        raise TypeError('Use async with instead')

    def __exit__(self, *exc_info):
        pass

    def __del__(self, _warn=warnings.warn):
        if not self.closed:
            _warn(f'Unclosed client session {self!r}', ResourceWarning, source=self)
            try:
                loop = asyncio.get_running_loop()
            except RuntimeError:
                return
            loop.call_exception_handler({'client_session': self, 'message': 'Unclosed client session'})

    def request(self, method, url, **kwargs):
        return _RequestContext(self._request(method, url, **kwargs))

    def get(self, url, *, allow_redirects=True, **kwargs):
        return _RequestContext(self._request('GET', url, allow_redirects=allow_redirects, **kwargs))

    def options(self, url, *, allow_redirects=True, **kwargs):
        return _RequestContext(self._request('OPTIONS', url, allow_redirects=allow_redirects, **kwargs))

    def head(self, url, *, allow_redirects=False, **kwargs):
        return _RequestContext(self._request('HEAD', url, allow_redirects=allow_redirects, **kwargs))

    def post(self, url, *, data=None, **kwargs):
        return _RequestContext(self._request('POST', url, data=data, **kwargs))

    def put(self, url, *, data=None, **kwargs):
        return _RequestContext(self._request('PUT', url, data=data, **kwargs))

    def patch(self, url, *, data=None, **kwargs):
        return _RequestContext(self._request('PATCH', url, data=data, **kwargs))

    def delete(self, url, **kwargs):
        return _RequestContext(self._request('DELETE', url, **kwargs))

    def ws_connect(self, url, **kwargs):
        return _RequestContext(self._ws_connect(url, **kwargs))

    def _url(self, url, params):
        text = str(url)
        if self._base_url is not None and '://' not in text:
            text = str(self._base_url.join(URL(text)))
        text = _wire.with_query(text, params)
        scheme, colon, _ = text.partition('://')
        if colon and scheme not in ('http', 'https', 'ws', 'wss'):
            raise NonHttpUrlClientError(text)
        try:
            return text, _wire.place_of(text)
        except ValueError:
            raise InvalidURL(text) from None

    async def _request(self, method, url, *, params=None, data=None, json=None, cookies=None, headers=None, auth=None,
                       allow_redirects=True, max_redirects=10, raise_for_status=None, timeout=_UNSET, ssl=True, **unused):
        if self.closed:
            raise RuntimeError('Session is closed')
        limit = self._timeout if timeout is _UNSET else self._as_timeout(timeout)
        deadline = None if limit.total is None else asyncio.get_running_loop().time() + limit.total
        text, place = self._url(url, params)
        body, kind = _wire.body_of(data, json, dumps=self._dumps)
        history = []
        while True:
            sent = _wire.Headers([('Host', _wire.host_header(text))])
            sent.update(self.headers)
            sent.update(headers)
            for name, value in (('Accept', '*/*'), ('Accept-Encoding', 'identity'), ('User-Agent', 'Python/3.14 aiohttp/3.11.11')):
                sent.setdefault(name, value)
            jar = {**self.cookie_jar.filter_cookies(text), **(cookies or {})}
            if jar:
                sent['Cookie'] = '; '.join(f'{key}={value}' for key, value in jar.items())
            if auth or self._auth:
                sent['Authorization'] = (auth or self._auth).encode()
            if body or method in ('POST', 'PUT', 'PATCH'):
                sent['Content-Length'] = len(body)
                if kind:
                    sent.setdefault('Content-Type', kind)
            response = ClientResponse(method, text, sent)
            response._deadline = deadline
            asked = _wire.Asked(method, text, self._connector._pool)
            try:
                async with asyncio.timeout_at(deadline):
                    await self._exchange(response, place, sent, body, limit, ssl, asked)
            except BaseException as exc:
                asked.failed(exc)
                if not isinstance(exc, TimeoutError) or isinstance(exc, (ConnectionTimeoutError, SocketTimeoutError)):
                    raise
                raise TimeoutError from exc
            asked.answered(response.status, response.reason)
            self.cookie_jar.update_cookies(response.cookies)
            target = _wire.redirected(response.status, method, text, response.headers) if allow_redirects else None
            if target is None:
                break
            history.append(response)
            if len(history) >= max_redirects:
                response.close()
                raise TooManyRedirects(history[0].request_info, tuple(history))
            await response.read()
            if target[0] != method:
                body, kind = b'', None
            method = target[0]
            text, place = self._url(target[1], None)
        response.history = tuple(history)
        check = self._raise_for_status if raise_for_status is None else raise_for_status
        if callable(check):
            await check(response)
        elif check:
            response.raise_for_status()
        return response

    async def _exchange(self, response, place, headers, body, limit, ssl, asked):
        while True:
            connection, is_old = await self._connector._take(place, limit, ssl, asked)
            reader, writer = connection
            connector = self._connector

            def finish(is_kept):
                connector._give_back(place, connection, is_kept, asked)

            try:
                writer.write(_wire.request_bytes(response.method, str(response.url), headers, body))
                await writer.drain()
                async with asyncio.timeout(limit.sock_read):
                    head = await _wire.drive_async(_wire.read_response_head(), reader)
            except TimeoutError as exc:
                finish(False)
                raise SocketTimeoutError('Timeout on reading data from socket') from exc
            except _wire.Ended:
                finish(False)
                if is_old:
                    continue
                raise ServerDisconnectedError from None
            except OSError as exc:
                finish(False)
                raise ClientOSError(exc.errno, exc.strerror) from exc
            except BaseException:
                finish(False)
                raise
            response._start(head, connection, finish, limit)
            return

    async def _ws_connect(self, url, *, method='GET', protocols=(), timeout=10.0, headers=None, params=None, ssl=True, **unused):
        text, place = self._url(url, params)
        key = _wire.new_key()
        sent = _wire.Headers([('Host', _wire.host_header(text))])
        sent.update(self.headers)
        sent.update(headers)
        sent.update({'Upgrade': 'websocket', 'Connection': 'Upgrade', 'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': key})
        if protocols:
            sent['Sec-WebSocket-Protocol'] = ','.join(protocols)
        asked = _wire.Asked(method, text, self._connector._pool)
        try:
            (reader, writer), _ = await self._connector._take(place, self._timeout, ssl, asked)
        except BaseException as exc:
            asked.failed(exc)
            raise
        connector = self._connector
        finish = lambda is_kept: connector._give_back(place, (reader, writer), is_kept, asked)
        try:
            writer.write(_wire.request_bytes(method, text, sent, b''))
            version, status, reason, answer = await _wire.drive_async(_wire.read_response_head(), reader)
            info = RequestInfo(URL(text), method, CIMultiDictProxy(sent), URL(text))
            if status != 101:
                raise WSServerHandshakeError(info, (), status=status, message='Invalid response status', headers=CIMultiDictProxy(answer))
            if answer.get('Sec-WebSocket-Accept') != _wire.accept_of(key):
                raise WSServerHandshakeError(info, (), status=status, message='Invalid challenge response', headers=CIMultiDictProxy(answer))
        except BaseException as exc:
            finish(False)
            asked.failed(exc)
            if isinstance(exc, _wire.Ended):
                raise ServerDisconnectedError from None
            raise
        asked.answered(status, reason)
        return ClientWebSocketResponse(reader, writer, answer.get('Sec-WebSocket-Protocol'), finish)


def request(method, url, **kwargs):
    return _OneRequest(method, url, kwargs)


class _OneRequest:
    """aiohttp.request(): a session for one request."""

    def __init__(self, method, url, kwargs):
        self._arguments = method, url, kwargs

    async def __aenter__(self):
        method, url, kwargs = self._arguments
        self._session = ClientSession()
        try:
            self._response = await self._session.request(method, url, **kwargs)
        except BaseException:
            await self._session.close()
            raise
        return self._response

    async def __aexit__(self, *exc_info):
        self._response.release()
        await self._session.close()
