"""What the layers of ASGI's draft have in common that keep their messages in a store (`_layer`) of `_channels`."""
import _channels

from .base_layer import MESSAGE_MAX, BaseChannelLayer


class StoredChannelLayer(BaseChannelLayer):
    """Subclasses make `_layer`, and say in `_store` how a message gets into it."""

    invalid_group = 'Group name not valid'
    invalid_channel = 'Channel name not valid'

    def send(self, channel, message):
        self._send(channel, message, '')

    def _send(self, channel, message, group):
        self._check_message(channel, message)
        if _channels.json_size(message) > MESSAGE_MAX:
            raise self.MessageTooLarge
        self._store(channel, message, group)

    def _store(self, channel, message, group):
        """Raises ChannelFull. `group`: '' for a message that was sent to the channel itself."""
        raise NotImplementedError()

    def _names(self, channels):
        channels = list(channels)
        assert all(self.valid_channel_name(channel, receive=True) for channel in channels), 'One or more channel names invalid'
        return channels

    def new_channel(self, pattern):
        """A name that nobody uses: the pattern, which ends in `?`, and letters: twelve in Redis, eight in memory."""
        assert isinstance(pattern, str)
        assert pattern.endswith('?')
        return self._layer.new_channel(pattern)

    def group_add(self, group, channel):
        self._check_member(group, channel)
        self._layer.group_add(group, channel)

    def group_discard(self, group, channel):
        self._check_member(group, channel)
        self._layer.group_discard(group, channel)

    def _check_member(self, group, channel):
        assert self.valid_group_name(group), self.invalid_group
        assert self.valid_channel_name(channel), self.invalid_channel

    def _send_to(self, channels, message, group):
        """A copy for each; what does not fit is dropped without a word."""
        for channel in channels:
            try:
                self._send(channel, message, group)
            except self.ChannelFull:
                pass

    def flush(self):
        self._layer.flush()
