"""Channel layers of today: how consumers of several connections, and of several processes, tell each other of events."""
import asyncio
import fnmatch
import re
from collections import deque
from copy import deepcopy

import _channels
from django.conf import settings
from django.utils.module_loading import import_string

from . import DEFAULT_CHANNEL_LAYER
from .exceptions import ChannelFull, InvalidChannelLayerError


class ChannelLayerManager:
    """The layers of the settings, by alias: each is made when it is first asked for."""

    def __init__(self):
        self.backends = {}

    def _reset_backends(self, setting, **kwargs):
        if setting == 'CHANNEL_LAYERS':
            self.backends = {}

    @property
    def configs(self):
        return getattr(settings, 'CHANNEL_LAYERS', {})

    def make_backend(self, name):
        """A new layer as the settings describe it."""
        return self._make_backend(name, self.configs[name].get('CONFIG', {}))

    def make_test_backend(self, name):
        """The same, with the configuration for tests."""
        if 'TEST_CONFIG' not in self.configs[name]:
            raise InvalidChannelLayerError(f'No TEST_CONFIG specified for {name}')
        return self._make_backend(name, self.configs[name]['TEST_CONFIG'])

    def _make_backend(self, name, config):
        of = self.configs[name]
        if 'ROUTING' in of:
            raise InvalidChannelLayerError(f'ROUTING key found for {name} - this is no longer needed in Channels 2.')
        if 'BACKEND' not in of:
            raise InvalidChannelLayerError(f'No BACKEND specified for {name}')
        try:
            backend = import_string(of['BACKEND'])
        except ImportError:
            raise InvalidChannelLayerError(f'Cannot import BACKEND {of["BACKEND"]!r} specified for {name}')
        return backend(**config)

    def __getitem__(self, key):
        if key not in self.backends:
            self.backends[key] = self.make_backend(key)
        return self.backends[key]

    def __contains__(self, key):
        return key in self.configs

    def set(self, key, layer):
        """Puts a layer in the place of another, which it gives back; None: there was none."""
        old = self.backends.get(key)
        self.backends[key] = layer
        return old


class BaseChannelLayer:
    """What all have in common: the rules for names and capacities."""

    MAX_NAME_LENGTH = 100

    channel_name_regex = re.compile(r'^[a-zA-Z0-9._-]+(![a-zA-Z0-9._-]*)?\Z')
    group_name_regex = re.compile(r'^[a-zA-Z0-9._-]+\Z')
    invalid_name_error = (
        '{} name must be a valid unicode string with length < {} containing only ASCII alphanumerics, '
        'hyphens, underscores, or periods, not {}'
    )

    def __init__(self, expiry=60, capacity=100, channel_capacity=None):
        self.expiry = expiry
        self.capacity = capacity
        self.channel_capacity = self.compile_capacities(channel_capacity or {})

    def compile_capacities(self, channel_capacity):
        """The patterns (globs, or compiled) with their capacities, in the order in which they are tried."""
        return [
            (pattern if hasattr(pattern, 'match') else re.compile(fnmatch.translate(pattern)), capacity)
            for pattern, capacity in channel_capacity.items()
        ]

    def get_capacity(self, channel):
        """That of the first pattern that fits; the layer's own if none does."""
        for pattern, capacity in self.channel_capacity:
            if pattern.match(channel):
                return capacity
        return self.capacity

    def match_type_and_length(self, name):
        return isinstance(name, str) and len(name) < self.MAX_NAME_LENGTH

    def valid_channel_name(self, name, receive=False):
        """True, or TypeError. `receive`: it is to be read from as a whole queue, and so ends at its `!`."""
        if self.match_type_and_length(name) and self.channel_name_regex.match(name):
            if receive and '!' in name and not name.endswith('!'):
                raise TypeError('Specific channel names in receive() must end at the !')
            return True
        raise TypeError(self.invalid_name_error.format('Channel', self.MAX_NAME_LENGTH, name))

    def valid_group_name(self, name):
        if self.match_type_and_length(name) and self.group_name_regex.match(name):
            return True
        raise TypeError(self.invalid_name_error.format('Group', self.MAX_NAME_LENGTH, name))

    def valid_channel_names(self, names, receive=False):
        assert isinstance(names, list) and names, 'names must be a non-empty list'
        assert all(self.valid_channel_name(channel, receive=receive) for channel in names)
        return True

    def non_local_name(self, name):
        """`main!` of `main!sub`; any other name as it is."""
        head, mark, _ = name.partition('!')
        return head + mark

    # What newer releases call them.
    require_valid_channel_name = valid_channel_name
    require_valid_group_name = valid_group_name

    async def send(self, channel, message):
        raise NotImplementedError('send() should be implemented in a channel layer')

    async def receive(self, channel):
        raise NotImplementedError('receive() should be implemented in a channel layer')

    async def new_channel(self):
        raise NotImplementedError('new_channel() should be implemented in a channel layer')

    async def flush(self):
        raise NotImplementedError('flush() not implemented (flush extension)')

    async def group_add(self, group, channel):
        raise NotImplementedError('group_add() not implemented (groups extension)')

    async def group_discard(self, group, channel):
        raise NotImplementedError('group_discard() not implemented (groups extension)')

    async def group_send(self, group, message):
        raise NotImplementedError('group_send() not implemented (groups extension)')


