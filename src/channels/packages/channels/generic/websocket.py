"""Consumers for WebSockets: `connect`, `receive` and `disconnect` are what a subclass fills in."""

import json

from asgiref.sync import async_to_sync

from ..consumer import AsyncConsumer, SyncConsumer
from ..exceptions import AcceptConnection, DenyConnection, InvalidChannelLayerError, StopConsumer

_NO_GROUPS = "BACKEND is unconfigured or doesn't support groups"


class _Frames:
    """The events that both kinds of consumers send."""

    groups = None

    def __init__(self, *args, **kwargs):
        if self.groups is None:
            self.groups = []

    def _group_method(self, name):
        """`group_add` or `group_discard` of the layer, if groups are wanted and there are any."""
        try:
            return getattr(self.channel_layer, name)
        except AttributeError:
            raise InvalidChannelLayerError(_NO_GROUPS) from None

    @staticmethod
    def _accept_event(subprotocol, headers):
        event = {'type': 'websocket.accept', 'subprotocol': subprotocol}
        return {**event, 'headers': list(headers)} if headers else event

    @staticmethod
    def _frame_event(text_data, bytes_data):
        if text_data is not None:
            return {'type': 'websocket.send', 'text': text_data}
        if bytes_data is not None:
            return {'type': 'websocket.send', 'bytes': bytes_data}
        raise ValueError('You must pass one of bytes_data or text_data')

    @staticmethod
    def _close_event(code, reason):
        event = {'type': 'websocket.close'}
        if code is not None and code is not True:
            event['code'] = code
        if reason:
            event['reason'] = reason
        return event

    @staticmethod
    def _frame_of(message):
        """The arguments of `receive`."""
        if message.get('text') is not None:
            return {'text_data': message['text']}
        return {'bytes_data': message['bytes']}


class WebsocketConsumer(_Frames, SyncConsumer):
    """With plain functions."""

    def websocket_connect(self, message):
        for group in self.groups:
            async_to_sync(self._group_method('group_add'))(group, self.channel_name)
        try:
            self.connect()
        except AcceptConnection:
            self.accept()
        except DenyConnection:
            self.close()

    def connect(self):
        self.accept()

    def accept(self, subprotocol=None, headers=None):
        """`headers`: pairs of bytes, for the answer to the handshake."""
        super().send(self._accept_event(subprotocol, headers))

    def websocket_receive(self, message):
        self.receive(**self._frame_of(message))

    def receive(self, text_data=None, bytes_data=None):
        """A frame has come."""

    def send(self, text_data=None, bytes_data=None, close=False):
        super().send(self._frame_event(text_data, bytes_data))
        if close:
            self.close(close)

    def close(self, code=None, reason=None):
        """Before the connection was accepted, this refuses it."""
        super().send(self._close_event(code, reason))

    def websocket_disconnect(self, message):
        for group in self.groups:
            async_to_sync(self._group_method('group_discard'))(group, self.channel_name)
        self.disconnect(message['code'])
        raise StopConsumer()

    def disconnect(self, code):
        """The connection is closed."""


class AsyncWebsocketConsumer(_Frames, AsyncConsumer):
    """With coroutine functions."""

    async def websocket_connect(self, message):
        for group in self.groups:
            await self._group_method('group_add')(group, self.channel_name)
        try:
            await self.connect()
        except AcceptConnection:
            await self.accept()
        except DenyConnection:
            await self.close()

    async def connect(self):
        await self.accept()

    async def accept(self, subprotocol=None, headers=None):
        """`headers`: pairs of bytes, for the answer to the handshake."""
        await super().send(self._accept_event(subprotocol, headers))

    async def websocket_receive(self, message):
        await self.receive(**self._frame_of(message))

    async def receive(self, text_data=None, bytes_data=None):
        """A frame has come."""

    async def send(self, text_data=None, bytes_data=None, close=False):
        await super().send(self._frame_event(text_data, bytes_data))
        if close:
            await self.close(close)

    async def close(self, code=None, reason=None):
        """Before the connection was accepted, this refuses it."""
        await super().send(self._close_event(code, reason))

    async def websocket_disconnect(self, message):
        for group in self.groups:
            await self._group_method('group_discard')(group, self.channel_name)
        await self.disconnect(message['code'])
        raise StopConsumer()

    async def disconnect(self, code):
        """The connection is closed."""


class JsonWebsocketConsumer(WebsocketConsumer):
    """Every frame is a text with JSON in it."""

    def receive(self, text_data=None, bytes_data=None, **kwargs):
        if not text_data:
            raise ValueError('No text section for incoming WebSocket frame!')
        self.receive_json(self.decode_json(text_data), **kwargs)

    def receive_json(self, content, **kwargs):
        """A frame has come."""

    def send_json(self, content, close=False):
        super().send(text_data=self.encode_json(content), close=close)

    @classmethod
    def decode_json(cls, text_data):
        return json.loads(text_data)

    @classmethod
    def encode_json(cls, content):
        return json.dumps(content)


class AsyncJsonWebsocketConsumer(AsyncWebsocketConsumer):
    """Every frame is a text with JSON in it."""

    async def receive(self, text_data=None, bytes_data=None, **kwargs):
        if not text_data:
            raise ValueError('No text section for incoming WebSocket frame!')
        await self.receive_json(await self.decode_json(text_data), **kwargs)

    async def receive_json(self, content, **kwargs):
        """A frame has come."""

    async def send_json(self, content, close=False):
        await super().send(text_data=await self.encode_json(content), close=close)

    @classmethod
    async def decode_json(cls, text_data):
        return json.loads(text_data)

    @classmethod
    async def encode_json(cls, content):
        return json.dumps(content)
