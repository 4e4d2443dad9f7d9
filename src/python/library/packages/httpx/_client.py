"""Clients: what they send, how long they wait, how many connections they keep."""

import asyncio
import datetime
import socket
import ssl
import time
from contextlib import asynccontextmanager, contextmanager

import _wire
from ._errors import (ConnectError, ConnectTimeout, PoolTimeout, ReadError, ReadTimeout, RemoteProtocolError, TooManyRedirects,
                      UnsupportedProtocol)
from ._models import Headers, Request, Response, URL

_UNSET = object()


class Timeout:
    """Seconds for each part of a request; None is for ever."""

    def __init__(self, timeout=_UNSET, *, connect=_UNSET, read=_UNSET, write=_UNSET, pool=_UNSET):
        if isinstance(timeout, Timeout):
            usual = None
            connect, read, write, pool = timeout.connect, timeout.read, timeout.write, timeout.pool
        elif isinstance(timeout, tuple):
            usual = None
            connect, read, write, pool = (*timeout, None, None, None)[:4]
        else:
            if timeout is _UNSET and _UNSET in (connect, read, write, pool):
                raise ValueError('httpx.Timeout must either include a default, or set all four parameters explicitly.')
            usual = timeout
        self.connect, self.read, self.write, self.pool = (
            usual if part is _UNSET else part for part in (connect, read, write, pool))

    def __eq__(self, other):
        return isinstance(other, Timeout) and vars(self) == vars(other)

    def __repr__(self):
        parts = vars(self)
        if len(set(parts.values())) == 1:
            return f'Timeout(timeout={self.connect})'
        return f'Timeout({", ".join(f"{key}={value}" for key, value in parts.items())})'


class Limits:
    def __init__(self, *, max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0):
        self.max_connections = max_connections
        self.max_keepalive_connections = max_keepalive_connections
        self.keepalive_expiry = keepalive_expiry

    def __repr__(self):
        return f'Limits({", ".join(f"{key}={value}" for key, value in vars(self).items())})'


class BasicAuth:
    def __init__(self, username, password):
        self.header = _wire.basic_auth(username, password)


class HTTPTransport:
    def __init__(self, verify=True, retries=0, limits=Limits(max_connections=100, max_keepalive_connections=20), **unused):
        self.verify, self.retries, self.limits = verify, retries, limits


AsyncHTTPTransport = HTTPTransport


