"""Those who send and those who read."""
import itertools

from .entity import Exchange, Queue, channel_of
from .message import encode

_tags = itertools.count(1)
_TYPES = {'json': 'application/json', 'pickle': 'application/x-python-serialize', 'text': 'text/plain'}


class Producer:
    """Sends messages to an exchange. Of a connection it uses whatever channel that has now."""

    def __init__(self, channel, exchange=None, routing_key=None, serializer=None, auto_declare=True, compression=None,
                 on_return=None, **options):
        self.exchange = Exchange(exchange) if isinstance(exchange, str) else exchange or Exchange('')
        self.routing_key = routing_key or ''
        self.auto_declare = auto_declare
        self.on_return = on_return
        self.revive(channel)

    def revive(self, channel):
        """After its connection was lost."""
        self._connection = channel if hasattr(channel, 'default_channel') else getattr(self, '_connection', None)
        self._channel = None if hasattr(channel, 'default_channel') else channel

    @property
    def channel(self):
        channel = self._channel if self._channel is not None else self._connection.default_channel
        if self.on_return is not None:
            channel.events['basic_return'].add(self.on_return)
        return channel

    def declare(self):
        self.exchange.declare(self.channel)

    def publish(self, body, routing_key=None, delivery_mode=None, mandatory=False, immediate=False, priority=0,
                content_type=None, content_encoding=None, serializer=None, headers=None, compression=None, exchange=None,
                retry=False, retry_policy=None, declare=(), expiration=None, timeout=None, label=None, **properties):
        """`retry`: once more over a new connection when this one is lost, as often and after such pauses as the policy says."""
        routing_key = self.routing_key if routing_key is None else routing_key
        if exchange is None:
            exchange = self.exchange
        name = exchange.name if isinstance(exchange, Exchange) else exchange
        mode = exchange.delivery_mode if isinstance(exchange, Exchange) else self.exchange.delivery_mode
        text, found_type, found_encoding = encode(body)
        properties['delivery_mode'] = _mode(delivery_mode or mode)
        if priority is not None:
            properties['priority'] = priority
        if expiration is not None:
            properties['expiration'] = str(int(expiration * 1000))
        declare = list(declare or ())
        if self.auto_declare and self.exchange.name:
            declare.append(self.exchange)

        def send():
            channel = self.channel
            for entity in declare:
                entity.declare(channel)
            reply_to = properties.get('reply_to')
            if isinstance(reply_to, Queue):
                properties['reply_to'] = reply_to.name
            channel.publish(
                text, name, routing_key, properties, headers or {},
                (content_type or found_type, content_encoding or found_encoding), label or routing_key or name,
                mandatory=mandatory)

        if retry and self._connection is not None:
            self._connection.transport_options.update(retry_policy or {})
            self._connection.ensure(self, send, **(retry_policy or {}))()
        else:
            send()

    def __repr__(self):
        return f'<Producer: {self._channel or self._connection}>'

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    def close(self):
        pass

    release = close


def _mode(given):
    """2: persistent, and what is meant when nothing is said."""
    return {'transient': 1, 'persistent': 2, None: 2}.get(given, given)


class Consumer:
    """Reads from queues, and calls back with each message."""

    def __init__(self, channel, queues=None, no_ack=None, auto_declare=True, callbacks=None, on_message=None, accept=None,
                 prefetch_count=None, tag_prefix=None, **options):
        self.tag_prefix = tag_prefix
        self._tags = {}
        self.channel = channel_of(channel)
        self.accept = None if accept is None else [_TYPES.get(one, one) for one in accept]
        self.auto_declare = auto_declare
        self.queues = [] if queues is None else list(queues) if isinstance(queues, (list, tuple, set)) else [queues]
        self.callbacks = list(callbacks or ())
        self.on_message = on_message
        self.no_ack = no_ack
        self.queues = [queue(self.channel) for queue in self.queues]
        if auto_declare:
            self.declare()
        if prefetch_count is not None:
            self.qos(prefetch_count=prefetch_count)

    def declare(self):
        for queue in self.queues:
            queue.declare()

    def qos(self, prefetch_size=0, prefetch_count=0, apply_global=False):
        self.channel.basic_qos(prefetch_size, prefetch_count, apply_global)

    def register_callback(self, callback):
        self.callbacks.append(callback)

    def consume(self, no_ack=None):
        chosen = no_ack if no_ack is not None else self.no_ack
        for queue in self.queues:
            if queue.name not in self._tags:
                tag = self._tags[queue.name] = f'{self.tag_prefix}{next(_tags)}'
                self.channel.consume(queue.name, self.receive, queue.no_ack if chosen is None else chosen, tag)

    def consuming_from(self, queue):
        return (queue.name if isinstance(queue, Queue) else queue) in self._tags

    def add_queue(self, queue):
        queue = queue(self.channel)
        if self.auto_declare:
            queue.declare()
        self.queues.append(queue)
        return queue

    def cancel_by_queue(self, name):
        self.queues = [queue for queue in self.queues if queue.name != name]
        tag = self._tags.pop(name, None)
        if tag is not None:
            self.channel.cancel(tag)

    def recover(self, requeue=False):
        self.channel.basic_recover(requeue)

    def purge(self):
        return sum(queue.purge() for queue in self.queues)

    def receive(self, message):
        message.accept = self.accept
        if self.on_message is not None:
            return self.on_message(message)
        if not self.callbacks:
            raise NotImplementedError('Consumer does not have any callbacks')
        for callback in self.callbacks:
            callback(message.payload, message)

    def cancel(self):
        for name in list(self._tags):
            self.cancel_by_queue(name)

    close = cancel

    def __repr__(self):
        return f'<Consumer: {self.queues!r}>'

    def __enter__(self):
        self.consume()
        return self

    def __exit__(self, *error):
        self.cancel()
