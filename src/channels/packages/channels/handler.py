"""HTTP of 1.x: a message becomes a request of Django, and the view's response one or several messages."""
import codecs
import logging
import sys
import time
import traceback
from io import BytesIO

from django import http
from django.conf import settings
from django.core import signals
from django.core.handlers import base
from django.urls import set_script_prefix
from django.utils.functional import cached_property

from .exceptions import RequestAborted, RequestTimeout, ResponseLater

logger = logging.getLogger('django.request')

# Seconds between two tries to send into a full channel.
_FULL_INTERVAL = 0.05


class AsgiRequest(http.HttpRequest):
    """A request as Django's views know it, made of a message of http.request."""

    ResponseLater = ResponseLater

    # Seconds, all in all, that the pieces of a body may take.
    body_receive_timeout = 60

    def __init__(self, message):
        self.message = message
        self.reply_channel = message.reply_channel
        self._post_parse_error = False
        self._read_started = False
        self.resolver_match = None
        self.path = message['path']
        self.script_name = message.get('root_path', '')
        is_below = self.script_name and self.path.startswith(self.script_name)
        self.path_info = self.path[len(self.script_name):] if is_below else self.path
        self.method = message['method'].upper()
        self.META = self._meta()
        self._set_content_type()
        self._body = self._whole_body()
        assert isinstance(self._body, bytes), 'Body is not bytes'
        self._stream = BytesIO(self._body)

    def _meta(self):
        message = self.message
        query_string = message.get('query_string', '')
        meta = {
            'REQUEST_METHOD': self.method,
            'QUERY_STRING': query_string.decode('utf-8') if isinstance(query_string, bytes) else query_string,
            'SCRIPT_NAME': self.script_name,
            'PATH_INFO': self.path_info,
            'wsgi.multithread': True,
            'wsgi.multiprocess': True,
            'SERVER_NAME': 'unknown',
            'SERVER_PORT': '0',
        }
        if message.get('client'):
            host, port = message['client']
            meta.update({'REMOTE_ADDR': host, 'REMOTE_HOST': host, 'REMOTE_PORT': port})
        if message.get('server'):
            host, port = message['server']
            meta.update({'SERVER_NAME': host, 'SERVER_PORT': str(port)})
        for name, value in message.get('headers', []):
            name, value = name.decode('latin1'), value.decode('latin1')
            key = name.upper().replace('-', '_')
            if name not in ('content-length', 'content-type'):
                key = f'HTTP_{key}'
            meta[key] = f'{meta[key]},{value}' if key in meta else value
        return meta

    def _set_content_type(self):
        kind, *parameters = self.META.get('CONTENT_TYPE', '').split(';')
        self.content_type = kind.strip()
        pairs = (parameter.strip().partition('=') for parameter in parameters)
        self.content_params = {name.lower(): value.strip('"') for name, _, value in pairs}
        if 'charset' in self.content_params:
            try:
                codecs.lookup(self.content_params['charset'])
            except LookupError:
                return
            self.encoding = self.content_params['charset']

    def _whole_body(self):
        """What came with the message, and the pieces that wait for it in the channel of the body."""
        message = self.message
        body = message.get('body', b'')
        if not message.get('body_channel'):
            return body
        began = time.time()
        more = True
        while more:
            chunk = None
            while chunk is None:
                if time.time() - began > self.body_receive_timeout:
                    raise RequestTimeout()
                _, chunk = message.channel_layer.receive([message['body_channel']], block=True)
                if chunk is None:
                    time.sleep(0.01)
            if chunk.get('closed', False):
                raise RequestAborted()
            body += chunk.get('content', b'')
            more = chunk.get('more_content', False)
        return body

    @cached_property
    def GET(self):
        return http.QueryDict(self.message.get('query_string', ''))

    def _get_scheme(self):
        return self.message.get('scheme', 'http')

    @cached_property
    def COOKIES(self):
        return http.parse_cookie(self.META.get('HTTP_COOKIE', ''))


class AsgiHandler(base.BaseHandler):
    """Takes a message of http.request through the views, and yields the messages of the response."""

    request_class = AsgiRequest

    # Bytes of content that one message of a response holds at most.
    chunk_size = 512 * 1024

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.load_middleware()

    def __call__(self, message):
        set_script_prefix(message.get('root_path', '') or '')
        signals.request_started.send(sender=self.__class__, message=message)
        response = self._response_to(message)
        if response is None:
            return
        yield from self.encode_response(response)
        response.close()

    def _response_to(self, message):
        """None: nobody waits for it, or others will give it."""
        try:
            request = self.request_class(message)
        except UnicodeDecodeError:
            logger.warning('Bad Request (UnicodeDecodeError)', exc_info=sys.exc_info(), extra={'status_code': 400})
            return http.HttpResponseBadRequest()
        except RequestTimeout:
            return http.HttpResponse('408 Request Timeout (upload too slow)', status=408)
        except RequestAborted:
            return None
        try:
            response = self.get_response(request)
        except ResponseLater:
            return None
        if isinstance(response, http.FileResponse):
            response.block_size = self.chunk_size
        return response

    def process_exception_by_middleware(self, exception, request):
        """ResponseLater is no failure."""
        if isinstance(exception, ResponseLater):
            raise exception
        return super().process_exception_by_middleware(exception, request)

    def handle_uncaught_exception(self, request, resolver, exc_info):
        if issubclass(exc_info[0], ResponseLater):
            raise exc_info[1]
        try:
            return super().handle_uncaught_exception(request, resolver, exc_info)
        except Exception:
            text = traceback.format_exc() if settings.DEBUG else 'Internal Server Error'
            return http.HttpResponseServerError(text, content_type='text/plain')

    @classmethod
    def encode_response(cls, response):
        """Messages, the first with status and headers. A streaming response ends with an empty one."""
        headers = [(_encoded(name, 'ascii'), _encoded(value, 'latin1')) for name, value in response.items()]
        headers += [(b'Set-Cookie', cookie.output(header='').strip().encode('ascii')) for cookie in response.cookies.values()]
        message = {'status': response.status_code, 'headers': headers}
        if not response.streaming:
            for content, is_last in cls.chunk_bytes(response.content):
                yield {**message, 'content': content, 'more_content': not is_last}
                message = {}
            return
        for part in response:
            for content, _ in cls.chunk_bytes(part):
                yield {**message, 'content': content, 'more_content': True}
                message = {}
        yield {**message, 'more_content': False}

    @classmethod
    def chunk_bytes(cls, data):
        """Pairs: a piece, and whether it is the last. Nothing is one empty piece."""
        for start in range(0, max(len(data), 1), cls.chunk_size):
            end = start + cls.chunk_size
            yield data[start:end], end >= len(data)


class ViewConsumer:
    """The consumer of http.request unless a project has its own: Django's views."""

    handler_class = AsgiHandler

    def __init__(self):
        self.handler = self.handler_class()

    def __call__(self, message):
        # Each piece leaves at once: a streaming response is not to be kept whole. A full channel is waited for, however long.
        for reply in self.handler(message):
            self._send(message, reply)

    def _send(self, message, reply):
        while True:
            try:
                return message.reply_channel.send(reply, immediately=True)
            except message.channel_layer.ChannelFull:
                time.sleep(_FULL_INTERVAL)


def _encoded(value, encoding):
    return value.encode(encoding) if isinstance(value, str) else value
