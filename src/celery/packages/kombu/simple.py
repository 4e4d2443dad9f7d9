"""A queue of a broker that looks like one of the module `queue`."""
from queue import Empty
import socket

from .entity import Queue
from .messaging import Consumer, Producer


class SimpleQueue:
    """Messages are to be acknowledged."""

    Empty = Empty

    def __init__(self, connection, name, no_ack=None):
        queue = name if isinstance(name, Queue) else Queue(name, name, routing_key=name)
        self._connection = connection
        self._arrived = []
        self.queue = queue
        self.consumer = Consumer(connection, [queue], no_ack=no_ack, on_message=self._arrived.append)
        self.producer = Producer(connection, queue.exchange, queue.routing_key)
        self._is_consuming = False

    def put(self, body, **options):
        self.producer.publish(body, **options)

    def get(self, block=True, timeout=None):
        """The next message; Empty when there is none, or none has come within `timeout` seconds."""
        if not self._is_consuming:
            self.consumer.consume()
            self._is_consuming = True
        if not self._arrived:
            try:
                self._connection.drain_events(timeout if block else 0)
            except socket.timeout:
                raise Empty() from None
        return self._arrived.pop(0)

    def get_nowait(self):
        return self.get(block=False)

    def clear(self):
        return self.queue(self._connection).purge()

    def qsize(self):
        return self.consumer.channel.queue_declare(self.queue.name)[1]

    __len__ = qsize

    def close(self):
        self.consumer.cancel()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
