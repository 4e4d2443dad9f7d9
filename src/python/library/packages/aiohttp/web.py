"""aiohttp.web: applications, routes, and how they are served."""

import asyncio
import json as _json
import logging
import re
from http import HTTPStatus
from urllib.parse import parse_qsl, unquote, urlsplit

import _wire
from .websocket import WebSocketEnd, WSCloseCode, WSMessage, WSMsgType
from .yarl import URL

_log = logging.getLogger('aiohttp.server')


class StreamResponse:
    def __init__(self, *, status=200, reason=None, headers=None):
        self.status = status
        self._reason = reason
        self.headers = _wire.Headers(headers)
        self.prepared = False
        self._cookies = []

    reason = property(lambda self: self._reason or _wire.reason_of(self.status))

    def set_status(self, status, reason=None):
        self.status, self._reason = status, reason

    def set_cookie(self, name, value, *, path='/', **unused):
        self._cookies.append(('Set-Cookie', f'{name}={value}; Path={path}'))

    @property
    def content_type(self):
        return self.headers.get('Content-Type', 'application/octet-stream').partition(';')[0]

    @content_type.setter
    def content_type(self, value):
        self.headers['Content-Type'] = value

    def _head(self, headers):
        headers = _wire.Headers([*headers.items(), *self._cookies, ('Server', 'Python/3.14 aiohttp/3.11.11')])
        return _wire.response_bytes(self.status, self.reason, headers)

    async def prepare(self, request):
        if self.prepared:
            return
        self.prepared = True
        self._request = request
        self.headers.setdefault('Content-Type', 'application/octet-stream')
        if 'Content-Length' not in self.headers:
            self.headers['Transfer-Encoding'] = 'chunked'
        request._writer.write(self._head(self.headers))

    async def write(self, data):
        writer = self._request._writer
        if 'Transfer-Encoding' in self.headers:
            data = b'%x\r\n%s\r\n' % (len(data), data)
        writer.write(data)
        await writer.drain()

    async def write_eof(self, data=b''):
        if data:
            await self.write(data)
        if 'Transfer-Encoding' in self.headers:
            self._request._writer.write(b'0\r\n\r\n')

    async def _finish(self, request):
        if not self.prepared:
            await self.prepare(request)
        await self.write_eof()


class Response(StreamResponse):
    def __init__(self, *, body=None, status=200, reason=None, text=None, headers=None, content_type=None, charset=None):
        super().__init__(status=status, reason=reason, headers=headers)
        if text is not None:
            body = text.encode(charset or 'utf-8')
            self.headers.setdefault('Content-Type', f'{content_type or "text/plain"}; charset={charset or "utf-8"}')
        elif content_type is not None:
            self.headers['Content-Type'] = content_type
        if isinstance(body, str):
            body = body.encode()
        self.body = body or b''

    text = property(lambda self: self.body.decode())

    async def _finish(self, request):
        if self.prepared:
            return
        self.prepared = True
        if self.body:
            self.headers.setdefault('Content-Type', 'application/octet-stream')
        if self.status not in (204, 304):
            self.headers['Content-Length'] = len(self.body)
        body = b'' if request.method == 'HEAD' else self.body
        request._writer.write(self._head(self.headers) + body)


def json_response(data=None, *, text=None, body=None, status=200, reason=None, headers=None, content_type='application/json', dumps=_json.dumps):
    if data is not None or (text is None and body is None):
        text = dumps(data)
    return Response(text=text, body=body, status=status, reason=reason, headers=headers, content_type=content_type)


class FileResponse(Response):
    def __init__(self, path, **kwargs):
        with open(path, 'rb') as file:
            super().__init__(body=file.read(), **kwargs)


class HTTPException(Response, Exception):
    status_code = -1

    def __init__(self, *, headers=None, reason=None, body=None, text=None, content_type=None):
        Response.__init__(self, status=self.status_code, reason=reason, headers=headers, body=body, content_type=content_type,
                          text=f'{self.status_code}: {reason or _wire.reason_of(self.status_code)}' if text is None and body is None else text)
        Exception.__init__(self, self.reason)


class HTTPError(HTTPException):
    pass


