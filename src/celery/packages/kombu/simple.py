"""A queue of a broker that looks like one of the module `queue`."""
import socket
import time
from collections import deque
from queue import Empty

from .entity import Exchange, Queue, channel_of
from .messaging import Consumer, Producer


class SimpleBase:
    """Messages are to be acknowledged, unless `no_ack` is said."""

    Empty = Empty
    no_ack = False
    queue_opts = {}
    exchange_opts = {'type': 'direct'}

    def __init__(self, connection, name, no_ack=None, queue_opts=None, exchange_opts=None):
        if no_ack is not None:
            self.no_ack = no_ack
        if not isinstance(name, Queue):
            exchange = Exchange(name, **{**self.exchange_opts, **(exchange_opts or {})})
            name = Queue(name, exchange, name, **{**self.queue_opts, **(queue_opts or {})})
        self._connection = connection
        self.channel = channel_of(connection)
        self.buffer = deque()
        self.consumer = Consumer(connection, [name], on_message=self.buffer.append)
        self.queue = self.consumer.queues[0]
        self.producer = Producer(connection, name.exchange, name.routing_key)
        self._is_consuming = False

    def put(self, message, **options):
        self.producer.publish(message, **options)

    def get(self, block=True, timeout=None):
        """The next message; Empty when there is none, or none has come within `timeout` seconds."""
        if not block:
            return self.get_nowait()
        if not self._is_consuming:
            self.consumer.consume(no_ack=self.no_ack)
            self._is_consuming = True
        end = None if timeout is None else time.monotonic() + timeout
        while not self.buffer:
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                raise self.Empty()
            try:
                self._connection.drain_events(timeout=left)
            except socket.timeout:
                raise self.Empty() from None
        return self.buffer.popleft()

    def get_nowait(self):
        message = self.queue.get(no_ack=self.no_ack)
        if message is None:
            raise self.Empty()
        return message

    def clear(self):
        return self.consumer.purge()

    def qsize(self):
        return self.queue.queue_declare(passive=True)[1]

    __len__ = qsize

    def __bool__(self):
        return True

    def close(self):
        self.consumer.cancel()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()


class SimpleQueue(SimpleBase):
    """Outlives its broker."""


class SimpleBuffer(SimpleBase):
    """Does not, and needs no acknowledgements."""

    no_ack = True
    queue_opts = {'durable': False, 'auto_delete': True}
    exchange_opts = {'durable': False, 'delivery_mode': 'transient', 'auto_delete': True}
