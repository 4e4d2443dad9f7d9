"""Channels of brokers that know no exchanges themselves: Redis, SQS, and the memory of this process. What goes where Kombu decides."""
import json
import re
import uuid

import _kombu

from ._sqs import create
from .entity import queue_declare_ok_t
from .exceptions import OperationalError
from .message import Message

_BINDINGS = '_kombu.binding.'
_BETWEEN = '\x06\x16'
#: Seconds.
_VISIBILITY = {'redis': 3600, 'sqs': 1800}


class StoreLink:
    """Channels of such a broker; each reads for itself."""

    connection_errors = recoverable_connection_errors = (OperationalError, OSError)
    channel_errors = recoverable_channel_errors = ()

    def __init__(self, address, options, heartbeat=0, timeout=5):
        self._address = address
        self._options = options
        self._channels = []
        self.is_open = False

    def connect(self):
        StoreChannel(self._address, self._options).connect()
        self.is_open = True

    def channel(self):
        channel = StoreChannel(self._address, self._options)
        self._channels.append(channel)
        channel.channel_id = len(self._channels)
        return channel

    def descriptors(self):
        return [channel for channel in self._channels if channel.is_consuming]

    def drain(self):
        """Gives one message to whom it is for; False: none is there."""
        return any(channel.drain() for channel in self._channels if channel.is_consuming)

    def close(self):
        for channel in self._channels:
            channel.close()
        self._channels.clear()
        self.is_open = False


