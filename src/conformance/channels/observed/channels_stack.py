"""Origins, cookies, sessions and users of connections."""

import asyncio, os

os.makedirs('s', exist_ok=True)
from django.conf import settings

settings.configure(
    DEBUG=False,
    SECRET_KEY='x',
    ALLOWED_HOSTS=['example.com', '.sub.org'],
    SESSION_ENGINE='django.contrib.sessions.backends.file',
    SESSION_FILE_PATH='s',
    INSTALLED_APPS=['channels', 'django.contrib.sessions', 'django.contrib.auth', 'django.contrib.contenttypes'],
)
import django

django.setup()
from importlib import import_module
from channels.auth import AuthMiddlewareStack, get_user, login, logout
from channels.sessions import CookieMiddleware, SessionMiddleware, SessionMiddlewareStack
from channels.security.websocket import AllowedHostsOriginValidator, OriginValidator
from channels.generic.websocket import WebsocketConsumer
from channels.generic.http import AsyncHttpConsumer
from channels.middleware import BaseMiddleware
from channels.testing import HttpCommunicator, WebsocketCommunicator


class Ok(WebsocketConsumer):
    pass


async def attempt(coroutine):
    try:
        return await coroutine
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


class H(AsyncHttpConsumer):

    async def handle(self, body):
        s = self.scope['session']
        s['n'] = s.get('n', 0) + 1
        await self.send_response(
            200,
            str((s['n'], str(self.scope['user']), self.scope['user'].is_authenticated, self.scope['cookies'])).encode(),
        )


async def main():
    for origin in [
        b'http://example.com',
        b'https://example.com:8000',
        b'http://a.sub.org',
        b'http://evil.com',
        b'null',
        None,
        b'',
        b'example.com',
    ]:
        headers = [] if origin is None else [(b'origin', origin)]
        c = WebsocketCommunicator(AllowedHostsOriginValidator(Ok.as_asgi()), '/', headers=headers)
        r = await c.connect()
        d = WebsocketCommunicator(
            OriginValidator(Ok.as_asgi(), ['http://example.com:80', '//.sub.org', 'https://x.y:444']),
            '/',
            headers=headers,
        )
        q = await d.connect()
        e = WebsocketCommunicator(OriginValidator(Ok.as_asgi(), ['*']), '/', headers=headers)
        z = await e.connect()
        print(origin, r, q, z)
    print(await attempt(HttpCommunicator(AllowedHostsOriginValidator(Ok.as_asgi()), 'GET', '/').get_response()))
    S = import_module(settings.SESSION_ENGINE).SessionStore
    app = AuthMiddlewareStack(H.as_asgi())
    r = await HttpCommunicator(app, 'GET', '/', headers=[(b'cookie', b'a=b')]).get_response()
    print(r['status'], r['body'], len(r['headers']))
    cookie = r['headers'][0][1].decode()
    print(cookie.split('=')[0].strip(), sorted((x.split('=')[0].strip() for x in cookie.split(';')[1:])))
    key = cookie.split('sessionid=')[1].split(';')[0]
    print(S(key)['n'])
    r = await HttpCommunicator(app, 'GET', '/', headers=[(b'cookie', b'sessionid=' + key.encode())]).get_response()
    print(r['body'].split(b',')[0])
    print(await attempt(CookieMiddleware(None)({'type': 'x'}, None, None)))
    print(await attempt(SessionMiddleware(None)({'type': 'x'}, None, None)))
    print(await attempt(get_user({})))

    class Add(BaseMiddleware):

        async def __call__(self, scope, receive, send):
            scope['added'] = 1
            return await super().__call__(scope, receive, send)

    class W(WebsocketConsumer):

        def connect(self):
            self.accept()
            self.send(str(self.scope['added']))

    c = WebsocketCommunicator(Add(W.as_asgi()), '/')
    await c.connect()
    print(await c.receive_from())
    await c.disconnect()
    m = {}
    CookieMiddleware.set_cookie(m, 'k', 'v', max_age=None, httponly=True, path='/p', samesite='strict')
    CookieMiddleware.delete_cookie(m, 'z')
    print(m['headers'][0], m['headers'][1][1][:20])


asyncio.run(main())
