"""Finding things by their dotted names."""

import sys
from importlib import import_module


def import_string(dotted_path):
    """The attribute that `package.module.name` means; an ImportError says what is missing."""
    module_path, _, name = dotted_path.rpartition('.')
    if not module_path:
        raise ImportError(f"{dotted_path} doesn't look like a module path")
    module = sys.modules.get(module_path) or import_module(module_path)
    try:
        return getattr(module, name)
    except AttributeError as error:
        raise ImportError(f'Module "{module_path}" does not define a "{name}" attribute/class') from error


def module_has_submodule(package, module_name):
    from importlib.util import find_spec

    if not hasattr(package, '__path__'):
        return False
    return find_spec(f'{package.__name__}.{module_name}') is not None


def autodiscover_modules(*names, register_to=None):
    """Imports these modules of all installed applications that have them."""
    from django.apps import apps

    for config in apps.get_app_configs():
        for name in names:
            if module_has_submodule(config.module, name):
                import_module(f'{config.name}.{name}')
