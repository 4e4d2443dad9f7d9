"""A program's connection with its broker."""
import itertools
import select
import socket
import time
from contextlib import contextmanager

from ._amqp import AmqpLink
from ._retries import pauses, retried
from ._stores import StoreLink
from ._urls import Address
from .exceptions import OperationalError

#: What a program may say of how its connection is made.
_RETRYING = ('max_retries', 'interval_start', 'interval_step', 'interval_max')
_LINKS = {'amqp': AmqpLink, 'redis': StoreLink, 'memory': StoreLink, 'sqs': StoreLink}


class Connection:
    """Connects when it is first needed, and anew when it is needed again."""

    def __init__(self, hostname='amqp://', userid=None, password=None, virtual_host=None, port=None, transport_options=None,
                 connect_timeout=5, heartbeat=0, **options):
        self.address = Address(hostname, userid, password, virtual_host, port)
        self.transport_options = dict(transport_options or {})
        self.connect_timeout = connect_timeout
        self.heartbeat = heartbeat
        self._link = self._new_link()
        self._default = None

    def _new_link(self):
        if self.address.transport not in _LINKS:
            raise KeyError(f'No such transport: {self.address.transport}')
        return _LINKS[self.address.transport](self.address, self.transport_options, self.heartbeat, self.connect_timeout)

    @property
    def connection_errors(self):
        return self._link.connection_errors

    @property
    def recoverable_connection_errors(self):
        return self._link.recoverable_connection_errors

    @property
    def channel_errors(self):
        return self._link.channel_errors

    @property
    def recoverable_channel_errors(self):
        return self._link.recoverable_channel_errors

    @property
    def connected(self):
        return self._link.is_open

    @property
    def default_channel(self):
        """One for all who need no channel of their own."""
        policy = {name: self.transport_options[name] for name in _RETRYING if name in self.transport_options}
        self._ensured(timeout=self.connect_timeout, **policy)
        if self._default is None or not self._default.is_open:
            self._default = self.channel()
        return self._default

    def channel(self):
        self._ensured(max_retries=1, as_library_errors=False)
        return self._link.channel()

    def establish(self):
        """Connects, in one try."""
        if not self.connected:
            self.collapse()
            self._link.connect()
        return self

    def connect(self):
        self._ensured(max_retries=1, as_library_errors=False)
        return self

    def supports_exchange_type(self, type):
        return type == 'direct' or self.address.transport != 'sqs'

    def ensure_connection(self, errback=None, max_retries=None, interval_start=2, interval_step=2, interval_max=30,
                          callback=None, timeout=None):
        """Tries until it is connected, or OperationalError after so many retries or so many seconds."""
        self._ensured(errback, max_retries, interval_start, interval_step, interval_max, callback, timeout=timeout)
        return self

    def _ensured(self, errback=None, max_retries=None, interval_start=2, interval_step=2, interval_max=30, callback=None,
                 as_library_errors=True, timeout=None):
        if self.connected:
            return
        between = pauses(interval_start, interval_step, interval_max)
        with self._library_errors() if as_library_errors else _as_they_are():
            retried(self.establish, self.recoverable_connection_errors, between, max_retries, timeout, errback, callback)

    def ensure(self, obj, fun, errback=None, max_retries=None, interval_start=1, interval_step=1, interval_max=1, on_revive=None):
        """The function, but that it is called once more over a new connection when this one is lost."""
        def ensured(*args, **kwargs):
            with self._library_errors():
                for retries in itertools.count():
                    try:
                        return fun(*args, **kwargs)
                    except self.recoverable_connection_errors as error:
                        if max_retries is not None and retries >= max_retries:
                            raise
                        self.collapse()
                        if errback is not None:
                            errback(error, 0)
                    left = None if max_retries is None else max(max_retries - retries, 1)
                    self._ensured(errback, left, interval_start, interval_step, interval_max, as_library_errors=False)
                    obj.revive(self)
                    if on_revive is not None:
                        on_revive(self.default_channel)
        return ensured

    def autoretry(self, fun, channel=None, **policy):
        """As `ensure`, of a function that is called with a channel."""
        return self.ensure(_Nobody(), lambda *args, **kwargs: fun(*args, channel=self.default_channel, **kwargs), **policy)

    @contextmanager
    def _library_errors(self):
        try:
            yield
        except OperationalError:
            raise
        except (*self.recoverable_connection_errors, *self.recoverable_channel_errors) as error:
            raise OperationalError(str(error)) from error

    def collapse(self):
        """Lets go of a connection that is lost."""
        self.close()

    def as_uri(self, include_password=False):
        return self.address.shown(include_password)

    def info(self):
        address = self.address
        return {'hostname': address.hostname, 'userid': address.userid, 'virtual_host': address.virtual_host,
                'port': address.port, 'transport': address.transport}

    def Producer(self, channel=None, *args, **options):
        from .messaging import Producer
        return Producer(channel or self, *args, **options)

    def Consumer(self, queues=None, channel=None, *args, **options):
        from .messaging import Consumer
        return Consumer(channel or self, queues, *args, **options)

    def SimpleQueue(self, name, no_ack=None, queue_opts=None, exchange_opts=None, **options):
        from .simple import SimpleQueue
        return SimpleQueue(self, name, no_ack, queue_opts, exchange_opts)

    def SimpleBuffer(self, name, no_ack=None, queue_opts=None, exchange_opts=None, **options):
        from .simple import SimpleBuffer
        return SimpleBuffer(self, name, no_ack, queue_opts, exchange_opts)

    def drain_events(self, timeout=None):
        """Waits for one message and hands it to its consumer; TimeoutError when `timeout` seconds have passed."""
        self._ensured(max_retries=1, as_library_errors=False)
        deadline = None if timeout is None else time.monotonic() + timeout
        while not self._link.drain():
            left = None if deadline is None else max(0, deadline - time.monotonic())
            if left == 0 or not select.select(self._link.descriptors(), [], [], left)[0]:
                raise socket.timeout('timed out')

    def drain(self):
        """Hands one message to its consumer; False: none is there."""
        return self._link.drain()

    def descriptors(self):
        """Of what is readable when something has come."""
        return self._link.descriptors()

    def heartbeat_check(self, rate=2):
        """Nothing to do: a connection here is never half open."""

    def close(self):
        self._link.close()
        self._link = self._new_link()
        self._default = None

    release = close

    def clone(self, **options):
        copy = Connection(transport_options=self.transport_options, connect_timeout=self.connect_timeout, **options)
        copy.address = self.address
        copy._link = copy._new_link()
        return copy

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.release()

    def __repr__(self):
        return f'<Connection: {self.as_uri()} at {id(self):#x}>'


class _Nobody:
    """Whose channel need not be told."""

    def revive(self, channel):
        pass


@contextmanager
def _as_they_are():
    yield
