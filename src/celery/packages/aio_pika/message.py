"""Messages, as they are sent and as they come."""
import json
import logging
import time
from collections.abc import MutableMapping
from datetime import datetime, timedelta, timezone
from pprint import pformat

from .abc import AbstractIncomingMessage, AbstractMessage, AbstractProcessContext, DeliveryMode
from .exceptions import MessageProcessError

logger = logging.getLogger('aio_pika.message')

_NATIVE = (type(None), bool, int, str, bytes, bytearray, datetime, list, dict, time.struct_time)


def _milliseconds(given):
    """Of seconds, a timedelta or a moment; as text."""
    if given is None:
        return None
    if isinstance(given, datetime):
        given = given - datetime.now(given.tzinfo)
    if isinstance(given, timedelta):
        given = given.total_seconds()
    return str(int(given * 1000))


def _moment(given):
    if isinstance(given, (int, float)):
        return datetime.fromtimestamp(given, timezone.utc).replace(tzinfo=None)
    if isinstance(given, timedelta):
        return datetime.now(timezone.utc).replace(tzinfo=None) + given
    if isinstance(given, time.struct_time):
        return datetime(*given[:6])
    return given


def _header(value):
    if isinstance(value, _NATIVE):
        return value
    if isinstance(value, (set, tuple, frozenset)):
        return list(value)
    return json.dumps(value, separators=(',', ':'), ensure_ascii=False, default=repr).encode()


class Headers(MutableMapping):
    def __init__(self, given):
        self.raw = {key: _header(value) for key, value in (given or {}).items()}

    def __getitem__(self, key):
        value = self.raw[key]
        return value.decode() if isinstance(value, bytes) else value

    def __setitem__(self, key, value):
        self.raw[key] = _header(value)

    def __delitem__(self, key):
        del self.raw[key]

    def __len__(self):
        return len(self.raw)

    def __iter__(self):
        return iter(self.raw)

    def __repr__(self):
        return repr(self.raw)


class Message(AbstractMessage):
    """`body` is bytes; `expiration` in seconds, or a timedelta or a moment."""

    _TEXTS = ('correlation_id', 'reply_to', 'message_id', 'type', 'user_id', 'app_id')

    def __init__(self, body, *, headers=None, content_type=None, content_encoding=None, delivery_mode=None, priority=None,
                 correlation_id=None, reply_to=None, expiration=None, message_id=None, timestamp=None, type=None, user_id=None,
                 app_id=None):
        given = locals()
        self.body = body if isinstance(body, bytes) else bytes(body)
        self.body_size = len(self.body)
        self.headers = Headers(headers)
        self.content_type = content_type
        self.content_encoding = content_encoding
        self.delivery_mode = DeliveryMode(int(delivery_mode or DeliveryMode.NOT_PERSISTENT))
        self.priority = int(priority or 0)
        self.expiration = expiration
        self.timestamp = _moment(timestamp)
        for name in self._TEXTS:
            setattr(self, name, str(given[name]) if given[name] else None)

    @property
    def headers_raw(self):
        return self.headers.raw

    def info(self):
        return {
            'body_size': self.body_size, 'headers': self.headers.raw, 'content_type': self.content_type,
            'content_encoding': self.content_encoding, 'delivery_mode': self.delivery_mode, 'priority': self.priority,
            'correlation_id': self.correlation_id, 'reply_to': self.reply_to, 'expiration': self.expiration,
            'message_id': self.message_id, 'timestamp': self.timestamp, 'type': str(self.type), 'user_id': self.user_id,
            'app_id': self.app_id,
        }

    def said(self):
        """Its properties, by AMQP's names."""
        properties = {
            'content_type': self.content_type, 'content_encoding': self.content_encoding, 'headers': self.headers.raw,
            'delivery_mode': int(self.delivery_mode), 'priority': self.priority, 'expiration': _milliseconds(self.expiration),
            'timestamp': self.timestamp, **{name: getattr(self, name) for name in self._TEXTS}}
        return {name: value for name, value in properties.items() if value is not None}

    def __repr__(self):
        return f'{type(self).__name__}:{pformat(self.info())}'

    def __iter__(self):
        return iter(self.body)


class IncomingMessage(Message, AbstractIncomingMessage):
    """`channel` is the open channel that it has come over; without `needs_ack` the server has done with it."""

    def __init__(self, channel, said, needs_ack=True, consumer_tag=None, message_count=None):
        tag, redelivered, exchange, routing_key, properties, body = said
        properties = {name: value for name, value in properties.items() if name != 'cluster_id'}
        expiration = properties.pop('expiration', None)
        super().__init__(body, expiration=float(expiration) / 1000 if expiration else None, **properties)
        self.channel = channel
        self.delivery_tag = tag
        self.redelivered = redelivered
        self.exchange = exchange
        self.routing_key = routing_key
        self.consumer_tag = consumer_tag
        self.message_count = message_count
        self.cluster_id = ''
        self.processed = not needs_ack
        self._needs_ack = needs_ack
        self._began = False

    def began(self, name):
        """Tells the picture who works on it."""
        self._began = True
        self.channel.link.impl.began(self.channel.number, self.delivery_tag, name)

    def ended(self, error=''):
        if self._began:
            self._began = False
            self.channel.link.impl.ended(self.channel.number, self.delivery_tag, error)

    def process(self, requeue=False, reject_on_redelivered=False, ignore_processed=False):
        """A context: it is acknowledged at its end, and rejected when something is raised."""
        return ProcessContext(self, requeue, reject_on_redelivered, ignore_processed)

    async def ack(self, multiple=False):
        self._settle('ack', 'ack', multiple)

    async def reject(self, requeue=False):
        self._settle('reject', 'nack', False, requeue)

    async def nack(self, multiple=False, requeue=True):
        self._settle('nack', 'nack', multiple, requeue)

    def _settle(self, word, name, *args):
        if not self._needs_ack:
            raise TypeError(f'Can\'t {word} message with "no_ack" flag')
        if self.processed:
            raise MessageProcessError('Message already processed', self)
        self.ended()
        self.channel.tell(name, self.delivery_tag, *args)
        self.processed = True

    def info(self):
        return {
            **super().info(), 'cluster_id': self.cluster_id, 'consumer_tag': self.consumer_tag, 'delivery_tag': self.delivery_tag,
            'exchange': self.exchange, 'redelivered': self.redelivered, 'routing_key': self.routing_key}


class ReturnedMessage(IncomingMessage):
    """It came back."""


class ProcessContext(AbstractProcessContext):
    def __init__(self, message, requeue, reject_on_redelivered, ignore_processed):
        self.message = message
        self.requeue = requeue
        self.reject_on_redelivered = reject_on_redelivered
        self.ignore_processed = ignore_processed

    async def __aenter__(self):
        return self.message

    async def __aexit__(self, kind, error, traceback):
        message = self.message
        if self.ignore_processed and message.processed:
            return
        if kind is None:
            return await message.ack()
        message.ended(f'{kind.__name__}: {error}')
        is_rejected = self.reject_on_redelivered and message.redelivered
        if message.channel.is_closed:
            logger.warning('Reject is not sent since channel is closed')
        elif is_rejected:
            logger.info('Message %r was redelivered and will be rejected', message)
            await message.reject(requeue=False)
        else:
            await message.reject(requeue=self.requeue)
