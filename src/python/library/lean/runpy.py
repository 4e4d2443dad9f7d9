"""A part of runpy: modules and files run as a script would run them. Folders and archives cannot be run."""
import sys
from _sources import code_of_file, code_of_module, find
from importlib.util import find_spec as _find_spec
from types import ModuleType as _ModuleType

__all__ = ['run_module', 'run_path']


def _run(code, init_globals, name, spec, package, filename, argv0, in_sys):
    module = _ModuleType(name)
    names = module.__dict__
    if init_globals is not None:
        names.update(init_globals)
    names.update(__name__=name, __file__=filename, __cached__=None, __doc__=None, __loader__=None, __package__=package,
                 __spec__=spec)
    if not in_sys:
        exec(code, names)
        return names
    had, saved, saved_argv0 = name in sys.modules, sys.modules.get(name), sys.argv[0]
    sys.modules[name] = module
    sys.argv[0] = argv0
    try:
        exec(code, names)
    finally:
        sys.argv[0] = saved_argv0
        if had:
            sys.modules[name] = saved
        else:
            sys.modules.pop(name, None)
    return names.copy()


def run_path(path_name, init_globals=None, run_name=None):
    """Execute code located at the specified filesystem location."""
    name = '<run_path>' if run_name is None else run_name
    return _run(code_of_file(path_name), init_globals, name, None, name.rpartition('.')[0], path_name, path_name, True)


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Execute a module's code without importing it."""
    if mod_name.startswith('.'):
        raise ImportError('Relative module names not supported')
    found = find(mod_name)
    package = mod_name.rpartition('.')[0]
    if package:
        __import__(package)
    if found is None:
        raise ImportError(f'No module named {mod_name}')
    filename, is_package = found
    if is_package:
        if mod_name.endswith('.__main__'):
            raise ImportError('Cannot use package as __main__ module')
        try:
            return run_module(mod_name + '.__main__', init_globals, run_name, alter_sys)
        except ImportError as error:
            if mod_name not in sys.modules:
                raise
            raise ImportError(f'{error}; {mod_name!r} is a package and cannot be directly executed') from None
    code = None if filename is None else code_of_module(mod_name)
    if code is None:
        raise ImportError(f'No code object available for {mod_name}')
    name = mod_name if run_name is None else run_name
    return _run(code, init_globals, name, _find_spec(mod_name), package, filename, filename, alter_sys)
