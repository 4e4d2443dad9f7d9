"""What every channel layer of ASGI's draft has in common: the rules for names and capacities, and the names of its methods."""
import re
import warnings
from fnmatch import translate

# ASGI: every layer takes as much, as JSON.
MESSAGE_MAX = 1024 * 1024


class BaseChannelLayer:
    """A layer: queues by name, and groups of names. Subclasses keep the messages."""

    class ChannelFull(Exception):
        """There is no room for another message in the channel."""

    class MessageTooLarge(Exception):
        """The message is larger than 1 MB as JSON: it is to be sent in pieces, or over a channel of its own."""

    extensions = []

    channel_name_regex = re.compile(r'^[a-zA-Z0-9._-]+([?!][a-zA-Z0-9._-]*)?\Z')
    group_name_regex = re.compile(r'^[a-zA-Z0-9._-]+\Z')
    invalid_name_error = (
        "{} name must be a valid unicode string containing only ASCII alphanumerics, hyphens, underscores, or periods, not '{}'."
    )

    def __init__(self, expiry=60, group_expiry=86400, capacity=100, channel_capacity=None):
        self.expiry = expiry
        self.group_expiry = group_expiry
        self.capacity = capacity
        self.channel_capacity = self.compile_capacities(channel_capacity or {})

    def send(self, channel, message):
        raise NotImplementedError()

    def receive(self, channels, block=False):
        raise NotImplementedError()

    def receive_many(self, channels, block=False):
        """What `receive` was called before ASGI 1.0."""
        warnings.warn('receive_many is deprecated; please use receive', DeprecationWarning)
        return self.receive(channels, block)

    def new_channel(self, pattern):
        raise NotImplementedError()

    def group_add(self, group, channel):
        raise NotImplementedError()

    def group_discard(self, group, channel):
        raise NotImplementedError()

    def group_channels(self, group):
        raise NotImplementedError()

    def send_group(self, group, message):
        raise NotImplementedError()

    def flush(self):
        raise NotImplementedError()

    def compile_capacities(self, channel_capacity):
        """The patterns (globs, or compiled) with their capacities, in the order in which they are tried."""
        return [
            (pattern if hasattr(pattern, 'match') else re.compile(translate(pattern)), capacity)
            for pattern, capacity in channel_capacity.items()
        ]

    def get_capacity(self, channel):
        """That of the first pattern that fits; the layer's own if none does."""
        for pattern, capacity in self.channel_capacity:
            if pattern.match(channel):
                return capacity
        return self.capacity

    def validate_name_type_and_length(self, name):
        if len(name) >= 100:
            raise TypeError('Channel and group names must be under 100 characters in length.')
        if not isinstance(name, str):
            raise TypeError(f"Channel or group name is not of 'str' type: {type(name)}.")
        return True

    def valid_channel_name(self, name, receive=False):
        """True, or TypeError. `receive`: it is to be read from."""
        self.validate_name_type_and_length(name)
        if not self.channel_name_regex.match(name):
            raise TypeError(self.invalid_name_error.format('Channel', name))
        if name.endswith('?'):
            raise TypeError('Single-reader channel names must not end with ?')
        if receive and '!' in name and not name.endswith('!'):
            raise TypeError('Process-local channel names in receive() must end at the !')
        return True

    def valid_group_name(self, name):
        self.validate_name_type_and_length(name)
        if not self.group_name_regex.match(name):
            raise TypeError(self.invalid_name_error.format('Group', name))
        return True

    def valid_channel_names(self, names, receive=False):
        assert isinstance(names, list) and names, 'names must be a non-empty list'
        assert all(self.valid_channel_name(channel, receive=receive) for channel in names)
        return True

    def non_local_name(self, name):
        """`main!` of `main!sub`; any other name as it is."""
        head, mark, _ = name.partition('!')
        return head + mark

    def _check_message(self, channel, message):
        """Of what is sent: a dict without the reserved key, to a name that is allowed."""
        assert isinstance(message, dict), 'message is not a dict'
        assert self.valid_channel_name(channel), 'Channel name not valid'
        assert '__asgi_channel__' not in message
