"""A client that plays a browser: with headers, cookies, a session, numbers for its messages."""
import copy
import json as json_module

from django.apps import apps
from django.conf import settings
from django.http.cookie import SimpleCookie

from .._sessions1 import session_for_reply_channel
from .base import Client


class WSClient(Client):
    """`ordered`: its messages have an order, from 0."""

    def __init__(self, **kwargs):
        self._ordered = kwargs.pop('ordered', False)
        super().__init__(**kwargs)
        self._session = None
        self._headers = {}
        self._cookies = {}
        self._session_cookie = True
        self.order = 0

    def set_cookie(self, key, value):
        self._cookies[key] = value

    def set_header(self, key, value):
        if key == 'cookie':
            raise ValueError('Use set_cookie method for cookie header')
        self._headers[key] = value

    def get_cookies(self):
        """Its own, and until it has sent something that of its session."""
        cookies = copy.copy(self._cookies)
        if self._session_cookie and apps.is_installed('django.contrib.sessions'):
            cookies[settings.SESSION_COOKIE_NAME] = self.session.session_key
        return cookies

    @property
    def headers(self):
        headers = copy.deepcopy(self._headers)
        headers.setdefault('cookie', _encoded_cookies(self.get_cookies()))
        return headers

    @property
    def session(self):
        if not apps.is_installed('django.contrib.sessions'):
            raise EnvironmentError('Add django.contrib.sessions to the INSTALLED_APPS to use session')
        if not self._session:
            self._session = session_for_reply_channel(self.reply_channel)
        return self._session

    def receive(self, json=True):
        """The text of the next message for it, decoded where it is JSON; the whole content of one without text."""
        content = super().receive()
        if not content:
            return None
        text = content.get('text')
        return json_module.loads(text) if json and isinstance(text, str) else content.get('text', content)

    def send(self, to, content={}, text=None, path='/'):
        if to != 'websocket.connect' and '?' in path:
            path = path.split('?')[0]
        self.channel_layer.send(to, self._get_content(content, text, path))
        self._session_cookie = False

    def _get_content(self, content={}, text=None, path='/'):
        content = copy.deepcopy(content)
        path, question, query_string = path.partition('?')
        content.setdefault('reply_channel', self.reply_channel)
        content.setdefault('path', path)
        if question:
            content.setdefault('query_string', query_string)
        content.setdefault('headers', [[name, value] for name, value in _as_bytes(self.headers)])
        if self._ordered:
            if 'order' in content:
                raise ValueError('Do not use "order" manually with "ordered=True"')
            content['order'] = self.order
            self.order += 1
        text = text or content.get('text')
        if text is not None:
            content['text'] = text if isinstance(text, str) else json_module.dumps(text)
        return content

    def send_and_consume(self, channel, content={}, text=None, path='/', fail_on_none=True, check_accept=True):
        self.send(channel, content, text, path)
        return self.consume(channel, fail_on_none=fail_on_none, check_accept=check_accept)

    def consume(self, channel, fail_on_none=True, check_accept=True):
        """Whoever connects is to be accepted, unless that is not looked at."""
        result = super().consume(channel, fail_on_none=fail_on_none)
        if channel == 'websocket.connect' and check_accept:
            received = self.receive(json=False)
            if received != {'accept': True}:
                raise AssertionError(f"Connection rejected: {received} != '{{accept: True}}'")
        return result

    def login(self, **credentials):
        """False: nobody can log in so."""
        from django.contrib.auth import authenticate
        user = authenticate(**credentials)
        if not (user and user.is_active and apps.is_installed('django.contrib.sessions')):
            return False
        self._login(user)
        return True

    def force_login(self, user, backend=None):
        user.backend = settings.AUTHENTICATION_BACKENDS[0] if backend is None else backend
        self._login(user)

    def _login(self, user):
        from django.contrib.auth import login
        request = type('FakeRequest', (object,), {'session': self.session, 'META': {}})
        login(request, user)
        self.session.save()


def _encoded_cookies(cookies):
    encoder = SimpleCookie()
    for key, value in cookies.items():
        encoder[key] = value
    return encoder.output(header='', sep=';').encode('ascii')


def _as_bytes(headers):
    """As a server gives them."""
    for name, value in headers.items():
        yield (name.encode('latin1'), value.encode('latin1') if isinstance(value, str) else value)
