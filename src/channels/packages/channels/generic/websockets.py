"""WebSockets of 1.x as classes, one object a message."""
import json

from .._auth1 import channel_and_http_session_user_from_http, channel_session_user_from_http
from .._sessions1 import enforce_ordering
from ..channel import Group
from ..exceptions import SendNotAvailableOnDemultiplexer
from .base import BaseConsumer


class WebsocketConsumer(BaseConsumer):
    """One method for each thing that happens to a socket; whoever connects joins its groups, and leaves them in the end."""

    method_mapping = {
        'websocket.connect': 'raw_connect',
        'websocket.receive': 'raw_receive',
        'websocket.disconnect': 'raw_disconnect',
    }

    # The user of the browser's session; with its session too.
    http_user = False
    http_user_and_session = False

    strict_ordering = False

    groups = None

    def get_handler(self, message, **kwargs):
        self.path = message['path']
        self.channel_session_user = self.channel_session_user or self.http_user or self.http_user_and_session
        handler = super().get_handler(message, **kwargs)
        # Only connect brings cookies; later the channel's session knows the user.
        if message.channel.name == 'websocket.connect':
            if self.http_user_and_session:
                handler = channel_and_http_session_user_from_http(handler)
            elif self.http_user:
                handler = channel_session_user_from_http(handler)
        return enforce_ordering(handler) if self.strict_ordering else handler

    def connection_groups(self, **kwargs):
        """The names of the groups that a socket is in as long as it is open."""
        return self.groups or []

    def raw_connect(self, message, **kwargs):
        for group in self.connection_groups(**kwargs):
            Group(group, channel_layer=message.channel_layer).add(message.reply_channel)
        self.connect(message, **kwargs)

    def connect(self, message, **kwargs):
        """Accepts the socket; for an own one to override."""
        self.message.reply_channel.send({'accept': True})

    def raw_receive(self, message, **kwargs):
        if message.get('text') is not None:
            self.receive(text=message['text'], **kwargs)
        else:
            self.receive(bytes=message['bytes'], **kwargs)

    def receive(self, text=None, bytes=None, **kwargs):
        """A frame has come; for an own one to override."""

    def send(self, text=None, bytes=None, close=False):
        """A frame to this socket. `close`: then close it, with that code if it is a number."""
        self.message.reply_channel.send(_frame(text, bytes, close))

    def close(self, status=True):
        self.message.reply_channel.send({'close': status})

    @classmethod
    def group_send(cls, name, text=None, bytes=None, close=False):
        """A frame to every socket of the group."""
        Group(name).send(_frame(text, bytes, close))

    def raw_disconnect(self, message, **kwargs):
        for group in self.connection_groups(**kwargs):
            Group(group, channel_layer=message.channel_layer).discard(message.reply_channel)
        self.disconnect(message, **kwargs)

    def disconnect(self, message, **kwargs):
        """The socket has been closed; for an own one to override."""


def _frame(text, data, close):
    message = {}
    if close:
        message['close'] = close
    if text is not None:
        message['text'] = text
    elif data is not None:
        message['bytes'] = data
    else:
        raise ValueError('You must pass text or bytes')
    return message


class JsonWebsocketConsumer(WebsocketConsumer):
    """Frames are JSON texts; `receive` and `send` speak of what is in them."""

    def raw_receive(self, message, **kwargs):
        if message.get('text') is None:
            raise ValueError('No text section for incoming WebSocket frame!')
        self.receive(self.decode_json(message['text']), **kwargs)

    def receive(self, content, **kwargs):
        """A frame has come; for an own one to override."""

    def send(self, content, close=False):
        super().send(text=self.encode_json(content), close=close)

    @classmethod
    def decode_json(cls, text):
        return json.loads(text)

    @classmethod
    def encode_json(cls, content):
        return json.dumps(content)

    @classmethod
    def group_send(cls, name, content, close=False):
        WebsocketConsumer.group_send(name, cls.encode_json(content), close=close)


class WebsocketMultiplexer:
    """By which a consumer behind a demultiplexer answers: it need not know its stream's name."""

    stream = None
    reply_channel = None

    def __init__(self, stream, reply_channel):
        self.stream = stream
        self.reply_channel = reply_channel

    def send(self, payload):
        self.reply_channel.send(self.encode(self.stream, payload))

    @classmethod
    def encode_json(cls, content):
        return json.dumps(content, default=str)

    @classmethod
    def encode(cls, stream, payload):
        return {'text': cls.encode_json({'stream': stream, 'payload': payload})}

    @classmethod
    def group_send(cls, name, stream, payload, close=False):
        message = cls.encode(stream, payload)
        if close:
            message['close'] = True
        Group(name).send(message)


class WebsocketDemultiplexer(JsonWebsocketConsumer):
    """Several streams in one socket: frames are {"stream": name, "payload": {...}}. `consumers`: the class for each name."""

    consumers = {}
    multiplexer_class = WebsocketMultiplexer

    def receive(self, content, **kwargs):
        if not (isinstance(content, dict) and 'stream' in content and 'payload' in content):
            raise ValueError('Invalid multiplexed **frame received (no channel/payload key)')
        stream, payload = content['stream'], content['payload']
        if stream not in self.consumers:
            raise ValueError('Invalid multiplexed frame received (stream not mapped)')
        if not isinstance(payload, dict):
            raise ValueError('Multiplexed frame payload is not a dict')
        # The consumer of the stream finds a frame that holds the payload alone.
        self.message.content['text'] = self.encode_json(payload)
        self._pass_on(stream, self.message, kwargs)

    def connect(self, message, **kwargs):
        """Accepted here; then every stream hears of it."""
        self.message.reply_channel.send({'accept': True})
        for stream in self.consumers:
            self._pass_on(stream, message, kwargs)

    def disconnect(self, message, **kwargs):
        for stream in self.consumers:
            self._pass_on(stream, message, kwargs)

    def _pass_on(self, stream, message, kwargs):
        consumer = self.consumers[stream]
        if hasattr(consumer, 'send'):
            # What it would send itself would not say which stream it belongs to.
            consumer.send = self.send
        consumer(message, **{**kwargs, 'multiplexer': self.multiplexer_class(stream, self.message.reply_channel)})

    def send(self, *args):
        raise SendNotAvailableOnDemultiplexer('Use multiplexer.send of the multiplexer kwarg.')

    @classmethod
    def group_send(cls, name, stream, payload, close=False):
        raise SendNotAvailableOnDemultiplexer('Use WebsocketMultiplexer.group_send')