class StoreChannel:
    """Of all exchanges the bindings are kept where the queues are, so that every process finds them."""

    def __init__(self, address, options):
        self.transport = address.transport
        self.is_redis = address.transport == 'redis'
        self._options = options
        if address.transport == 'sqs':
            self._store = _kombu.cloud()
        else:
            host, port = (address.hostname, address.port) if self.is_redis else ('', 0)
            database = int(address.virtual_host) if address.virtual_host.isdigit() else 0
            self._store = _kombu.Store(host, port, database)
        self._visibility = options.get('visibility_timeout') or _VISIBILITY.get(address.transport, 0)
        self._prefetch = 0
        self._types = {}
        self._reader = None
        self._reads = {}
        self._consumers = {}
        self.label = 'consumer'
        self.is_open = True

    def connect(self):
        self._store.connect()

    def exchange_declare(self, exchange, type='direct', durable=True, auto_delete=False, arguments=None):
        self._types[exchange] = type

    def queue_declare(self, queue='', passive=False, durable=True, exclusive=False, auto_delete=False, arguments=None):
        """Gives its name, how many messages are in it, and 0: nobody knows its consumers."""
        name = queue or f'amq.gen-{uuid.uuid4()}'
        self._create(name)
        return queue_declare_ok_t(name, self._store.length(name), 0)

    def _create(self, queue):
        """Of SQS: if it is not there."""
        if self.transport == 'sqs':
            create(self._store, queue, self._options, self._visibility)

    def queue_bind(self, queue, exchange, routing_key='', arguments=None):
        if exchange:
            pattern = self._types.get(exchange, 'direct')
            self._store.add(_BINDINGS + exchange, 0, _BETWEEN.join((pattern, routing_key or '', queue)))

    def queue_purge(self, queue):
        return self._store.purge(queue)

    def queue_delete(self, queue, if_unused=False, if_empty=False):
        self._store.purge(queue)

    def publish(self, body, exchange, routing_key, properties, headers, content, label, **options):
        content_type, content_encoding = content
        priority = properties.get('priority') or 0
        info = {'exchange': exchange, 'routing_key': routing_key}
        parts = {
            'body': body, 'content-encoding': content_encoding, 'content-type': content_type, 'headers': headers,
            'properties': {**properties, 'delivery_info': info, 'priority': priority, 'delivery_tag': str(uuid.uuid4())},
        }
        text = json.dumps(parts)
        for queue in self._queues_of(exchange, routing_key):
            self._create(queue)
            self._store.put(queue, priority, text, label)

    def basic_qos(self, prefetch_size, prefetch_count, a_global=False):
        self._prefetch = prefetch_count
        if self._reader is not None:
            self._reader.qos(prefetch_count)

    @property
    def is_consuming(self):
        return bool(self._consumers)

    def consume(self, queue, callback, no_ack, tag):
        self._consumers[queue] = (callback, no_ack, tag)
        self._open_reader()

    def cancel(self, tag):
        self._consumers = {queue: consumer for queue, consumer in self._consumers.items() if consumer[2] != tag}
        if not self._consumers and self._reader is not None:
            self._reader.cancel()
        elif self._reader is not None:
            self._open_reader()

    def fileno(self):
        return self._reader.fileno()

    def works(self, count):
        """So many tasks are in hand here."""
        self._reader.works(count)

    def drain(self):
        """Gives one message to whom it is for; False: none is there."""
        found = self._reader.next()
        if found is None:
            return False
        tag, number, text, redelivered = found
        message = self._message(self._reader, tag, number, text, redelivered)
        callback, no_ack, _ = self._consumers[self._queue_of(message)]
        if no_ack:
            message.ack()
            message.needs_no_ack()
        callback(message)
        return True

    def get(self, queue, no_ack=False):
        reader = self._store.reader([queue], 1, 0, 'get')
        found = reader.next()
        if found is None:
            reader.close(False)
            return None
        reader.cancel()
        message = self._message(reader, *found)
        if no_ack:
            message.ack()
            message.needs_no_ack()
        return message

    def ack(self, tag, multiple=False):
        reader, number = self._reads.pop(tag, (None, 0))
        if reader is not None:
            reader.ack(number)

    def reject(self, tag, requeue):
        reader, number = self._reads.pop(tag, (None, 0))
        if reader is not None:
            reader.reject(number, requeue)

    def close(self):
        """Redis and SQS get back what is unacknowledged; what was in memory is nobody's."""
        readers = {id(reader): reader for reader, _ in self._reads.values()}
        if self._reader is not None:
            readers[id(self._reader)] = self._reader
        for reader in readers.values():
            reader.close(self.transport != 'memory')
        self.is_open = False
        self._reader = None
        self._reads.clear()
        self._consumers.clear()

    def _open_reader(self):
        old = self._reader
        self._reader = self._store.reader(list(self._consumers), self._prefetch, self._visibility, self.label)
        if old is not None:
            old.cancel()

    def _message(self, reader, tag, number, text, redelivered):
        parts = json.loads(text)
        known = parts['properties']['delivery_tag']
        if redelivered and self.is_redis:
            parts['headers']['redelivered'] = True
        self._reads[known] = reader, tag
        return Message(self, known, number, parts, (redelivered or None) if self.is_redis else None)

    def _queue_of(self, message):
        info = message.delivery_info
        queues = self._queues_of(info.get('exchange', ''), info.get('routing_key', ''))
        return next(queue for queue in self._consumers if queue in queues)

    def _queues_of(self, exchange, routing_key):
        if not exchange:
            return [routing_key]
        found = []
        for member in self._store.members(_BINDINGS + exchange):
            kind, key, queue = member.split(_BETWEEN)
            # In Redis a fanout is a publication: whoever does not listen misses it.
            is_missed = kind == 'fanout' and self.is_redis and not self._store.is_read(queue)
            if queue not in found and not is_missed and _matches(kind, key, routing_key or ''):
                found.append(queue)
        return found


def _matches(kind, key, routing_key):
    if kind == 'fanout':
        return True
    if kind != 'topic':
        return key == routing_key
    # As Kombu has it, and unlike AMQP: `*` may be several words, `#` is at least a dot.
    pattern = ''.join({'*': r'.*?[^\.]', '#': '.*?'}.get(part, re.escape(part)) for part in re.split(r'([*#])', key))
    return re.match(f'^{pattern}$', routing_key) is not None
