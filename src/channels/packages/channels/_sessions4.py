"""Cookies and sessions of a connection, in its scope."""

import time
from http.cookies import SimpleCookie
from importlib import import_module

from django.conf import settings
from django.http.cookie import parse_cookie

_SAMESITE = ('strict', 'lax', 'none')


class CookieMiddleware:
    """`scope['cookies']`: a dict."""

    def __init__(self, inner):
        self.inner = inner

    async def __call__(self, scope, receive, send):
        if 'headers' not in scope:
            raise ValueError('CookieMiddleware was passed a scope that did not have a headers key (make sure it is only passed HTTP or '
                             'WebSocket connections)')
        header = next((value for name, value in scope['headers'] if name == b'cookie'), b'')
        return await self.inner({**scope, 'cookies': parse_cookie(header.decode('latin1'))}, receive, send)

    @classmethod
    def set_cookie(cls, message, key, value='', max_age=None, expires=None, path='/', domain=None, secure=False, httponly=False,
                   samesite='lax'):
        """Adds it to the headers of an answer to HTTP. `max_age` in seconds, `expires` a datetime or a text."""
        from django.utils.http import http_date

        assert samesite is None or samesite.lower() in _SAMESITE, "samesite must be either 'strict', 'lax' or 'none'"
        if hasattr(expires, 'timestamp'):
            max_age, expires = max(0, int(expires.timestamp() - time.time()) + 1), None
        if max_age is not None and not expires:
            expires = http_date(time.time() + max_age)
        cookies = SimpleCookie({key: str(value)})
        fields = {'expires': expires or '', 'max-age': max_age, 'path': path, 'domain': domain, 'secure': secure or None,
                  'httponly': httponly or None, 'samesite': samesite}
        cookies[key].update({name: field for name, field in fields.items() if field is not None})
        message.setdefault('headers', []).append((b'Set-Cookie', cookies[key].output(header='').encode()))

    @classmethod
    def delete_cookie(cls, message, key, path='/', domain=None):
        cls.set_cookie(message, key, max_age=0, path=path, domain=domain, expires='Thu, 01-Jan-1970 00:00:00 GMT')


class SessionMiddleware:
    """`scope['session']`: that of the browser. It is kept when an answer to HTTP begins; over a WebSocket the consumer saves it."""

    def __init__(self, inner):
        self.inner = inner

    async def __call__(self, scope, receive, send):
        if 'session' in scope:
            return await self.inner(dict(scope), receive, send)
        if 'cookies' not in scope:
            raise ValueError('No cookies in scope - SessionMiddleware needs to run inside of CookieMiddleware.')
        store = import_module(settings.SESSION_ENGINE).SessionStore
        session = store(scope['cookies'].get(settings.SESSION_COOKIE_NAME))

        async def send_and_save(message):
            if message['type'] == 'http.response.start' and message.get('status', 200) != 500:
                await _save(session, scope['cookies'], message)
            return await send(message)

        return await self.inner({**scope, 'session': session}, receive, send_and_save)


async def _save(session, cookies, message):
    """What was changed is kept, and the answer brings the browser its key."""
    from .db import database_sync_to_async

    if not (session.modified or settings.SESSION_SAVE_EVERY_REQUEST):
        return
    is_empty = session.is_empty()
    await database_sync_to_async(_save_at_once)(session)
    place = {'path': settings.SESSION_COOKIE_PATH, 'domain': settings.SESSION_COOKIE_DOMAIN}
    if not is_empty:
        CookieMiddleware.set_cookie(
            message, settings.SESSION_COOKIE_NAME, session.session_key,
            max_age=None if session.get_expire_at_browser_close() else session.get_expiry_age(), **place,
            secure=settings.SESSION_COOKIE_SECURE, httponly=settings.SESSION_COOKIE_HTTPONLY, samesite=settings.SESSION_COOKIE_SAMESITE)
    elif settings.SESSION_COOKIE_NAME in cookies:
        CookieMiddleware.delete_cookie(message, settings.SESSION_COOKIE_NAME, **place)


def _save_at_once(session):
    from django.contrib.sessions.backends.base import UpdateError
    from django.core.exceptions import SuspiciousOperation

    try:
        session.save()
    except UpdateError:
        raise SuspiciousOperation("The request's session was deleted before the request completed. The user may have logged out in a "
                                  'concurrent request, for example.') from None


def SessionMiddlewareStack(inner):
    return CookieMiddleware(SessionMiddleware(inner))
