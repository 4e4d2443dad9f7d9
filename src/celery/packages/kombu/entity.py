"""Exchanges and queues by their names, to be declared where they are used."""
from collections import namedtuple
from copy import copy

#: What a channel answers to queue_declare.
queue_declare_ok_t = namedtuple('queue_declare_ok_t', ('queue', 'message_count', 'consumer_count'))


class Exchange:
    """Where messages are sent to. The one without a name sends each to the queue of its routing key."""

    TRANSIENT_DELIVERY_MODE = 1
    PERSISTENT_DELIVERY_MODE = 2

    def __init__(self, name='', type='', channel=None, durable=True, auto_delete=False, delivery_mode=None,
                 arguments=None, passive=False, no_declare=False, **options):
        self.name = name
        self.type = type or 'direct'
        self.passive = passive
        self.no_declare = no_declare
        self.channel = channel
        self.durable = durable
        self.auto_delete = auto_delete
        self.delivery_mode = delivery_mode
        self.arguments = arguments

    def __call__(self, channel):
        return _bound(self, channel)

    bind = __call__

    def declare(self, channel=None):
        channel = channel_of(channel or self.channel)
        if self.name and not self.passive and not self.no_declare:
            channel.exchange_declare(exchange=self.name, type=self.type, durable=self.durable, auto_delete=self.auto_delete,
                                     arguments=self.arguments)

    def bind_to(self, exchange='', routing_key='', arguments=None):
        """Gets what that exchange gets for this key."""
        name = exchange.name if isinstance(exchange, Exchange) else exchange
        self.channel.exchange_bind(destination=self.name, source=name, routing_key=routing_key, arguments=arguments)

    def publish(self, message, routing_key=None, **options):
        from .messaging import Producer
        Producer(self.channel, self).publish(message, routing_key or '', **options)

    def delete(self, if_unused=False):
        self.channel.exchange_delete(exchange=self.name, if_unused=if_unused)

    def __repr__(self):
        return _shown(self, f"Exchange {self.name or repr('')}({self.type})")


class Queue:
    """Where messages wait. `exchange` may be its name."""

    def __init__(self, name='', exchange=None, routing_key='', channel=None, durable=True, exclusive=False,
                 auto_delete=False, queue_arguments=None, binding_arguments=None, max_priority=None, no_ack=False,
                 message_ttl=None, expires=None, max_length=None, max_length_bytes=None, no_declare=False, bindings=(),
                 on_declared=None, **options):
        self.name = name
        self.exchange = Exchange(exchange) if isinstance(exchange, str) else exchange or Exchange('')
        self.routing_key = routing_key
        self.channel = channel
        self.durable = durable
        self.exclusive = exclusive
        self.auto_delete = auto_delete or exclusive
        self.no_ack = no_ack
        self.no_declare = no_declare
        self.bindings = bindings
        self.on_declared = on_declared
        self.binding_arguments = binding_arguments
        self.queue_arguments = {
            **(queue_arguments or {}),
            **{key: value for key, value in {
                'x-max-priority': max_priority, 'x-max-length': max_length,
                'x-max-length-bytes': max_length_bytes,
                'x-message-ttl': None if message_ttl is None else int(message_ttl * 1000),
                'x-expires': None if expires is None else int(expires * 1000)}.items() if value is not None},
        }

    def __call__(self, channel):
        queue = _bound(self, channel)
        queue.exchange = self.exchange(queue.channel)
        return queue

    bind = __call__

    def declare(self, channel=None):
        """With its exchange, and bound to it. Gives its name."""
        channel = channel_of(channel or self.channel)
        self.exchange.declare(channel)
        if not self.no_declare:
            declared = channel.queue_declare(
                queue=self.name, durable=self.durable, exclusive=self.exclusive, auto_delete=self.auto_delete,
                arguments=self.queue_arguments or None)
            self.name = declared[0]
            if self.on_declared is not None:
                self.on_declared(*declared)
        if self.exchange.name:
            channel.queue_bind(queue=self.name, exchange=self.exchange.name, routing_key=self.routing_key,
                               arguments=self.binding_arguments)
        for one in self.bindings:
            one.declare(channel)
            channel.queue_bind(queue=self.name, exchange=one.exchange.name, routing_key=one.routing_key, arguments=one.arguments)
        return self.name

    def queue_declare(self, passive=False):
        return self.channel.queue_declare(
            queue=self.name, passive=passive, durable=self.durable, exclusive=self.exclusive, auto_delete=self.auto_delete,
            arguments=self.queue_arguments or None)

    def bind_to(self, exchange='', routing_key='', arguments=None):
        name = exchange.name if isinstance(exchange, Exchange) else exchange
        self.channel.queue_bind(queue=self.name, exchange=name, routing_key=routing_key, arguments=arguments)

    def unbind_from(self, exchange='', routing_key='', arguments=None):
        name = exchange.name if isinstance(exchange, Exchange) else exchange
        self.channel.queue_unbind(queue=self.name, exchange=name, routing_key=routing_key, arguments=arguments)

    def get(self, no_ack=None, accept=None):
        """The next message; None: there is none."""
        return self.channel.get(self.name, self.no_ack if no_ack is None else no_ack)

    def purge(self):
        return self.channel.queue_purge(queue=self.name)

    def delete(self, if_unused=False, if_empty=False):
        return self.channel.queue_delete(queue=self.name, if_unused=if_unused, if_empty=if_empty)

    def __repr__(self):
        return _shown(self, f'Queue {self.name} -> {self.exchange!r} -> {self.routing_key}')


class binding:
    """Of a queue that has several."""

    def __init__(self, exchange=None, routing_key='', arguments=None, unbind_arguments=None):
        self.exchange = exchange
        self.routing_key = routing_key
        self.arguments = arguments

    def declare(self, channel):
        self.exchange.declare(channel)

    def __repr__(self):
        return f'<binding: {self.exchange.name}->{self.routing_key}>'


def _bound(entity, channel):
    """The same for a channel, which its methods use."""
    bound = copy(entity)
    bound.channel = channel_of(channel)
    return bound


def _shown(entity, text):
    if entity.channel is None:
        return f'<unbound {text}>'
    return f'<{text} bound to chan:{getattr(entity.channel, "channel_id", 1)}>'


def channel_of(given):
    """A connection stands for its channel."""
    return getattr(given, 'default_channel', given)
