"""Consumers, routers and communicators of Channels 4."""

import asyncio, json, logging
from django.conf import settings

settings.configure(
    DEBUG=True,
    SECRET_KEY='x',
    CHANNEL_LAYERS={'default': {'BACKEND': 'channels.layers.InMemoryChannelLayer'}},
    INSTALLED_APPS=['channels'],
)
import django

django.setup()
from asgiref.testing import ApplicationCommunicator
from channels.consumer import AsyncConsumer, SyncConsumer, get_handler_name
from channels.exceptions import *
from channels.generic.http import AsyncHttpConsumer
from channels.generic.websocket import *
from channels.layers import get_channel_layer
from channels.routing import ChannelNameRouter, ProtocolTypeRouter, URLRouter
from channels.testing import HttpCommunicator, WebsocketCommunicator
from channels.db import database_sync_to_async
from django.urls import path, re_path

for m in [{'type': 'a.b.c'}, {'type': 'a'}, {}, {'type': '_x'}, {'type': '.x'}]:
    try:
        print(get_handler_name(m))
    except ValueError as e:
        print(e)
seen = []


class Echo(WebsocketConsumer):

    def connect(self):
        seen.append(('connect', self.scope['path']))
        self.accept(self.scope['subprotocols'][0] if self.scope['subprotocols'] else None)

    def receive(self, text_data=None, bytes_data=None):
        if text_data == 'close':
            return self.close(4001)
        if text_data == 'both':
            return self.send(text_data='bye', close=True)
        if text_data == 'none':
            return self.send()
        self.send(text_data=text_data, bytes_data=bytes_data)

    def disconnect(self, code):
        seen.append(('disconnect', code))


class Deny(AsyncWebsocketConsumer):

    async def connect(self):
        raise DenyConnection()


class CloseCode(AsyncWebsocketConsumer):

    async def connect(self):
        await self.close(code=4123)


class Acc(AsyncWebsocketConsumer):

    async def connect(self):
        raise AcceptConnection()


class J(AsyncJsonWebsocketConsumer):
    groups = ['room']

    async def receive_json(self, content):
        await self.channel_layer.group_send('room', {'type': 'room.said', 'text': content['t']})

    async def room_said(self, event):
        await self.send_json({'got': event['text']})


class JS(JsonWebsocketConsumer):

    def receive_json(self, content):
        self.send_json({'sync': content})


class H(AsyncHttpConsumer):

    async def handle(self, body):
        await self.send_response(200, b'Your body: ' + body, headers=[(b'Content-Type', b'text/plain')])


class Stream(AsyncHttpConsumer):

    async def handle(self, body):
        await self.send_headers(headers={b'A': b'b'})
        for i in range(3):
            await self.send_body(str(i).encode(), more_body=True)
        await self.send_body(b'')

    async def disconnect(self):
        seen.append('http over')


async def ws(app, p='/x/', **k):
    c = WebsocketCommunicator(app, p, **k)
    r = await c.connect()
    return (c, r)


async def attempt(coroutine):
    try:
        return await coroutine
    except BaseException as e:
        return '%s: %s' % (type(e).__name__, e)


