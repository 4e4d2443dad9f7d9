"""The layers of 1.x: made of the settings, each with its routing."""
import importlib
from copy import deepcopy

from django.conf import settings

from . import DEFAULT_CHANNEL_LAYER
from ._routing1 import Router
from .exceptions import InvalidChannelLayerError
from .utils import name_that_thing


class ChannelLayerManager:
    """`channel_layers['default']` and its like: made when they are first asked for."""

    def __init__(self):
        self.backends = {}

    @property
    def configs(self):
        return getattr(settings, 'CHANNEL_LAYERS', {})

    def make_backend(self, name):
        """The layer of that name in the settings."""
        return self._make(name, self._of(name).get('CONFIG', {}))

    def make_test_backend(self, name):
        """The layer with the configuration that the settings keep for tests."""
        if 'TEST_CONFIG' not in self._of(name):
            raise InvalidChannelLayerError(f'No TEST_CONFIG specified for {name}')
        return self._make(name, self._of(name)['TEST_CONFIG'])

    def _of(self, name):
        try:
            return self.configs[name]
        except KeyError:
            raise InvalidChannelLayerError(f'No BACKEND specified for {name}')

    def _make(self, name, config):
        of = self._of(name)
        try:
            module, class_name = of['BACKEND'].rsplit('.', 1)
            backend = getattr(importlib.import_module(module), class_name)
        except KeyError:
            raise InvalidChannelLayerError(f'No BACKEND specified for {name}')
        except (ImportError, AttributeError, ValueError):
            raise InvalidChannelLayerError(f'Cannot import BACKEND {of["BACKEND"]!r} specified for {name}')
        if 'ROUTING' not in of:
            raise InvalidChannelLayerError(f'No ROUTING specified for {name}')
        return ChannelLayerWrapper(backend(**deepcopy(config)), name, of['ROUTING'])

    def __getitem__(self, name):
        if name not in self.backends:
            self.backends[name] = self.make_backend(name)
        return self.backends[name]

    def __contains__(self, name):
        return name in self.configs

    def set(self, name, layer):
        """Puts one in the place of another, which it gives back; None: there was none."""
        previous = self.backends.pop(name, None)
        if layer is not None:
            self.backends[name] = layer
        return previous


class ChannelLayerWrapper:
    """A layer, with the name and the routing that the project gives it."""

    def __init__(self, channel_layer, alias, routing):
        self.channel_layer = channel_layer
        self.alias = alias
        self.routing = routing
        self.router = Router(self.routing)

    def __getattr__(self, name):
        return getattr(self.channel_layer, name)

    def __str__(self):
        return f'{self.alias} ({name_that_thing(self.channel_layer)})'

    def local_only(self):
        """Whether other processes do not see what is sent on it."""
        return 'inmemory' in self.channel_layer.__class__.__module__


def get_channel_layer(alias=DEFAULT_CHANNEL_LAYER):
    """What an asgi.py gives to the protocol server: the layer itself, once the project is set up."""
    import django
    django.setup()
    return channel_layers[alias].channel_layer


channel_layers = ChannelLayerManager()
