"""A part of importlib: import by name. There are no finders or loaders of a program's own."""
import sys

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

__import__ = __import__


def invalidate_caches():
    pass


def import_module(name, package=None):
    """Import a module."""
    level = 0
    if name.startswith('.'):
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import for {!r}".format(name))
        for character in name:
            if character != '.':
                break
            level += 1
        parts = package.rsplit('.', level - 1)
        if len(parts) < level:
            raise ImportError('attempted relative import beyond top-level package')
        name = f'{parts[0]}.{name[level:]}' if name[level:] else parts[0]
    __import__(name)
    return sys.modules[name]


def reload(module):
    """Reload the module and return it."""
    name = module.__name__
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    del sys.modules[name]
    __import__(name)
    module.__dict__.update(sys.modules[name].__dict__)
    sys.modules[name] = module
    return module
