"""Consumers: an application of ASGI as a class, with a method for each type of event.

Events come from the client and from the channel layer; they are handled one after another.
"""

import functools

from . import DEFAULT_CHANNEL_LAYER
from ._dispatch4 import Told, get_handler_name
from .db import database_sync_to_async
from .exceptions import StopConsumer
from .layers import get_channel_layer
from .utils import await_many_dispatch

__all__ = ['AsyncConsumer', 'SyncConsumer', 'get_handler_name']


class AsyncConsumer:
    """Its handlers are coroutine functions."""

    _sync = False
    channel_layer_alias = DEFAULT_CHANNEL_LAYER

    async def __call__(self, scope, receive, send):
        self.scope = scope
        self.base_send = _blocking(send) if self._sync else send
        sources = [receive]
        self.channel_layer = get_channel_layer(self.channel_layer_alias)
        if self.channel_layer is not None:
            self.channel_name = await self.channel_layer.new_channel()
            self.channel_receive = functools.partial(self.channel_layer.receive, self.channel_name)
            sources.append(self.channel_receive)
        try:
            await await_many_dispatch(sources, self.dispatch)
        except StopConsumer:
            pass

    async def dispatch(self, message):
        with Told(self, message) as handler:
            await handler(message)

    async def send(self, message):
        await self.base_send(message)

    @classmethod
    def as_asgi(cls, **initkwargs):
        """An application that makes a consumer for each connection, with these arguments."""

        async def app(scope, receive, send):
            return await cls(**initkwargs)(scope, receive, send)

        app.consumer_class = cls
        app.consumer_initkwargs = initkwargs
        functools.update_wrapper(app, cls, updated=())
        return app


class SyncConsumer(AsyncConsumer):
    """Its handlers are plain functions, which run in a thread."""

    _sync = True

    @database_sync_to_async
    def dispatch(self, message):
        with Told(self, message) as handler:
            handler(message)

    def send(self, message):
        self.base_send(message)


def _blocking(send):
    from asgiref.sync import async_to_sync

    return async_to_sync(send)