class _BaseClient:
    def __init__(self, *, auth=None, params=None, headers=None, cookies=None, verify=True, http1=True, http2=False, timeout=Timeout(5.0),
                 follow_redirects=False, limits=Limits(max_connections=100, max_keepalive_connections=20), max_redirects=20,
                 event_hooks=None, base_url='', transport=None, trust_env=True):
        self.auth, self.params, self.cookies = auth, dict(params or {}), dict(cookies or {})
        self.headers = Headers([('Accept', '*/*'), ('Accept-Encoding', 'identity'), ('Connection', 'keep-alive'),
                                ('User-Agent', 'python-httpx/0.28.1')])
        self.headers.update(headers)
        self.timeout = timeout if isinstance(timeout, Timeout) else Timeout(timeout)
        self.follow_redirects, self.max_redirects = follow_redirects, max_redirects
        self.base_url = URL(base_url)
        self.event_hooks = {'request': [], 'response': [], **(event_hooks or {})}
        self._limits = transport.limits if transport is not None else limits
        self._verify = transport.verify if transport is not None else verify
        self._retries = transport.retries if transport is not None else 0
        self._idle = {}
        self.is_closed = False

    def build_request(self, method, url, *, content=None, data=None, json=None, params=None, headers=None, cookies=None, **unused):
        text = str(url)
        base = str(self.base_url)
        if base and '://' not in text:
            text = base.rstrip('/') + '/' + text.lstrip('/')
        if not text.startswith(('http://', 'https://')):
            what = "Request URL is missing an 'http://' or 'https://' protocol." if '://' not in text else f"Request URL has an unsupported protocol '{text.partition('://')[0]}://'."
            raise UnsupportedProtocol(what)
        merged = self.headers.copy()
        cookies = {**self.cookies, **(cookies or {})}
        if cookies:
            merged['Cookie'] = '; '.join(f'{key}={value}' for key, value in cookies.items())
        merged.update(headers)
        return Request(method, text, params={**self.params, **params} if isinstance(params, dict) else params or self.params,
                       headers=merged, content=content, data=data, json=json)

    def _prepare(self, request, auth):
        if self.is_closed:
            raise RuntimeError('Cannot send a request, as the client has been closed.')
        auth = auth or self.auth
        if auth:
            request.headers['Authorization'] = auth.header if isinstance(auth, BasicAuth) else _wire.basic_auth(*auth)
        return request

    def _next(self, request, response):
        target = _wire.redirected(response.status_code, request.method, str(request.url), response.headers)
        if target is None:
            return None
        method, url = target
        headers = request.headers.copy()
        for name in ('Host', 'Content-Length') + (() if method == request.method else ('Content-Type',)):
            headers.pop(name)
        return Request(method, url, headers=headers, content=request.content if method == request.method else None)

    def _response(self, request, head, started):
        version, status, reason, headers = head
        response = Response(status, headers=headers, request=request)
        response.http_version = version
        response.elapsed = datetime.timedelta(seconds=time.perf_counter() - started)
        self.cookies.update(response.cookies)
        state = _wire.body_state(headers, request.method == 'HEAD' or status in (204, 304))
        return response, state, _wire.is_kept(version, headers)

    def _bytes(self, request):
        return _wire.request_bytes(request.method, str(request.url), request.headers, request.content)

    def _context(self):
        if isinstance(self._verify, ssl.SSLContext):
            return self._verify
        return ssl.create_default_context() if self._verify else ssl._create_unverified_context()


