"""A channel of a blocking connection."""
import time
import uuid
from collections import deque

import _amqp_errors

from pika import exceptions
from pika.adapters._closable import Closable
from pika.exchange_type import ExchangeType
from pika.spec import Basic, BasicProperties, Exchange, Frame, Queue


class ReturnedMessage:
    def __init__(self, method, properties, body):
        self.method = method
        self.properties = properties
        self.body = body


class _Consumer:
    def __init__(self, tag, callback, auto_ack):
        self.tag = tag
        self.callback = callback
        self.auto_ack = auto_ack


class BlockingChannel(Closable):
    def __init__(self, connection, channel_number):
        self.connection = connection
        self.channel_number = channel_number
        self._consumers = {}
        self._events = deque()
        self._confirms = {}
        self._returned = []
        self._published = 0
        self._confirming = False
        self._on_return = []
        self._on_cancel = []
        self._closing_reason = None
        self._generator = None
        self._arrived = deque()

    def __int__(self):
        return self.channel_number

    def __repr__(self):
        state = 'OPEN' if self.is_open else 'CLOSED'
        return f'<BlockingChannel impl=<Channel number={self.channel_number} {state} conn={self.connection!r}>>'

    @property
    def consumer_tags(self):
        return list(self._consumers)

    # What the connection tells it.

    def _hear(self, kind, *rest):
        if kind == 'channel_closed':
            self._closed(exceptions.ChannelClosedByBroker(*rest))
        elif kind == 'confirm':
            number, is_ack = rest
            self._confirms[number] = is_ack
        elif kind == 'return' and self._confirming:
            self._returned.append(_returned(rest))
        else:
            self._events.append((kind, rest))

    def _closed(self, reason):
        self._closing_reason = reason
        self._consumers.clear()
        self.connection._channels.pop(self.channel_number, None)

    def _dispatch(self):
        """Whether anything was called back."""
        called = False
        while self._events and self.is_open:
            kind, rest = self._events.popleft()
            called = True
            if kind == 'deliver':
                self._deliver(*rest)
            elif kind == 'return':
                message = _returned(rest)
                for callback in self._on_return:
                    callback(self, message.method, message.properties, message.body)
            elif kind == 'cancel':
                self._consumers.pop(*rest, None)
                for callback in self._on_cancel:
                    callback(Frame(self.channel_number, Basic.Cancel(*rest)))
        return called

    def _deliver(self, tag, delivery_tag, redelivered, exchange, routing_key, properties, body):
        consumer = self._consumers.get(tag)
        if consumer is None:
            return
        method = Basic.Deliver(tag, delivery_tag, redelivered, exchange, routing_key)
        impl, number, callback = self.connection._impl, self.channel_number, consumer.callback
        impl.began(number, delivery_tag, getattr(callback, '__qualname__', type(callback).__qualname__))
        try:
            callback(self, method, BasicProperties(**properties), body)
        except BaseException as error:
            impl.ended(number, delivery_tag, f'{type(error).__name__}: {error}')
            raise
        impl.ended(number, delivery_tag)

    # What is asked of the server.

    def _ready(self):
        if self._closing_reason is not None:
            raise exceptions.ChannelWrongStateError('Channel is closed.')
        self.connection._drain()

    def _ask(self, name, *args):
        self._ready()
        if self._closing_reason is not None:
            raise self._closing_reason
        try:
            return getattr(self.connection._impl, name)(self.channel_number, *args)
        except _amqp_errors.ChannelClosed as error:
            self._closed(exceptions.ChannelClosedByBroker(error.code, error.text))
        except (_amqp_errors.ConnectionClosed, _amqp_errors.ConnectionLost) as error:
            self.connection._lost(error.code, error.text)
        raise self._closing_reason from None

    def _tell(self, name, *args):
        self._ready()
        if self._closing_reason is None:
            getattr(self.connection._impl, name)(self.channel_number, *args)

    def _frame(self, method):
        return Frame(self.channel_number, method)

    def close(self, reply_code=0, reply_text='Normal shutdown'):
        self._ready()
        self.connection._impl.close_channel(self.channel_number)
        self._closed(exceptions.ChannelClosedByClient(reply_code, reply_text))

    def queue_declare(self, queue, passive=False, durable=False, exclusive=False, auto_delete=False, arguments=None):
        declared = self._ask('queue_declare', queue, passive, durable, exclusive, auto_delete, arguments)
        return self._frame(Queue.DeclareOk(*declared))

    def queue_delete(self, queue, if_unused=False, if_empty=False):
        return self._frame(Queue.DeleteOk(self._ask('queue_delete', queue, if_unused, if_empty)))

    def queue_purge(self, queue):
        return self._frame(Queue.PurgeOk(self._ask('queue_purge', queue)))

    def queue_bind(self, queue, exchange, routing_key=None, arguments=None):
        self._ask('queue_bind', queue, exchange, queue if routing_key is None else routing_key, arguments)
        return self._frame(Queue.BindOk())

    def queue_unbind(self, queue, exchange=None, routing_key=None, arguments=None):
        self._ask('queue_unbind', queue, exchange or '', queue if routing_key is None else routing_key, arguments)
        return self._frame(Queue.UnbindOk())

    def exchange_declare(self, exchange, exchange_type=ExchangeType.direct, passive=False, durable=False, auto_delete=False,
                         internal=False, arguments=None):
        kind = exchange_type.value if isinstance(exchange_type, ExchangeType) else exchange_type
        self._ask('exchange_declare', exchange, kind, passive, durable, auto_delete, internal, arguments)
        return self._frame(Exchange.DeclareOk())

    def exchange_delete(self, exchange=None, if_unused=False):
        self._ask('exchange_delete', exchange or '', if_unused)
        return self._frame(Exchange.DeleteOk())

    def exchange_bind(self, destination, source, routing_key='', arguments=None):
        self._ask('exchange_bind', destination, source, routing_key, arguments)
        return self._frame(Exchange.BindOk())

    def exchange_unbind(self, destination=None, source=None, routing_key='', arguments=None):
        self._ask('exchange_unbind', destination or '', source or '', routing_key, arguments)
        return self._frame(Exchange.UnbindOk())

    def basic_qos(self, prefetch_size=0, prefetch_count=0, global_qos=False):
        self._ask('qos', prefetch_count, global_qos)

    def basic_recover(self, requeue=False):
        self._ask('recover')

    def confirm_delivery(self):
        if not self._confirming:
            self._ask('confirm_select')
            self._confirming = True

    def add_on_return_callback(self, callback):
        self._on_return.append(callback)

    def add_on_cancel_callback(self, callback):
        self._on_cancel.append(callback)

    def basic_publish(self, exchange, routing_key, body, properties=None, mandatory=False):
        given = {} if properties is None else {key: value for key, value in vars(properties).items() if value is not None}
        self._tell('publish', exchange, routing_key, body, given, mandatory)
        if not self._confirming:
            return
        self._published += 1
        self.connection._drain()
        if self._closing_reason is not None:
            raise self._closing_reason
        returned, self._returned = self._returned, []
        if not self._confirms.pop(self._published):
            raise exceptions.NackError(returned)
        if returned:
            raise exceptions.UnroutableError(returned)

    def basic_get(self, queue, auto_ack=False):
        got = self._ask('get', queue, auto_ack)
        if got is None:
            return None, None, None
        delivery_tag, redelivered, exchange, routing_key, properties, body, count = got
        method = Basic.GetOk(delivery_tag, redelivered, exchange, routing_key, count)
        return method, BasicProperties(**properties), body

    def basic_ack(self, delivery_tag=0, multiple=False):
        self._tell('ack', delivery_tag, multiple)

    def basic_nack(self, delivery_tag=0, multiple=False, requeue=True):
        self._tell('nack', delivery_tag, multiple, requeue)

    def basic_reject(self, delivery_tag=0, requeue=True):
        self._tell('nack', delivery_tag, False, requeue)

    def basic_consume(self, queue, on_message_callback, auto_ack=False, exclusive=False, consumer_tag=None, arguments=None):
        if not callable(on_message_callback):
            raise ValueError(f'callback on_message_callback must be callable, got {on_message_callback!r}')
        tag = consumer_tag or f'ctag{self.channel_number}.{uuid.uuid4().hex}'
        if tag in self._consumers:
            raise exceptions.DuplicateConsumerTag(tag)
        self._ask('consume', queue, tag, auto_ack, exclusive)
        self._consumers[tag] = _Consumer(tag, on_message_callback, auto_ack)
        return tag

    def basic_cancel(self, consumer_tag):
        """What has come for it and was not called back goes back to its queue, unless it needs no acknowledgement."""
        consumer = self._consumers.get(consumer_tag)
        if consumer is None:
            return []
        self._ask('cancel', consumer_tag)
        self.connection._drain()
        self._consumers.pop(consumer_tag, None)
        pending = [event for event in self._events if event[0] == 'deliver' and event[1][0] == consumer_tag]
        self._events = deque(event for event in self._events if event not in pending)
        messages = [_delivered(rest) for _, rest in pending]
        if consumer.auto_ack:
            return messages
        for method, _, _ in messages:
            self.basic_reject(method.delivery_tag, requeue=True)
        return []

    def start_consuming(self):
        while self._consumers:
            self.connection.process_data_events(time_limit=None)
            if self._closing_reason is not None:
                raise self._closing_reason

    def stop_consuming(self, consumer_tag=None):
        for tag in [consumer_tag] if consumer_tag else list(self._consumers):
            self.basic_cancel(tag)

    def consume(self, queue, auto_ack=False, exclusive=False, arguments=None, inactivity_timeout=None):
        """Yields `(method, properties, body)`; of Nones when nothing came in so many seconds."""
        if self._generator is None:
            self._arrived = deque()
            self._generator = self.basic_consume(queue, lambda channel, *message: self._arrived.append(message), auto_ack, exclusive)
        while self._generator in self._consumers:
            until = None if inactivity_timeout is None else time.monotonic() + inactivity_timeout
            while not self._arrived and (until is None or time.monotonic() < until) and self._generator in self._consumers:
                self.connection.process_data_events(None if until is None else until - time.monotonic())
            if self._arrived:
                yield self._arrived.popleft()
            elif self._generator in self._consumers:
                yield None, None, None

    def cancel(self):
        """Ends `consume`. What has come and was not yielded goes back to its queue; gives how many there were."""
        consumer = self._consumers.get(self._generator)
        tag, self._generator = self._generator, None
        if consumer is None:
            return 0
        pending = sum(kind == 'deliver' and rest[0] == tag for kind, rest in self._events)
        self.basic_cancel(tag)
        arrived, self._arrived = self._arrived, deque()
        if not consumer.auto_ack:
            for method, _, _ in arrived:
                self.basic_reject(method.delivery_tag, requeue=True)
        return pending + len(arrived)


def _returned(rest):
    code, text, exchange, routing_key, properties, body = rest
    return ReturnedMessage(Basic.Return(code, text, exchange, routing_key), BasicProperties(**properties), body)


def _delivered(rest):
    *method, properties, body = rest
    return Basic.Deliver(*method), BasicProperties(**properties), body
