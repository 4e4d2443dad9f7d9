"""RedisPubSubChannelLayer: Redis keeps no message, it only passes on what is published to whoever has subscribed at that moment."""
import _channels
from _layer_waits import arrived
from asgi_redis._hosts import address_of

_HEX = '0123456789abcdef'


class RedisPubSubChannelLayer:
    """No capacity and no expiry: what a process has received waits in its memory until it is read."""

    extensions = ['groups', 'flush']

    def __init__(self, hosts=None, prefix='asgi', on_disconnect=None, on_reconnect=None, **kwargs):
        if hosts is None:
            hosts = ['redis://localhost:6379']
        assert isinstance(hosts, list) and len(hosts) > 0, '`hosts` must be a list with at least one Redis server'
        self.prefix = prefix
        self.on_disconnect = on_disconnect
        self.on_reconnect = on_reconnect
        self._subscriber = _channels.Subscriber([address_of(host) for host in hosts], on_disconnect or '', on_reconnect or '')

    async def send(self, channel, message):
        self._subscriber.send(channel, message)

    async def new_channel(self, prefix='specific.'):
        """A name that belongs to this process, which has subscribed to it."""
        channel = f'{self.prefix}{prefix}{_channels.letters(32, _HEX)}'
        self._subscriber.open(channel)
        return channel

    async def receive(self, channel):
        """The next message of one channel. Whoever gives up waiting closes it, and leaves its groups."""
        if not self._subscriber.has(channel):
            self._subscriber.open(channel)
        try:
            while True:
                pending = self._subscriber.pending(channel)
                await arrived(pending)
                message = pending.result()
                if message is not None:
                    return message
        except BaseException:
            self._subscriber.close(channel)
            raise

    async def group_add(self, group, channel):
        if not self._subscriber.has(channel):
            raise RuntimeError(
                'You can only call group_add() on channels that exist in-process.\n'
                'Consumers are encouraged to use the common pattern:\n'
                f'   self.channel_layer.group_add({group!r}, self.channel_name)'
            )
        self._subscriber.group_add(group, channel)

    async def group_discard(self, group, channel):
        assert channel in self._subscriber.members(group)
        self._subscriber.group_discard(group, channel)

    async def group_send(self, group, message):
        self._subscriber.group_send(group, message)

    async def flush(self):
        """Forgets this process's channels and groups."""
        self._subscriber.close_all()
