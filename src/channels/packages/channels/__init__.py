"""Channels for Django, both of its eras: the names of 1.x are here and load when they are asked for, those of today lie in modules of their own."""
from importlib import import_module

__version__ = '4.3.2'

DEFAULT_CHANNEL_LAYER = 'default'

_FROM = {
    'Channel': 'channel', 'Group': 'channel', 'route': '_routing1', 'route_class': '_routing1', 'include': '_routing1',
    'channel_layers': 'asgi', 'asgi': None,
}


def __getattr__(name):
    if name not in _FROM:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    module = import_module(f'{__name__}.{_FROM[name] or name}')
    value = module if _FROM[name] is None else getattr(module, name)
    globals()[name] = value
    return value
