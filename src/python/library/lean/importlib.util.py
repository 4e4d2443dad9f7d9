"""A part of importlib.util: whether a module can be found, and modules made of a spec that the program gives."""
import sys
import types
from _sources import find
from importlib.machinery import ModuleSpec

__all__ = ['MAGIC_NUMBER', 'cache_from_source', 'find_spec', 'module_from_spec', 'resolve_name', 'source_from_cache',
           'spec_from_loader']

MAGIC_NUMBER = (3627).to_bytes(2, 'little') + b'\r\n'


def resolve_name(name, package):
    """Resolve a relative module name to an absolute one."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(f'no package specified for {repr(name)} (required for relative module names)')
    bare = name.lstrip('.')
    parts = package.rsplit('.', len(name) - len(bare) - 1)
    if len(parts) < len(name) - len(bare):
        raise ImportError('attempted relative import beyond top-level package')
    return f'{parts[0]}.{bare}' if bare else parts[0]


def find_spec(name, package=None):
    """Return the spec for the specified module, or None. A parent package is imported."""
    fullname = resolve_name(name, package) if name.startswith('.') else name
    if fullname in sys.modules:
        module = sys.modules[fullname]
        if module is None:
            return None
        spec = getattr(module, '__spec__', None)
        if spec is not None:
            return spec
        if fullname == '__main__':
            raise ValueError('__main__.__spec__ is None')
    parent = fullname.rpartition('.')[0]
    if parent:
        __import__(parent)
        if not hasattr(sys.modules[parent], '__path__'):
            raise ModuleNotFoundError(f'__path__ attribute not found on {parent!r} while trying to find {fullname!r}',
                                      name=fullname)
    found = find(fullname)
    if found is None:
        return None
    filename, is_package = found
    spec = ModuleSpec(fullname, None, origin=filename or 'built-in', is_package=is_package)
    if filename is not None:
        spec.has_location = True
        if is_package:
            spec.submodule_search_locations = [filename.rpartition('/')[0]]
    return spec


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """Return a module spec based on various loader methods."""
    if is_package is None and hasattr(loader, 'is_package'):
        try:
            is_package = loader.is_package(name)
        except ImportError:
            is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


def module_from_spec(spec):
    """Create a module based on the provided spec."""
    module = None
    if hasattr(spec.loader, 'create_module'):
        module = spec.loader.create_module(spec)
    if module is None:
        module = types.ModuleType(spec.name)
    module.__loader__ = spec.loader
    module.__package__ = spec.parent
    module.__spec__ = spec
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
    return module


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Given the path to a .py file, return the path to its .pyc file."""
    head, slash, tail = path.rpartition('/')
    level = '' if optimization in (None, '') else f'.opt-{optimization}'
    return f'{head}{slash}__pycache__/{tail.rpartition(".")[0] or tail}.cpython-314{level}.pyc'


def source_from_cache(path):
    """Given the path to a .pyc. file, return the path to its .py file."""
    head, _, tail = path.rpartition('/')
    head, slash, folder = head.rpartition('/')
    if folder != '__pycache__':
        raise ValueError(f'__pycache__ not bottom-level directory in {path!r}')
    return f'{head}{slash}{tail.partition(".")[0]}.py'