class HTTPRedirection(HTTPException):
    def __init__(self, location, **kwargs):
        super().__init__(**kwargs)
        self.location = location
        self.headers['Location'] = str(location)


class HTTPSuccessful(HTTPException):
    pass


class HTTPClientError(HTTPError):
    pass


class HTTPServerError(HTTPError):
    pass


def _define_exceptions():
    bases = {2: HTTPSuccessful, 3: HTTPRedirection, 4: HTTPClientError, 5: HTTPServerError}
    odd = {200: 'Ok', 203: 'NonAuthoritativeInformation', 414: 'RequestURITooLong', 413: 'RequestEntityTooLarge', 505: 'VersionNotSupported'}
    for status in HTTPStatus:
        if status >= 200:
            name = 'HTTP' + odd.get(status, status.name.title().replace('_', ''))
            globals()[name] = type(name, (bases[status // 100],), {'status_code': int(status), '__module__': __name__})


_define_exceptions()


class Request(dict):
    def __init__(self, app, head, reader, writer):
        super().__init__()
        self.app = app
        self.method, self.path_qs, self._version, self.headers = head
        self._reader, self._writer = reader, writer
        self._state = _wire.body_state(self.headers, until_close=False)
        self._body = None
        self.match_info = {}
        parts = urlsplit(self.path_qs)
        self.path = unquote(parts.path)
        self.query_string = parts.query
        self.query = self.rel_url_query = _wire.Headers(parse_qsl(parts.query, keep_blank_values=True))
        self.rel_url = URL(self.path_qs)

    __hash__ = object.__hash__

    def __eq__(self, other):
        return self is other

    def __bool__(self):
        return True

    host = property(lambda self: self.headers.get('Host', ''))
    scheme = property(lambda self: 'http')
    url = property(lambda self: URL(f'http://{self.host}{self.path_qs}'))
    content_type = property(lambda self: self.headers.get('Content-Type', 'application/octet-stream').partition(';')[0])
    can_read_body = property(lambda self: self._state != {'kind': 'length', 'left': 0})
    body_exists = can_read_body
    transport = property(lambda self: self._writer.transport)
    cookies = property(lambda self: dict(part.strip().split('=', 1) for part in self.headers.get('Cookie', '').split(';') if '=' in part))

    @property
    def remote(self):
        peer = self._writer.get_extra_info('peername')
        return peer[0] if peer else None

    async def read(self):
        if self._body is None:
            pieces = []
            while piece := await _wire.drive_async(_wire.read_chunk(self._state), self._reader):
                pieces.append(piece)
            self._body = b''.join(pieces)
        return self._body

    async def text(self):
        return (await self.read()).decode(_wire.charset_of(self.headers))

    async def json(self, *, loads=_json.loads):
        return loads(await self.text())

    async def post(self):
        return dict(parse_qsl(await self.text(), keep_blank_values=True))

    def __repr__(self):
        return f'<Request {self.method} {self.path} >'


BaseRequest = Request


class WebSocketResponse(WebSocketEnd, StreamResponse):
    def __init__(self, *, timeout=10.0, autoclose=True, autoping=True, heartbeat=None, protocols=(), **unused):
        StreamResponse.__init__(self, status=101)
        self._protocols = protocols

    def can_prepare(self, request):
        return 'Sec-WebSocket-Key' in request.headers

    async def prepare(self, request):
        if not self.can_prepare(request):
            raise globals()['HTTPBadRequest'](text='No WebSocket UPGRADE hdr: None\n Can "Upgrade" only to "WebSocket".')
        self.prepared = True
        headers = _wire.Headers({'Upgrade': 'websocket', 'Connection': 'upgrade',
                                 'Sec-WebSocket-Accept': _wire.accept_of(request.headers['Sec-WebSocket-Key'])})
        request._writer.write(_wire.response_bytes(101, 'Switching Protocols', headers))
        self._open(request._reader, request._writer)

    async def _finish(self, request):
        if self.prepared and not self.closed:
            await self.close()


class _Route:
    def __init__(self, method, path, handler, name=None):
        self.method, self.path, self.handler, self.name = method, path, handler, name
        pattern = re.sub(r'\\\{(\w+)(?:\:(.+?))?\\\}', lambda found: f'(?P<{found[1]}>{_unescape(found[2]) if found[2] else "[^{}/]+"})', re.escape(path))
        self._pattern = re.compile(pattern + r'\Z')

    def match(self, path):
        found = self._pattern.match(path)
        return None if found is None else found.groupdict()


def _unescape(pattern):
    return re.sub(r'\\(.)', r'\1', pattern)


def route(method, path, handler, *, name=None, **unused):
    return _Route(method, path, handler, name)


def get(path, handler, **kwargs):
    return route('GET', path, handler, **kwargs)


def post(path, handler, **kwargs):
    return route('POST', path, handler, **kwargs)


def put(path, handler, **kwargs):
    return route('PUT', path, handler, **kwargs)


def patch(path, handler, **kwargs):
    return route('PATCH', path, handler, **kwargs)


def delete(path, handler, **kwargs):
    return route('DELETE', path, handler, **kwargs)


def head(path, handler, **kwargs):
    return route('HEAD', path, handler, **kwargs)


def view(path, handler, **kwargs):
    return route('*', path, handler, **kwargs)


class View:
    def __init__(self, request):
        self.request = request

    def __await__(self):
        method = getattr(self, self.request.method.lower(), None)
        if method is None:
            raise globals()['HTTPMethodNotAllowed']()
        return method().__await__()


class RouteTableDef(list):
    def route(self, method, path, **kwargs):
        def decorate(handler):
            self.append(_Route(method, path, handler, kwargs.get('name')))
            return handler
        return decorate

    def get(self, path, **kwargs):
        return self.route('GET', path, **kwargs)

    def post(self, path, **kwargs):
        return self.route('POST', path, **kwargs)

    def put(self, path, **kwargs):
        return self.route('PUT', path, **kwargs)

    def patch(self, path, **kwargs):
        return self.route('PATCH', path, **kwargs)

    def delete(self, path, **kwargs):
        return self.route('DELETE', path, **kwargs)

    def view(self, path, **kwargs):
        return self.route('*', path, **kwargs)


class UrlDispatcher:
    def __init__(self):
        self._routes = []

    def add_route(self, method, path, handler, *, name=None, **unused):
        self._routes.append(_Route(method.upper(), path, handler, name))
        return self._routes[-1]

    def add_get(self, path, handler, **kwargs):
        return self.add_route('GET', path, handler, **kwargs)

    def add_post(self, path, handler, **kwargs):
        return self.add_route('POST', path, handler, **kwargs)

    def add_put(self, path, handler, **kwargs):
        return self.add_route('PUT', path, handler, **kwargs)

    def add_patch(self, path, handler, **kwargs):
        return self.add_route('PATCH', path, handler, **kwargs)

    def add_delete(self, path, handler, **kwargs):
        return self.add_route('DELETE', path, handler, **kwargs)

    def add_view(self, path, handler, **kwargs):
        return self.add_route('*', path, handler, **kwargs)

    def add_routes(self, routes):
        self._routes.extend(routes)

    def routes(self):
        return list(self._routes)

    def resolve(self, method, path):
        allowed = []
        for one in self._routes:
            found = one.match(path)
            if found is None:
                continue
            if one.method in ('*', method) or (method == 'HEAD' and one.method == 'GET'):
                return one.handler, found
            allowed.append(one.method)
        raise globals()['HTTPMethodNotAllowed']() if allowed else globals()['HTTPNotFound']()


def middleware(function):
    return function


class AppKey(str):
    def __new__(cls, name, t=object):
        return super().__new__(cls, name)


class Application(dict):
    def __init__(self, *, middlewares=(), client_max_size=1024 ** 2, **unused):
        super().__init__()
        self.router = UrlDispatcher()
        self.middlewares = list(middlewares)
        self.on_startup, self.on_shutdown, self.on_cleanup, self.cleanup_ctx, self.on_response_prepare = [], [], [], [], []
        self._contexts = []
        self._subapps = []

    __hash__ = object.__hash__

    def __eq__(self, other):
        return self is other

    def __bool__(self):
        return True

    def add_routes(self, routes):
        self.router.add_routes(routes)

    def add_subapp(self, prefix, subapp):
        self._subapps.append((prefix.rstrip('/'), subapp))

    async def startup(self):
        for action in self.on_startup:
            await action(self)
        for context in self.cleanup_ctx:
            generator = context(self)
            await anext(generator)
            self._contexts.append(generator)

    async def shutdown(self):
        for action in self.on_shutdown:
            await action(self)

    async def cleanup(self):
        for generator in reversed(self._contexts):
            await anext(generator, None)
        for action in self.on_cleanup:
            await action(self)

    async def _handle(self, request):
        for prefix, subapp in self._subapps:
            if request.path.startswith(prefix + '/'):
                request.path = request.path[len(prefix):]
                request.app = subapp
                return await subapp._handle(request)

        async def found(request):
            handler, request.match_info = self.router.resolve(request.method, request.path)
            return await handler(request)

        handler = found
        for one in reversed(self.middlewares):
            handler = _bound(one, handler)
        return await handler(request)


def _bound(middleware, handler):
    async def call(request):
        return await middleware(request, handler)
    return call


class AppRunner:
    def __init__(self, app, *, handle_signals=False, access_log=None, **unused):
        self.app = app
        self.sites = []
        self._connections = set()

    @property
    def addresses(self):
        return [sock.getsockname() for site in self.sites for sock in site._server.sockets]

    async def setup(self):
        await self.app.startup()

    async def cleanup(self):
        for site in list(self.sites):
            await site.stop()
        await self.app.shutdown()
        for task in list(self._connections):
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)
        await self.app.cleanup()

    async def _serve(self, reader, writer):
        task = asyncio.current_task()
        self._connections.add(task)
        try:
            while True:
                head = await _wire.drive_async(_wire.read_request_head(), reader)
                if head is None or not await self._answer(Request(self.app, head, reader, writer)):
                    break
        except (OSError, _wire.Ended, asyncio.CancelledError):
            pass
        except _wire.BadMessage:
            writer.write(_wire.response_bytes(400, 'Bad Request', {'Connection': 'close', 'Content-Length': '0'}))
        finally:
            self._connections.discard(task)
            writer.close()

    async def _answer(self, request):
        """False: the connection is not to be used again."""
        try:
            response = await self.app._handle(request)
            if not isinstance(response, StreamResponse):
                raise RuntimeError(f'Web-handler should return a response instance, got {response!r}')
        except HTTPException as exc:
            response = exc
        except asyncio.CancelledError:
            raise
        except Exception:
            _log.exception('Error handling request from %s', request.remote)
            response = Response(status=500, text='500 Internal Server Error\n\nServer got itself in trouble')
        await response._finish(request)
        if isinstance(response, WebSocketResponse):
            return False
        await request._writer.drain()
        await request.read()
        return _wire.is_kept(request._version, request.headers)


ServerRunner = AppRunner


class TCPSite:
    def __init__(self, runner, host=None, port=None, *, ssl_context=None, **unused):
        self._runner, self._host, self._port, self._ssl = runner, host, port, ssl_context

    @property
    def name(self):
        return f'http://{self._host or "0.0.0.0"}:{8080 if self._port is None else self._port}'

    async def start(self):
        port = 8080 if self._port is None else self._port
        self._server = await asyncio.start_server(self._runner._serve, self._host or '0.0.0.0', port, ssl=self._ssl)
        self._runner.sites.append(self)

    async def stop(self):
        self._server.close()
        self._runner.sites.remove(self)


async def _run_app(app, host, port, print_):
    runner = AppRunner(await app if asyncio.iscoroutine(app) else app)
    await runner.setup()
    site = TCPSite(runner, host, port)
    try:
        await site.start()
        if print_:
            print_(f'======== Running on {site.name} ========\n(Press CTRL+C to quit)')
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


def run_app(app, *, host=None, port=None, print=print, loop=None, **unused):
    try:
        asyncio.run(_run_app(app, host, port, print))
    except (KeyboardInterrupt, SystemExit):
        pass