class Client(_BaseClient):
    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def close(self):
        self.is_closed = True
        for idle in self._idle.values():
            for sock, file in idle:
                file.close()
                sock.close()
        self._idle.clear()

    def request(self, method, url, *, auth=None, follow_redirects=_UNSET, timeout=_UNSET, **kwargs):
        return self.send(self.build_request(method, url, **kwargs), auth=auth, follow_redirects=follow_redirects, timeout=timeout)

    @contextmanager
    def stream(self, method, url, *, auth=None, follow_redirects=_UNSET, timeout=_UNSET, **kwargs):
        response = self.send(self.build_request(method, url, **kwargs), stream=True, auth=auth, follow_redirects=follow_redirects, timeout=timeout)
        try:
            yield response
        finally:
            response.close()

    def send(self, request, *, stream=False, auth=None, follow_redirects=_UNSET, timeout=_UNSET):
        follow = self.follow_redirects if follow_redirects is _UNSET else follow_redirects
        limit = self.timeout if timeout is _UNSET else Timeout(timeout)
        history = []
        request = self._prepare(request, auth)
        while True:
            for hook in self.event_hooks['request']:
                hook(request)
            response = self._send_one(request, limit)
            for hook in self.event_hooks['response']:
                hook(response)
            response.history = list(history)
            following = self._next(request, response)
            if following is None or not follow:
                break
            response.read()
            if len(history) >= self.max_redirects:
                raise TooManyRedirects('Exceeded maximum allowed redirects.', request=request)
            history.append(response)
            request = following
        if not stream:
            response.read()
        return response

    def _send_one(self, request, limit):
        asked = _wire.Asked(request.method, str(request.url))
        try:
            response = self._exchange(request, limit, asked)
        except BaseException as exc:
            asked.failed(exc)
            raise
        asked.answered(response.status_code, response.reason_phrase)
        return response

    def _exchange(self, request, limit, asked):
        started = time.perf_counter()
        place = _wire.place_of(str(request.url))
        while True:
            idle = self._idle.get(place)
            connection = idle.pop() if idle else None
            is_old = connection is not None
            connection = connection or self._connect(place, limit, request, asked)
            sock, file = connection
            sock.settimeout(limit.read)
            try:
                sock.sendall(self._bytes(request))
                head = _wire.drive(_wire.read_response_head(), file)
                break
            except TimeoutError:
                raise ReadTimeout('timed out', request=request) from None
            except _wire.Ended:
                if not is_old:
                    raise RemoteProtocolError('Server disconnected without sending a response.', request=request) from None
            except OSError as exc:
                raise ReadError(str(exc), request=request) from exc
        response, state, is_kept = self._response(request, head, started)
        response._pieces = self._pieces(connection, place, state, is_kept, request)
        return response

    def _connect(self, place, limit, request, asked):
        scheme, host, port, is_tls = place
        for tries in range(self._retries + 1):
            try:
                sock = socket.create_connection((host, port), limit.connect)
                if is_tls:
                    sock = self._context().wrap_socket(sock, server_hostname=host)
                return sock, sock.makefile('rb')
            except TimeoutError as exc:
                if tries == self._retries:
                    raise ConnectTimeout('timed out', request=request) from None
                asked.again(exc)
            except OSError as exc:
                if tries == self._retries:
                    raise ConnectError(str(exc), request=request) from exc
                asked.again(exc)

    def _pieces(self, connection, place, state, is_kept, request):
        is_whole = False
        try:
            while piece := _wire.drive(_wire.read_chunk(state), connection[1]):
                yield piece
            is_whole = True
        except TimeoutError:
            raise ReadTimeout('timed out', request=request) from None
        except _wire.Ended:
            raise RemoteProtocolError('peer closed connection without sending complete message body', request=request) from None
        finally:
            if is_whole and is_kept and not self.is_closed and state['kind'] != 'end':
                self._idle.setdefault(place, []).append(connection)
            else:
                connection[1].close()
                connection[0].close()

    def get(self, url, **kwargs):
        return self.request('GET', url, **kwargs)

    def options(self, url, **kwargs):
        return self.request('OPTIONS', url, **kwargs)

    def head(self, url, **kwargs):
        return self.request('HEAD', url, **kwargs)

    def post(self, url, **kwargs):
        return self.request('POST', url, **kwargs)

    def put(self, url, **kwargs):
        return self.request('PUT', url, **kwargs)

    def patch(self, url, **kwargs):
        return self.request('PATCH', url, **kwargs)

    def delete(self, url, **kwargs):
        return self.request('DELETE', url, **kwargs)


