"""A part of _imp: nothing is frozen, nothing is an extension module, and imports of one module wait for each other by themselves."""
import sys

_depth = 0
_multi_interp_check = 0


def acquire_lock():
    global _depth
    _depth += 1


def release_lock():
    global _depth
    if _depth == 0:
        raise RuntimeError('not holding the import lock')
    _depth -= 1


def lock_held():
    return _depth > 0


def extension_suffixes():
    return []


def is_builtin(name, /):
    return int(name in sys.builtin_module_names)


def is_frozen(name, /):
    return False


def is_frozen_package(name, /):
    raise ImportError(f'No such frozen object named {name}', name=name)


def _frozen_module_names():
    return []


def _override_frozen_modules_for_tests(override, /):
    pass


def _override_multi_interp_extensions_check(override, /):
    global _multi_interp_check
    old, _multi_interp_check = _multi_interp_check, override
    return old
