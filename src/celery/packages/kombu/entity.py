"""Exchanges and queues by their names, to be declared where they are used."""


class Exchange:
    """Where messages are sent to. The one without a name sends each to the queue of its routing key."""

    TRANSIENT_DELIVERY_MODE = 1
    PERSISTENT_DELIVERY_MODE = 2

    def __init__(self, name='', type='', channel=None, durable=True, auto_delete=False, delivery_mode=None,
                 arguments=None, **options):
        self.name = name
        self.type = type or 'direct'
        self.channel = channel
        self.durable = durable
        self.auto_delete = auto_delete
        self.delivery_mode = delivery_mode
        self.arguments = arguments

    def __call__(self, channel):
        return Exchange(self.name, self.type, _channel_of(channel), self.durable, self.auto_delete, self.delivery_mode,
                        self.arguments)

    def declare(self, channel=None):
        channel = _channel_of(channel or self.channel)
        if self.name:
            channel.exchange_declare(self.name, self.type, self.durable, self.auto_delete, self.arguments)

    def __repr__(self):
        return f'Exchange {self.name}({self.type})' if self.name else "Exchange ''(direct)"

    def __str__(self):
        return repr(self)


class Queue:
    """Where messages wait. `exchange` may be its name."""

    def __init__(self, name='', exchange=None, routing_key='', channel=None, durable=True, exclusive=False,
                 auto_delete=False, queue_arguments=None, binding_arguments=None, max_priority=None, no_ack=False,
                 message_ttl=None, expires=None, max_length=None, **options):
        self.name = name
        self.exchange = Exchange(exchange) if isinstance(exchange, str) else exchange or Exchange('')
        self.routing_key = routing_key
        self.channel = channel
        self.durable = durable
        self.exclusive = exclusive
        self.auto_delete = auto_delete or exclusive
        self.no_ack = no_ack
        self.binding_arguments = binding_arguments
        self.queue_arguments = {
            **(queue_arguments or {}),
            **{key: value for key, value in {
                'x-max-priority': max_priority, 'x-max-length': max_length,
                'x-message-ttl': None if message_ttl is None else int(message_ttl * 1000),
                'x-expires': None if expires is None else int(expires * 1000)}.items() if value is not None},
        }

    def __call__(self, channel):
        copy = Queue(self.name, self.exchange, self.routing_key, _channel_of(channel), self.durable, self.exclusive,
                     self.auto_delete, self.queue_arguments, self.binding_arguments, no_ack=self.no_ack)
        return copy

    def declare(self, channel=None):
        """With its exchange, and bound to it. Gives its name."""
        channel = _channel_of(channel or self.channel)
        self.exchange.declare(channel)
        self.name, _ = channel.queue_declare(
            self.name, self.durable, self.exclusive, self.auto_delete, self.queue_arguments or None)
        if self.exchange.name:
            channel.queue_bind(self.name, self.exchange.name, self.routing_key, self.binding_arguments)
        return self.name

    def get(self, no_ack=None):
        """The next message; None: there is none."""
        return self.channel.get(self.name, self.no_ack if no_ack is None else no_ack)

    def purge(self):
        return self.channel.queue_purge(self.name)

    def delete(self):
        self.channel.queue_delete(self.name)

    def __repr__(self):
        return f'<unbound Queue {self.name} -> {self.exchange!r} -> {self.routing_key}>'


def _channel_of(given):
    """A connection stands for its channel."""
    return getattr(given, 'default_channel', given)