class AsyncClient(_BaseClient):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self._pool = _wire.Pool('AsyncClient', self._limits.max_connections, is_fair=True)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_info):
        await self.aclose()

    async def aclose(self):
        self.is_closed = True
        for idle in self._idle.values():
            for _, writer in idle:
                writer.close()
        self._idle.clear()

    async def request(self, method, url, *, auth=None, follow_redirects=_UNSET, timeout=_UNSET, **kwargs):
        request = self.build_request(method, url, **kwargs)
        return await self.send(request, auth=auth, follow_redirects=follow_redirects, timeout=timeout)

    @asynccontextmanager
    async def stream(self, method, url, *, auth=None, follow_redirects=_UNSET, timeout=_UNSET, **kwargs):
        request = self.build_request(method, url, **kwargs)
        response = await self.send(request, stream=True, auth=auth, follow_redirects=follow_redirects, timeout=timeout)
        try:
            yield response
        finally:
            await response.aclose()

    async def send(self, request, *, stream=False, auth=None, follow_redirects=_UNSET, timeout=_UNSET):
        follow = self.follow_redirects if follow_redirects is _UNSET else follow_redirects
        limit = self.timeout if timeout is _UNSET else Timeout(timeout)
        history = []
        request = self._prepare(request, auth)
        while True:
            for hook in self.event_hooks['request']:
                await hook(request)
            response = await self._send_one(request, limit)
            for hook in self.event_hooks['response']:
                await hook(response)
            response.history = list(history)
            following = self._next(request, response)
            if following is None or not follow:
                break
            await response.aread()
            if len(history) >= self.max_redirects:
                raise TooManyRedirects('Exceeded maximum allowed redirects.', request=request)
            history.append(response)
            request = following
        if not stream:
            await response.aread()
        return response

    async def _send_one(self, request, limit):
        started = time.perf_counter()
        place = _wire.place_of(str(request.url))
        asked = _wire.Asked(request.method, str(request.url), self._pool)
        try:
            async with asyncio.timeout(limit.pool):
                await self._pool.enter(asked, place)
        except BaseException as exc:
            asked.failed(exc)
            if isinstance(exc, TimeoutError):
                raise PoolTimeout('', request=request) from None
            raise
        try:
            while True:
                idle = self._idle.get(place)
                is_old = bool(idle)
                reader, writer = idle.pop() if idle else await self._connect(place, limit, request, asked)
                try:
                    writer.write(self._bytes(request))
                    async with asyncio.timeout(limit.read):
                        await writer.drain()
                        head = await _wire.drive_async(_wire.read_response_head(), reader)
                    break
                except TimeoutError:
                    writer.close()
                    raise ReadTimeout('', request=request) from None
                except _wire.Ended:
                    writer.close()
                    if not is_old:
                        raise RemoteProtocolError('Server disconnected without sending a response.', request=request) from None
                except OSError as exc:
                    writer.close()
                    raise ReadError(str(exc), request=request) from exc
                except BaseException:
                    writer.close()
                    raise
        except BaseException as exc:
            asked.failed(exc)
            self._pool.leave(asked)
            raise
        asked.answered(*head[1:3])
        response, state, is_kept = self._response(request, head, started)
        response._pieces = self._pieces(reader, writer, place, state, is_kept, request, limit, asked)
        return response

    async def _connect(self, place, limit, request, asked):
        scheme, host, port, is_tls = place
        context = self._context() if is_tls else None
        for tries in range(self._retries + 1):
            try:
                async with asyncio.timeout(limit.connect):
                    return await asyncio.open_connection(host, port, ssl=context, server_hostname=host if is_tls else None)
            except TimeoutError as exc:
                if tries == self._retries:
                    raise ConnectTimeout('', request=request) from None
                asked.again(exc)
            except OSError as exc:
                if tries == self._retries:
                    raise ConnectError('All connection attempts failed' if not isinstance(exc, socket.gaierror) else str(exc), request=request) from exc
                asked.again(exc)

    async def _pieces(self, reader, writer, place, state, is_kept, request, limit, asked):
        is_whole = False
        try:
            while True:
                async with asyncio.timeout(limit.read):
                    piece = await _wire.drive_async(_wire.read_chunk(state), reader)
                if not piece:
                    break
                yield piece
            is_whole = True
        except TimeoutError:
            raise ReadTimeout('', request=request) from None
        except _wire.Ended:
            raise RemoteProtocolError('peer closed connection without sending complete message body', request=request) from None
        finally:
            self._pool.leave(asked)
            if is_whole and is_kept and not self.is_closed and state['kind'] != 'end':
                self._idle.setdefault(place, []).append((reader, writer))
            else:
                writer.close()

    async def get(self, url, **kwargs):
        return await self.request('GET', url, **kwargs)

    async def options(self, url, **kwargs):
        return await self.request('OPTIONS', url, **kwargs)

    async def head(self, url, **kwargs):
        return await self.request('HEAD', url, **kwargs)

    async def post(self, url, **kwargs):
        return await self.request('POST', url, **kwargs)

    async def put(self, url, **kwargs):
        return await self.request('PUT', url, **kwargs)

    async def patch(self, url, **kwargs):
        return await self.request('PATCH', url, **kwargs)

    async def delete(self, url, **kwargs):
        return await self.request('DELETE', url, **kwargs)
