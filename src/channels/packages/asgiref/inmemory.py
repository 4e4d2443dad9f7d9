"""The channel layer in the memory of one process, for its threads. Others have layers of their own."""
from copy import deepcopy

import _channels
from _layer_waits import arrived

from ._stored import StoredChannelLayer


class ChannelLayer(StoredChannelLayer):
    """At most ten messages in a channel, unless told otherwise; those past their time go when somebody receives or sends to a group."""

    extensions = ['groups', 'flush', 'async']

    invalid_group = 'Invalid group name'
    invalid_channel = 'Invalid channel name'

    def __init__(self, expiry=60, group_expiry=86400, capacity=10, channel_capacity=None):
        super().__init__(expiry=expiry, group_expiry=group_expiry, capacity=capacity, channel_capacity=channel_capacity)
        self._layer = _channels.MemoryLayer(expiry, group_expiry)
        self._ignores_patterns = _channels.has_quirk('ignored-channel-capacity')

    def _store(self, channel, message, group):
        capacity = self.capacity if self._ignores_patterns else self.get_capacity(self.non_local_name(channel))
        if not self._layer.send(channel, deepcopy(message), capacity, group):
            raise self.ChannelFull(channel)

    def receive(self, channels, block=False):
        """`(channel, message)`, or `(None, None)` at once: it never waits."""
        return self._layer.receive(self._names(channels))

    async def receive_async(self, channels):
        """Like `receive`, and waits until there is something."""
        names = self._names(channels)
        while True:
            found = self._layer.receive(names)
            if found[0] is not None:
                return found
            await arrived(self._layer.pending(names))

    def group_channels(self, group):
        assert self.valid_group_name(group), 'Invalid group name'
        return set(self._layer.group_channels(group))

    def send_group(self, group, message):
        assert isinstance(message, dict), 'message is not a dict'
        assert self.valid_group_name(group), 'Invalid group name'
        self._layer.expire()
        self._send_to(self._layer.group_channels(group), message, group)

    def __str__(self):
        return self.__class__.__name__


# One for all of a process, as an asgi.py may name it.
channel_layer = ChannelLayer()
