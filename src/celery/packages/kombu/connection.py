"""A program's connection with its broker."""
import select
import socket
import time

from ._stores import StoreChannel
from ._urls import Address


class Connection:
    """Connects when it is first needed. Its channels are drained one after the other."""

    def __init__(self, hostname='amqp://', transport_options=None, connect_timeout=5, heartbeat=0, **options):
        self.address = Address(hostname)
        self.transport_options = transport_options or {}
        self._channels = []
        self._default = None

    @property
    def default_channel(self):
        if self._default is None:
            self._default = self.channel()
        return self._default

    @property
    def connected(self):
        return bool(self._channels)

    def channel(self):
        channel = _channel(self.address, self.transport_options)
        channel.connect()
        self._channels.append(channel)
        return channel

    def connect(self):
        self.default_channel
        return self

    ensure_connection = connect

    def supports_exchange_type(self, type):
        return type == 'direct' or self.address.transport != 'sqs'

    def as_uri(self):
        return self.address.shown()

    def Producer(self, channel=None, *args, **options):
        from .messaging import Producer
        return Producer(channel or self, *args, **options)

    def Consumer(self, queues=None, channel=None, *args, **options):
        from .messaging import Consumer
        return Consumer(channel or self, queues, *args, **options)

    def SimpleQueue(self, name, no_ack=None):
        from .simple import SimpleQueue
        return SimpleQueue(self, name, no_ack)

    def drain_events(self, timeout=None):
        """Waits for one message and hands it to its consumer; TimeoutError when `timeout` seconds have passed."""
        deadline = None if timeout is None else time.monotonic() + timeout
        reading = [channel for channel in self._channels if channel._consumers]
        while not any(channel.drain() for channel in reading):
            left = None if deadline is None else max(0, deadline - time.monotonic())
            if left == 0 or not select.select(reading, [], [], left)[0]:
                raise socket.timeout('timed out')

    def close(self):
        for channel in self._channels:
            channel.close()
        self._channels.clear()
        self._default = None

    release = close

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.release()

    def __repr__(self):
        return f'<Connection: {self.as_uri()} at {id(self):#x}>'


def _channel(address, options):
    if address.transport in ('redis', 'memory'):
        return StoreChannel(address, options)
    raise KeyError(f'No such transport: {address.transport}')
