"""Asks the site as a browser would: cookies are kept, and an exception of a view is raised here."""

import json as _json
from http.cookies import SimpleCookie
from io import BytesIO
from urllib.parse import unquote, urlencode, urlsplit

from django.core import signals
from django.core.handlers.asgi import ASGIRequest
from django.core.handlers.base import BaseHandler

_BOUNDARY = 'BoUnDaRyStRiNg'
MULTIPART_CONTENT = f'multipart/form-data; boundary={_BOUNDARY}'


class ClientHandler(BaseHandler):
    """The middleware and the view, without a server."""

    def __init__(self, enforce_csrf_checks=True):
        super().__init__()
        self.enforce_csrf_checks = enforce_csrf_checks

    def prepared(self, request):
        if self._middleware_chain is None:
            self.load_middleware(is_async=False)
        request._dont_enforce_csrf_checks = not self.enforce_csrf_checks
        return request


class RequestFactory:
    """Requests for calling a view by hand."""

    def __init__(self, *, headers=None, **defaults):
        self.defaults, self.cookies = {**defaults, **_meta_of(headers)}, SimpleCookie()

    def request(self, method='GET', path='/', data=b'', content_type='', query='', headers=None, **extra):
        parts = urlsplit(str(path))
        fields = [(b'host', b'testserver')]
        if self.cookies:
            fields.append((b'cookie', '; '.join(f'{morsel.key}={morsel.coded_value}' for morsel in self.cookies.values()).encode()))
        if data:
            fields += [(b'content-length', str(len(data)).encode()), (b'content-type', content_type.encode())]
        scope = {
            'type': 'http', 'http_version': '1.1', 'method': method, 'scheme': 'https' if extra.pop('secure', False) else 'http',
            'path': unquote(parts.path) or '/', 'query_string': (query or parts.query).encode(), 'headers': fields,
            'client': ['127.0.0.1', 0], 'server': ('testserver', '80')}
        request = ASGIRequest(scope, BytesIO(data))
        request.META.update({**self.defaults, **_meta_of(headers), **extra})
        return request

    def get(self, path, data=None, **extra):
        return self.request('GET', path, query=urlencode(data or {}, doseq=True), **extra)

    def head(self, path, data=None, **extra):
        return self.request('HEAD', path, query=urlencode(data or {}, doseq=True), **extra)

    def options(self, path, **extra):
        return self.request('OPTIONS', path, **extra)

    def post(self, path, data=None, content_type=MULTIPART_CONTENT, **extra):
        return self.request('POST', path, _encoded({} if data is None else data, content_type), content_type, **extra)

    def put(self, path, data='', content_type='application/octet-stream', **extra):
        return self.request('PUT', path, _encoded(data, content_type), content_type, **extra)

    def patch(self, path, data='', content_type='application/octet-stream', **extra):
        return self.request('PATCH', path, _encoded(data, content_type), content_type, **extra)

    def delete(self, path, data='', content_type='application/octet-stream', **extra):
        return self.request('DELETE', path, _encoded(data, content_type), content_type, **extra)


AsyncRequestFactory = RequestFactory


class Client(RequestFactory):
    """`follow=True` goes where redirects lead."""

    def __init__(self, enforce_csrf_checks=False, raise_request_exception=True, *, headers=None, **defaults):
        super().__init__(headers=headers, **defaults)
        self.handler = ClientHandler(enforce_csrf_checks)
        self.raise_request_exception = raise_request_exception
        self.extra = {}

    def request(self, method='GET', path='/', *args, follow=False, **extra):
        response = self._ask(super().request(method, path, *args, **extra))
        chain = []
        while follow and response.status_code in (301, 302, 303, 307, 308):
            chain.append((response['Location'], response.status_code))
            response = self._ask(super().request('GET', response['Location']))
        response.redirect_chain = chain
        return response

    def _ask(self, request):
        raised = []

        def note(sender, request=None, **kwargs):
            import sys

            raised.append(sys.exception())

        signals.got_request_exception.connect(note, dispatch_uid=id(request))
        try:
            response = self.handler.get_response(self.handler.prepared(request))
        finally:
            signals.got_request_exception.disconnect(dispatch_uid=id(request))
        if raised and raised[0] is not None and self.raise_request_exception:
            raise raised[0]
        if request.method == 'HEAD' and not response.streaming:
            response.content = b''
        self.cookies.update(response.cookies)
        response.client, response.request, response.wsgi_request = self, request, request
        response.resolver_match = request.resolver_match
        response.json = lambda **options: _json.loads(response.content, **options)
        return response

    @property
    def session(self):
        """The session of this browser; what is changed in it has to be saved."""
        from importlib import import_module

        from django.conf import settings

        store = import_module(settings.SESSION_ENGINE).SessionStore
        known = self.cookies.get(settings.SESSION_COOKIE_NAME)
        session = store(known.value if known else None)
        if known is None:
            session.save()
            self.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
        return session

    def login(self, **credentials):
        from django.contrib.auth import authenticate

        user = authenticate(**credentials)
        if user is None:
            return False
        self.force_login(user)
        return True

    def force_login(self, user, backend=None):
        from django.conf import settings
        from django.contrib.auth import note_user

        session = self.session
        note_user(session, user, backend or getattr(user, 'backend', settings.AUTHENTICATION_BACKENDS[0]))
        session.save()
        self.cookies[settings.SESSION_COOKIE_NAME] = session.session_key

    def logout(self):
        self.session.flush()
        self.cookies = SimpleCookie()


class AsyncClient(Client):
    """The same for `await`."""

    def request(self, *args, **extra):
        from asgiref.sync import sync_to_async

        return sync_to_async(super().request)(*args, **extra)


def _meta_of(headers):
    return {f'HTTP_{name.upper().replace("-", "_")}': value for name, value in (headers or {}).items()}


def _encoded(data, content_type):
    """The body of a request."""
    if content_type == 'application/json' and not isinstance(data, (str, bytes)):
        return _json.dumps(data).encode()
    if content_type != MULTIPART_CONTENT:
        return data if isinstance(data, bytes) else urlencode(data, doseq=True).encode() if isinstance(data, dict) else str(data).encode()
    lines = []
    for name, value in data.items():
        for one in value if isinstance(value, (list, tuple)) else [value]:
            is_file = hasattr(one, 'read')
            file = f'; filename="{one.name}"' if is_file else ''
            lines += [f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'.encode(),
                      one.read() if is_file else str(one).encode(), b'\r\n']
    return b''.join(lines) + f'--{_BOUNDARY}--\r\n'.encode()
