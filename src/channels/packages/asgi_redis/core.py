"""RedisChannelLayer: lists of messages in one Redis or in several, which are its shards."""
import _channels
from _layer_waits import arrived
from asgiref._stored import StoredChannelLayer

from ._hosts import address_of


class UnsupportedRedis(Exception):
    """The server does not know a command."""


class RedisChannelLayer(StoredChannelLayer):
    """Blocks in `receive` for five seconds at each shard it looks at. What waits unread is gone after `expiry` seconds."""

    blpop_timeout = 5
    global_statistics_expiry = 86400
    channel_statistics_expiry = 3600
    STAT_MESSAGES_COUNT = 'messages_count'
    STAT_MESSAGES_PENDING = 'messages_pending'
    STAT_MESSAGES_MAX_AGE = 'messages_max_age'
    STAT_CHANNEL_FULL = 'channel_full_count'

    # Twisted is not here, and so its extension is not; `async` is that of asgiref 1.x's own layers.
    extensions = ['groups', 'flush', 'statistics', 'async']

    def __init__(self, expiry=60, hosts=None, prefix='asgi:', group_expiry=86400, capacity=100, channel_capacity=None,
                 symmetric_encryption_keys=None, stats_prefix='asgi-meta:', connection_kwargs=None):
        super().__init__(expiry=expiry, group_expiry=group_expiry, capacity=capacity, channel_capacity=channel_capacity)
        self.hosts = self._setup_hosts(hosts)
        self.prefix = prefix
        assert isinstance(self.prefix, str), 'Prefix must be unicode'
        self.stats_prefix = stats_prefix
        self.ring_size = len(self.hosts)
        timeout = (connection_kwargs or {}).get('socket_timeout')
        if timeout and timeout < self.blpop_timeout:
            raise ValueError(f'The socket timeout must be at least {self.blpop_timeout} seconds')
        self._setup_encryption(symmetric_encryption_keys)
        self._layer = _channels.RedisLayer([address_of(host) for host in self.hosts], prefix, expiry, group_expiry)

    def _setup_hosts(self, hosts):
        if not hosts:
            hosts = [('localhost', 6379)]
        if isinstance(hosts, str):
            raise ValueError('ASGI Redis hosts must be specified as an iterable list of hosts.')
        return [entry if isinstance(entry, str) else f'redis://{entry[0]}:{entry[1]}/0' for entry in hosts]

    def _setup_encryption(self, keys):
        if not keys:
            return
        if isinstance(keys, str):
            raise ValueError('symmetric_encryption_keys must be a list of possible keys')
        raise ValueError("Cannot run with encryption without 'cryptography' installed.")

    def _store(self, channel, message, group):
        if not self._layer.send(channel, message, self.get_capacity(self.non_local_name(channel)), group):
            raise self.ChannelFull

    def receive(self, channels, block=False):
        """`(channel, message)`, or `(None, None)`: at once, or when nothing has come in time."""
        if not channels:
            return None, None
        return self._layer.receive(self._names(channels), block)

    async def receive_async(self, channels):
        """Like a `receive` that blocks, for a coroutine."""
        if not channels:
            return None, None
        for place in self._layer.places(self._names(channels)):
            pending = self._layer.pending(place)
            if await arrived(pending, self.blpop_timeout):
                return pending.result()
        return None, None

    def group_channels(self, group):
        return self._layer.group_channels(group)

    def send_group(self, group, message):
        assert self.valid_group_name(group), 'Group name not valid'
        self._send_to(self.group_channels(group), message, group)

    def global_statistics(self):
        """Messages that were stored, and those that were refused."""
        return self._layer.statistics()

    def channel_statistics(self, channel):
        """Of one channel; also how many wait, and for how many seconds the next has."""
        return self._layer.statistics(self.non_local_name(channel))

    def consistent_hash(self, value):
        """The shard that a name belongs to."""
        return _channels.shard_of(value, self.ring_size)

    def __str__(self):
        return f'{self.__class__.__name__}(hosts={self.hosts})'