class InMemoryChannelLayer(BaseChannelLayer):
    """Queues in the memory of this process: other processes have their own."""

    local_poll_interval = 0.01
    extensions = ['groups', 'flush']

    def __init__(self, expiry=60, group_expiry=86400, capacity=100, channel_capacity=None, **kwargs):
        super().__init__(expiry=expiry, capacity=capacity, channel_capacity=channel_capacity, **kwargs)
        self.group_expiry = group_expiry
        self._layer = _channels.MemoryLayer4(expiry, group_expiry)
        self._getters = {}

    @property
    def channels(self):
        """How many messages wait, of every channel in which some do."""
        return {channel: self._layer.length(channel) for channel in self._layer.channels()}

    @property
    def groups(self):
        """The members of every group."""
        return {group: self._layer.group_channels(group) for group in self._layer.groups()}

    async def send(self, channel, message):
        self._send(channel, message, '')

    def _send(self, channel, message, group):
        assert isinstance(message, dict), 'message is not a dict'
        assert self.valid_channel_name(channel), 'Channel name not valid'
        assert '__asgi_channel__' not in message
        if not self._layer.send(channel, deepcopy(message), self.get_capacity(channel), group):
            raise ChannelFull(channel)
        self._wake_next(channel)

    async def receive(self, channel):
        """The next message of one channel. Who waits longest gets it."""
        assert self.valid_channel_name(channel)
        self._layer.expire()
        while not self._layer.length(channel):
            await self._wait(channel)
        return self._layer.take(channel)

    async def _wait(self, channel):
        getter = asyncio.get_running_loop().create_future()
        line = self._getters.setdefault(channel, deque())
        line.append(getter)
        try:
            await getter
        except BaseException:
            getter.cancel()
            if getter in line:
                line.remove(getter)
            if self._layer.length(channel) and not getter.cancelled():
                self._wake_next(channel)
            raise
        finally:
            if not line and self._getters.get(channel) is line:
                del self._getters[channel]

    def _wake_next(self, channel):
        line = self._getters.get(channel, ())
        while line:
            getter = line.popleft()
            if not getter.done():
                getter.set_result(None)
                break

    async def new_channel(self, prefix='specific.'):
        """A name that nobody else has."""
        return f'{prefix}.inmemory!{_channels.letters(12)}'

    async def flush(self):
        self._layer.flush()

    async def close(self):
        """Nothing is open."""

    async def group_add(self, group, channel):
        assert self.valid_group_name(group), 'Group name not valid'
        assert self.valid_channel_name(channel), 'Channel name not valid'
        self._layer.group_add(group, channel)

    async def group_discard(self, group, channel):
        assert self.valid_channel_name(channel), 'Invalid channel name'
        assert self.valid_group_name(group), 'Invalid group name'
        self._layer.group_discard(group, channel)

    async def group_send(self, group, message):
        """A copy for every member; what does not fit is dropped without a word."""
        assert isinstance(message, dict), 'Message is not a dict'
        assert self.valid_group_name(group), 'Invalid group name'
        self._layer.expire()
        for channel in self._layer.group_channels(group):
            try:
                self._send(channel, message, group)
            except ChannelFull:
                pass


def get_channel_layer(alias=DEFAULT_CHANNEL_LAYER):
    """The layer of that alias; None: the settings have none."""
    try:
        return channel_layers[alias]
    except KeyError:
        return None


channel_layers = ChannelLayerManager()
