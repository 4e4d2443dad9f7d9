"""Django as an application of WSGI: a function of an environment."""

from io import BytesIO

from django.core import signals
from django.http import HttpRequest, QueryDict, parse_cookie
from django.urls import set_script_prefix
from django.utils.functional import cached_property

from . import base


class WSGIRequest(HttpRequest):
    def __init__(self, environ):
        self.environ = self.META = environ
        self._read_started = False
        self.resolver_match = None
        self.path_info = environ.get('PATH_INFO', '').encode('latin1').decode() or '/'
        script = environ.get('SCRIPT_NAME', '').rstrip('/')
        self.path = f'{script}/{self.path_info.removeprefix("/")}'
        self.method = environ['REQUEST_METHOD'].upper()
        kind, _, parameters = environ.get('CONTENT_TYPE', '').partition(';')
        self.content_type = kind.strip()
        pairs = (parameter.strip().partition('=') for parameter in parameters.split(';'))
        self.content_params = {name.lower(): value.strip('"') for name, sign, value in pairs if sign}
        self.encoding = self.content_params.get('charset')
        length = int(environ.get('CONTENT_LENGTH') or 0)
        self._stream = BytesIO(environ['wsgi.input'].read(length))

    @cached_property
    def GET(self):
        return QueryDict(self.environ.get('QUERY_STRING', ''))

    @cached_property
    def COOKIES(self):
        return parse_cookie(self.environ.get('HTTP_COOKIE', ''))

    def _get_scheme(self):
        return self.environ.get('wsgi.url_scheme')


class WSGIHandler(base.BaseHandler):
    request_class = WSGIRequest

    def __init__(self):
        super().__init__()
        self.load_middleware()

    def __call__(self, environ, start_response):
        set_script_prefix(environ.get('SCRIPT_NAME', '') or '/')
        signals.request_started.send(sender=self.__class__, environ=environ)
        response = self.get_response(self.request_class(environ))
        response._handler_class = self.__class__
        headers = [*response.items(), *(('Set-Cookie', cookie.output(header='').strip()) for cookie in response.cookies.values())]
        start_response(f'{response.status_code} {response.reason_phrase}', headers)
        return response
