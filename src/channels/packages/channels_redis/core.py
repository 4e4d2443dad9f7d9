"""RedisChannelLayer: a queue in Redis for every channel, and one for all that belong to the same process."""
import asyncio
import logging
from collections import deque

import _channels
from _layer_waits import arrived
from asgi_redis._hosts import address_of
from channels.exceptions import ChannelFull
from channels.layers import BaseChannelLayer

logger = logging.getLogger(__name__)

_HEX = '0123456789abcdef'


class RedisChannelLayer(BaseChannelLayer):
    """Coroutines of one process read its queue in turn, and lay what is for others into a buffer of `capacity` for each channel."""

    brpop_timeout = 5
    extensions = ['groups', 'flush']

    def __init__(self, hosts=None, prefix='asgi', expiry=60, group_expiry=86400, capacity=100, channel_capacity=None,
                 symmetric_encryption_keys=None, random_prefix_length=12, serializer_format='msgpack'):
        super().__init__(expiry=expiry, capacity=capacity, channel_capacity=channel_capacity)
        self.group_expiry = group_expiry
        self.prefix = prefix
        assert isinstance(self.prefix, str), 'Prefix must be unicode'
        self.hosts = self.decode_hosts(hosts)
        self.ring_size = len(self.hosts)
        if symmetric_encryption_keys:
            if isinstance(symmetric_encryption_keys, (str, bytes)):
                raise ValueError('symmetric_encryption_keys must be a list of possible keys')
            raise ValueError("Cannot run with encryption without 'cryptography' installed.")
        self.client_prefix = _channels.letters(32, _HEX)
        self._layer = _channels.SortedLayer([address_of(host) for host in self.hosts], prefix, expiry, group_expiry)
        self._buffers = _channels.LocalBuffers(capacity)
        self._readers = {}

    def decode_hosts(self, hosts):
        if not hosts:
            return [{'address': 'redis://localhost:6379'}]
        if isinstance(hosts, (str, bytes)):
            raise ValueError('You must pass a list of Redis hosts, even if there is only one.')
        return [entry if isinstance(entry, dict) else {'address': entry} for entry in hosts]

    async def send(self, channel, message):
        assert isinstance(message, dict), 'message is not a dict'
        assert self.valid_channel_name(channel), 'Channel name not valid'
        assert '__asgi_channel__' not in message
        if not self._layer.send(channel, message, self.get_capacity(self.non_local_name(channel))):
            raise ChannelFull()

    async def receive(self, channel):
        """The next message of one channel. A channel of a process must be this process's."""
        assert self.valid_channel_name(channel)
        if '!' not in channel:
            return (await self._read(channel))[1]
        queue = self.non_local_name(channel)
        assert queue.endswith(self.client_prefix + '!'), 'Wrong client prefix'
        return await self._reader(queue).receive(channel)

    async def _read(self, queue):
        """`(channels, message)`: the next of a whole queue."""
        while True:
            pending = self._layer.pending(queue)
            if await arrived(pending):
                found = pending.result()
                if found is not None:
                    channels, message, settle = found
                    asyncio.get_running_loop().call_soon(settle)
                    return channels, message

    def _reader(self, queue):
        loop = asyncio.get_running_loop()
        reader = self._readers.get(queue)
        if reader is None or reader.loop is not loop:
            if reader is not None and reader.is_reading and not reader.loop.is_closed():
                raise RuntimeError('Two event loops are trying to receive() on one channel layer at once!')
            reader = self._readers[queue] = _Reader(loop, self._layer, self._buffers, queue)
        return reader

    async def new_channel(self, prefix='specific'):
        """A name that belongs to this process."""
        return f'{prefix}.{self.client_prefix}!{_channels.letters(32, _HEX)}'

    async def flush(self):
        self._layer.flush()

    async def close_pools(self):
        """No connection stays open between commands."""

    wait_received = close_pools

    async def group_add(self, group, channel):
        assert self.valid_group_name(group), 'Group name not valid'
        assert self.valid_channel_name(channel), 'Channel name not valid'
        self._layer.group_add(group, channel)

    async def group_discard(self, group, channel):
        assert self.valid_group_name(group), 'Group name not valid'
        assert self.valid_channel_name(channel), 'Channel name not valid'
        self._layer.group_discard(group, channel)

    async def group_send(self, group, message):
        """One copy for each process with members, however many. Those that are full get none, and a line in the log tells how many."""
        assert self.valid_group_name(group), 'Group name not valid'
        full, queues = self._layer.group_send(group, message, self.get_capacity)
        if full:
            logger.info('%s of %s channels over capacity in group %s', full, queues, group)

    def consistent_hash(self, value):
        """The shard that a name belongs to."""
        return _channels.shard_of(value, self.ring_size)

    def __str__(self):
        return f'{self.__class__.__name__}(hosts={self.hosts})'


class _Reader:
    """Reads the queue of its process as long as somebody waits for one of its channels."""

    def __init__(self, loop, layer, buffers, queue):
        self.loop = loop
        self._layer = layer
        self._buffers = buffers
        self._queue = queue
        self._getters = {}
        self._pending = None

    @property
    def is_reading(self):
        return self._pending is not None

    async def receive(self, channel):
        while True:
            message = self._buffers.take(channel)
            if message is not None:
                return message
            getter = self.loop.create_future()
            line = self._getters.setdefault(channel, deque())
            line.append(getter)
            try:
                self._read_on()
                await getter
            finally:
                if getter in line:
                    line.remove(getter)
                if self._buffers.length(channel):
                    self._wake_next(channel)
                if not line and self._getters.get(channel) is line:
                    del self._getters[channel]
                self._read_on()

    def _read_on(self):
        """Begins to read if somebody waits, and stops if nobody does."""
        wanted = any(not getter.done() for line in self._getters.values() for getter in line)
        if wanted and self._pending is None:
            self._pending = self._layer.pending(self._queue)
            self.loop.add_reader(self._pending.fileno(), self._arrived)
        elif not wanted and self._pending is not None and not self._pending.ready():
            self._stop()

    def _stop(self):
        self.loop.remove_reader(self._pending.fileno())
        self._pending.close()
        self._pending = None

    def _arrived(self):
        pending = self._pending
        self._stop()
        try:
            found = pending.result()
        except Exception as error:
            for line in list(self._getters.values()):
                for getter in line:
                    if not getter.done():
                        getter.set_exception(error)
            return
        if found is not None:
            channels, message, settle = found
            for channel in channels:
                self._lay(channel, message, len(channels) == 1)
            self.loop.call_soon(settle)
        self._read_on()

    def _lay(self, channel, message, is_only):
        """Into the channel's buffer, for whoever has waited longest for it."""
        lost = self._buffers.put(channel, message)
        if lost is not None and is_only:
            _channels.ended(lost, 'lost', 'the buffer of its channel was full')
        self._wake_next(channel)

    def _wake_next(self, channel):
        line = self._getters.get(channel, ())
        while line:
            getter = line.popleft()
            if not getter.done():
                getter.set_result(None)
                break
