"""Those who send and those who read."""
from .entity import Exchange, _channel_of
from .message import encode


class Producer:
    """Sends messages to an exchange."""

    def __init__(self, channel, exchange=None, routing_key=None, serializer=None, auto_declare=True, **options):
        self.channel = _channel_of(channel)
        self.exchange = Exchange(exchange) if isinstance(exchange, str) else exchange or Exchange('')
        self.routing_key = routing_key or ''
        if auto_declare:
            self.exchange.declare(self.channel)

    def publish(self, body, routing_key=None, delivery_mode=None, mandatory=False, immediate=False, priority=0,
                content_type=None, content_encoding=None, serializer=None, headers=None, compression=None, exchange=None,
                retry=False, retry_policy=None, declare=(), expiration=None, timeout=None, label=None, **properties):
        routing_key = self.routing_key if routing_key is None else routing_key
        if exchange is None:
            exchange = self.exchange
        name = exchange.name if isinstance(exchange, Exchange) else exchange
        for entity in declare or ():
            entity.declare(self.channel)
        text, found_type, found_encoding = encode(body)
        properties['delivery_mode'] = delivery_mode or self.exchange.delivery_mode or 2
        if priority is not None:
            properties['priority'] = priority
        if expiration is not None:
            properties['expiration'] = str(int(expiration * 1000))
        self.channel.publish(
            text, name, routing_key, properties, headers or {}, (content_type or found_type, content_encoding or found_encoding),
            label or routing_key or name, mandatory=mandatory)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass


class Consumer:
    """Reads from queues, and calls back with each message."""

    def __init__(self, channel, queues=None, no_ack=None, auto_declare=True, callbacks=None, on_message=None, accept=None,
                 prefetch_count=None, **options):
        self.channel = _channel_of(channel)
        self.queues = [] if queues is None else list(queues) if isinstance(queues, (list, tuple, set)) else [queues]
        self.callbacks = list(callbacks or ())
        self.on_message = on_message
        self.no_ack = no_ack
        if prefetch_count:
            self.qos(prefetch_count=prefetch_count)
        if auto_declare:
            self.declare()

    def declare(self):
        for queue in self.queues:
            queue.declare(self.channel)

    def qos(self, prefetch_size=0, prefetch_count=0, apply_global=False):
        self.channel.basic_qos(prefetch_count)

    def register_callback(self, callback):
        self.callbacks.append(callback)

    def consume(self, no_ack=None):
        for queue in self.queues:
            chosen = no_ack if no_ack is not None else self.no_ack
            self.channel.consume(queue.name, self.receive, queue.no_ack if chosen is None else chosen)

    def receive(self, message):
        if self.on_message is not None:
            return self.on_message(message)
        if not self.callbacks:
            raise NotImplementedError('Consumer does not have any callbacks')
        for callback in self.callbacks:
            callback(message.payload, message)

    def cancel(self):
        for queue in self.queues:
            self.channel.cancel(queue.name)

    close = cancel

    def __enter__(self):
        self.consume()
        return self

    def __exit__(self, *error):
        self.cancel()
