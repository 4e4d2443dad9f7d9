"""Where messages are sent to: one channel by its name, or all channels of a group."""
from channels import DEFAULT_CHANNEL_LAYER

from .message import pending_message_store


class _Destination:
    """A name on a layer: the one of `alias` in the settings, unless a layer is given."""

    def __init__(self, name, alias=DEFAULT_CHANNEL_LAYER, channel_layer=None):
        if isinstance(name, bytes):
            name = name.decode('ascii')
        self.name = name
        if channel_layer:
            self.channel_layer = channel_layer
        else:
            from .asgi import channel_layers
            self.channel_layer = channel_layers[alias]

    def __str__(self):
        return self.name

    def _send(self, content, immediately):
        """Inside a consumer it is kept until the consumer has ended, unless it is to go immediately."""
        if pending_message_store.active and not immediately:
            pending_message_store.append(self, content)
        else:
            self._deliver(content)


class Channel(_Destination):
    """A first-in, first-out queue: each message goes to one reader."""

    def send(self, content, immediately=False):
        if not isinstance(content, dict):
            raise TypeError('You can only send dicts as content on channels.')
        self._send(content, immediately)

    def _deliver(self, content):
        self.channel_layer.send(self.name, content)


class Group(_Destination):
    """A set of channels, each of which gets what is sent to the group. Members come and go at once, also inside a consumer."""

    def add(self, channel):
        self.channel_layer.group_add(self.name, _name_of(channel))

    def discard(self, channel):
        self.channel_layer.group_discard(self.name, _name_of(channel))

    def send(self, content, immediately=False):
        if not isinstance(content, dict):
            raise ValueError('You can only send dicts as content on channels.')
        self._send(content, immediately)

    def _deliver(self, content):
        self.channel_layer.send_group(self.name, content)


def _name_of(channel):
    return channel.name if isinstance(channel, Channel) else channel
