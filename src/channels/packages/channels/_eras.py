"""Modules that have names of both eras: each era's text lies in a file of its own and loads when one of its names is asked for."""
import sys
from importlib import import_module


def names_of_both(module, first):
    """The `__getattr__` of channels.routing and its like: `first` are the names of 1.x, in channels._routing1; all others are in channels._routing4."""
    package, _, stem = module.rpartition('.')

    def __getattr__(name):
        if not name.startswith('__'):
            era = import_module(f'{package}._{stem}{1 if name in first else 4}')
            if hasattr(era, name):
                value = getattr(era, name)
                setattr(sys.modules[module], name, value)
                return value
        raise AttributeError(f'module {module!r} has no attribute {name!r}')

    return __getattr__