async def main():
    c, r = await ws(Echo.as_asgi(), '/x/?a=1', subprotocols=['p'])
    print(r)
    await c.send_to(text_data='hi')
    print(await c.receive_from())
    await c.send_to(bytes_data=b'hi')
    print(await c.receive_from())
    await c.send_json_to({'a': 1})
    print(await c.receive_json_from())
    print(await c.receive_nothing())
    await c.send_to(text_data='both')
    print(await c.receive_from(), await c.receive_output())
    await c.send_to(text_data='close')
    print(await c.receive_output())
    await c.disconnect(code=1001)
    print(seen)
    c, r = await ws(Echo.as_asgi())
    await c.send_to(text_data='none')
    print(await attempt(c.receive_from()))
    c, r = await ws(Deny.as_asgi())
    print(r)
    print(await attempt(c.disconnect()))
    c, r = await ws(CloseCode.as_asgi())
    print(r)
    c, r = await ws(Acc.as_asgi())
    print(r)
    await c.disconnect()
    a, r = await ws(J.as_asgi())
    b, r = await ws(J.as_asgi())
    await a.send_json_to({'t': 'hello'})
    print(await a.receive_json_from(), await b.receive_json_from())
    await b.disconnect()
    await a.send_json_to({'t': 'alone'})
    print(await a.receive_json_from())
    await a.send_to(bytes_data=b'x')
    print(await attempt(a.receive_from()))
    c, r = await ws(JS.as_asgi())
    await c.send_json_to([1])
    print(await c.receive_json_from())
    await c.disconnect()
    c = HttpCommunicator(H.as_asgi(), 'POST', '/q?x=1', body=b'abc')
    print(await c.get_response())
    c = HttpCommunicator(Stream.as_asgi(), 'GET', '/')
    print(await c.get_response(), seen[-1])
    layer = get_channel_layer()

    class Steps(AsyncConsumer):

        async def test_one(self, m):
            await asyncio.sleep(0.2)
            await self.send({'type': 'ack', 'n': m['n']})

        async def test_stop(self, m):
            raise StopConsumer()

        async def test_who(self, m):
            await self.send({'type': 'who', 'same': self.channel_name.startswith('specific')})
            self.me = self.channel_name
            await layer.send(self.me, {'type': 'test.one', 'n': 9})

    c = ApplicationCommunicator(Steps(), {'type': 'x'})
    for n in (1, 2):
        await c.send_input({'type': 'test.one', 'n': n})
    await c.send_input({'type': 'test.who'})
    print([await c.receive_output() for _ in range(4)])
    await c.send_input({'type': 'test.stop'})
    await c.wait()
    print(c.future.done(), c.future.exception())
    c = ApplicationCommunicator(Steps(), {'type': 'x'})
    await c.send_input({'type': 'nope'})
    print(await attempt(c.receive_output()))

    class S(SyncConsumer):

        def test_sync(self, m):
            from asgiref.sync import async_to_sync

            async_to_sync(self.channel_layer.send)(self.channel_name, {'type': 'again', 'v': 1})
            self.send({'type': 'done'})

        def again(self, m):
            self.send({'type': 'again', **m})

    c = ApplicationCommunicator(S.as_asgi(), {'type': 'x'})
    await c.send_input({'type': 'test.sync'})
    print(await c.receive_output(), await c.receive_output())
    c.stop()

    async def app(scope, receive, send):
        await send({'type': 'r', 'kwargs': scope['url_route'], 'rest': scope.get('path_remaining')})

    router = URLRouter(
        [
            path('a/<int:n>/', app),
            re_path('^b/(?P<x>\\w+)/$', app),
            path('c/<y>/', URLRouter([path('d/', app), re_path('^e/(\\d+)$', app)])),
            path('f/', app, {'default': 1}),
            re_path('ws/(?P<room>\\w+)/$', app),
        ]
    )
    root = ProtocolTypeRouter({'websocket': router, 'channel': ChannelNameRouter({'thumb': app})})
    for p in ['/a/5/', '/a/x/', '/b/q/', '/c/1/d/', '/c/1/e/22', '/c/1/z/', '/f/', '/', '/zz/ws/lobby/']:
        c = ApplicationCommunicator(root, {'type': 'websocket', 'path': p})
        print(p, await attempt(c.receive_output()))
    for scope in [{'type': 'ftp'}, {'type': 'channel', 'channel': 'zz'}, {'type': 'channel'}]:
        print(await attempt(ApplicationCommunicator(root, scope).receive_output()))
    c = WebsocketCommunicator(Echo.as_asgi(), '/x')
    print(await attempt(c.receive_output(timeout=0.1)))
    f = database_sync_to_async(lambda a: a + 1)
    print(await f(1))
    print(Echo.as_asgi().__name__, Echo.as_asgi().consumer_class is Echo, J.as_asgi(x=1).consumer_initkwargs)
    try:
        URLRouter([path('a', __import__('django.urls').urls.include([]))])
    except Exception as e:
        print(type(e).__name__)


asyncio.run(main())
