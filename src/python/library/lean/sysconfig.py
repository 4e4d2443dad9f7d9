"""A part of sysconfig: the few variables and paths that make sense for a Python that was never installed."""
import os
import sys

__all__ = ['get_config_h_filename', 'get_config_var', 'get_config_vars', 'get_makefile_filename', 'get_path', 'get_path_names',
           'get_paths', 'get_platform', 'get_python_version', 'get_scheme_names']

_SCHEME = 'posix_prefix'
_PATHS = {
    'stdlib': '/lib/python3.14',
    'platstdlib': '/lib/python3.14',
    'purelib': '/lib/python3.14/site-packages',
    'platlib': '/lib/python3.14/site-packages',
    'include': '/include/python3.14',
    'platinclude': '/include/python3.14',
    'scripts': '/bin',
    'data': '/',
}
_VARS = {
    'prefix': '/',
    'exec_prefix': '/',
    'py_version': '3.14.2',
    'py_version_short': '3.14',
    'py_version_nodot': '314',
    'installed_base': '/',
    'base': '/',
    'installed_platbase': '/',
    'platbase': '/',
    'platlibdir': 'lib',
    'projectbase': '/bin',
    'abiflags': '',
    'userbase': '/.local',
    'implementation': 'Python',
    'implementation_lower': 'python',
    'Py_DEBUG': 0,
    'Py_GIL_DISABLED': 0,
    'WITH_DOC_STRINGS': 1,
    'EXT_SUFFIX': '.cpython-314-wasm32-emscripten.so',
    'srcdir': '/',
}


def get_config_vars(*names):
    return [_VARS.get(name) for name in names] if names else _VARS


def get_config_var(name):
    return _VARS.get(name)


def get_scheme_names():
    return (_SCHEME,)


def get_default_scheme():
    return _SCHEME


def get_preferred_scheme(key):
    return _SCHEME


def get_path_names():
    return tuple(_PATHS)


def get_paths(scheme=_SCHEME, vars=None, expand=True):
    if scheme != _SCHEME:
        raise KeyError(scheme)
    return dict(_PATHS)


def get_path(name, scheme=_SCHEME, vars=None, expand=True):
    return get_paths(scheme, vars, expand)[name]


def get_platform():
    return 'emscripten-4.0.9-wasm32'


def get_python_version():
    return '%d.%d' % sys.version_info[:2]


def get_makefile_filename():
    return os.path.join(_PATHS['stdlib'], 'config-3.14', 'Makefile')


def get_config_h_filename():
    return os.path.join(_PATHS['include'], 'pyconfig.h')


def is_python_build(check_home=None):
    return False
