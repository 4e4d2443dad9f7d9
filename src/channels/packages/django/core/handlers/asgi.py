"""Django as an application of ASGI 3: HTTP only."""

import asyncio
from io import BytesIO

from asgiref.sync import ThreadSensitiveContext, sync_to_async
from django.conf import settings
from django.core import signals
from django.core.exceptions import RequestAborted
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, QueryDict, parse_cookie
from django.urls import set_script_prefix
from django.utils.functional import cached_property

from . import base


class ASGIRequest(HttpRequest):
    """A request made of a scope and the file that holds its body."""

    def __init__(self, scope, body_file):
        self.scope = scope
        self._post_parse_error = self._read_started = False
        self.resolver_match = None
        self.script_name = scope.get('root_path', '') or ''
        self.path = scope['path']
        self.path_info = self.path.removeprefix(self.script_name) or '/'
        self.method = scope['method'].upper()
        query = scope.get('query_string', '')
        self.META = {
            'REQUEST_METHOD': self.method, 'QUERY_STRING': query if isinstance(query, str) else query.decode(),
            'SCRIPT_NAME': self.script_name, 'PATH_INFO': self.path_info, 'wsgi.multithread': True, 'wsgi.multiprocess': True,
            'SERVER_NAME': 'unknown', 'SERVER_PORT': '0',
        }
        if scope.get('client'):
            self.META['REMOTE_ADDR'] = self.META['REMOTE_HOST'] = scope['client'][0]
            self.META['REMOTE_PORT'] = scope['client'][1]
        if scope.get('server'):
            self.META['SERVER_NAME'] = scope['server'][0]
            self.META['SERVER_PORT'] = str(scope['server'][1] or 0)
        self._add_headers(scope.get('headers', []))
        kind, _, parameters = self.META.get('CONTENT_TYPE', '').partition(';')
        self.content_type = kind.strip()
        pairs = (parameter.strip().partition('=') for parameter in parameters.split(';'))
        self.content_params = {name.lower(): value.strip('"') for name, sign, value in pairs if sign}
        self.encoding = self.content_params.get('charset')
        self._stream = body_file

    def _add_headers(self, headers):
        for name, value in headers:
            name, value = name.decode('latin1'), value.decode('latin1')
            key = name.upper().replace('-', '_')
            if name not in ('content-length', 'content-type'):
                key = f'HTTP_{key}'
            if key in self.META:
                value = self.META[key] + ('; ' if name == 'cookie' else ',') + value
            self.META[key] = value

    @cached_property
    def GET(self):
        return QueryDict(self.META['QUERY_STRING'])

    @cached_property
    def COOKIES(self):
        return parse_cookie(self.META.get('HTTP_COOKIE', ''))

    def _get_scheme(self):
        return self.scope.get('scheme') or super()._get_scheme()


class ASGIHandler(base.BaseHandler):
    request_class = ASGIRequest
    # Bytes that one event of a response holds at most.
    chunk_size = 2 ** 16

    def __init__(self):
        super().__init__()
        self.load_middleware(is_async=True)

    async def __call__(self, scope, receive, send):
        if scope['type'] != 'http':
            raise ValueError(f'Django can only handle ASGI/HTTP connections, not {scope["type"]}.')
        async with ThreadSensitiveContext():
            await self.handle(scope, receive, send)

    async def handle(self, scope, receive, send):
        """Answers; given up when the client goes away before that."""
        try:
            body = await self.read_body(receive)
        except RequestAborted:
            return
        set_script_prefix(scope.get('root_path', '') or '')
        await signals.request_started.asend(sender=self.__class__, scope=scope)
        request, error_response = self.create_request(scope, BytesIO(body))
        if request is None:
            await self.send_response(error_response, send)
            return
        answering = asyncio.create_task(self._answer(request, send))
        leaving = asyncio.create_task(self.listen_for_disconnect(receive))
        await asyncio.wait([answering, leaving], return_when=asyncio.FIRST_COMPLETED)
        for task in (answering, leaving):
            if not task.done():
                task.cancel()
            try:
                await task
            except (RequestAborted, asyncio.CancelledError):
                pass

    async def _answer(self, request, send):
        response = await self.get_response_async(request)
        response._handler_class = self.__class__
        try:
            await self.send_response(response, send)
        except asyncio.CancelledError:
            response.close()
            raise

    async def listen_for_disconnect(self, receive):
        message = await receive()
        if message['type'] == 'http.disconnect':
            raise RequestAborted()
        raise AssertionError(f'Invalid ASGI message after request body: {message["type"]}')

    async def read_body(self, receive):
        body = b''
        while True:
            message = await receive()
            if message['type'] == 'http.disconnect':
                raise RequestAborted()
            body += message.get('body', b'')
            if not message.get('more_body', False):
                return body

    def create_request(self, scope, body_file):
        """The request, or an answer to one that is none."""
        try:
            return self.request_class(scope, body_file), None
        except UnicodeDecodeError:
            return None, HttpResponseBadRequest()

    def handle_uncaught_exception(self, request, resolver, exc_info):
        try:
            return super().handle_uncaught_exception(request, resolver, exc_info)
        except Exception:
            import traceback

            return HttpResponse(traceback.format_exc() if settings.DEBUG else 'Internal Server Error', status=500, content_type='text/plain')

    async def send_response(self, response, send):
        headers = [(_encoded(name, 'ascii'), _encoded(value, 'latin1')) for name, value in response.items()]
        headers += [(b'Set-Cookie', cookie.output(header='').encode('ascii').strip()) for cookie in response.cookies.values()]
        await send({'type': 'http.response.start', 'status': response.status_code, 'headers': headers})
        if response.streaming:
            async for part in response:
                for chunk, _ in self.chunk_bytes(part):
                    await send({'type': 'http.response.body', 'body': chunk, 'more_body': True})
            await send({'type': 'http.response.body'})
        else:
            for chunk, is_last in self.chunk_bytes(response.content):
                await send({'type': 'http.response.body', 'body': chunk, 'more_body': not is_last})
        await sync_to_async(response.close, thread_sensitive=True)()

    @classmethod
    def chunk_bytes(cls, data):
        """Pairs: a piece, and whether it is the last. Nothing is one empty piece."""
        for start in range(0, max(len(data), 1), cls.chunk_size):
            end = start + cls.chunk_size
            yield data[start:end], end >= len(data)


def _encoded(value, encoding):
    return value.encode(encoding) if isinstance(value, str) else value
