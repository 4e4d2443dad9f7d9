"""The asyncio package, tracking PEP 3156."""

# CPython's own file imports every module at once; here those that few programs use are imported when they are looked at.

import sys

from . import exceptions
from .base_events import *
from .coroutines import *
from .events import *
from .exceptions import *
from .futures import *
from .locks import *
from .runners import *
from .queues import *
from .tasks import *
from .taskgroups import *
from .timeouts import *
from .threads import *
from .unix_events import *
from . import base_events, constants, coroutines, events, futures, locks, log, mixins, queues, runners, tasks, taskgroups, threads, timeouts, unix_events

_LATE = {
    'graph': ('capture_call_graph', 'format_call_graph', 'print_call_graph', 'FrameCallGraphEntry', 'FutureCallGraph'),
    'protocols': ('BaseProtocol', 'Protocol', 'DatagramProtocol', 'SubprocessProtocol', 'BufferedProtocol'),
    'streams': ('StreamReader', 'StreamWriter', 'StreamReaderProtocol', 'open_connection', 'start_server',
                'open_unix_connection', 'start_unix_server'),
    'subprocess': ('create_subprocess_exec', 'create_subprocess_shell'),
    'transports': ('BaseTransport', 'ReadTransport', 'WriteTransport', 'Transport', 'DatagramTransport', 'SubprocessTransport'),
}
_MODULES = ('base_futures', 'base_tasks', 'format_helpers', 'staggered', 'selector_events', *_LATE)
_MODULE_OF = {name: module for module, names in _LATE.items() for name in names}
_POLICIES = {'AbstractEventLoopPolicy': '_AbstractEventLoopPolicy', 'DefaultEventLoopPolicy': '_DefaultEventLoopPolicy'}

__all__ = (base_events.__all__ + coroutines.__all__ + events.__all__ + exceptions.__all__ + futures.__all__
           + _LATE['graph'] + locks.__all__ + _LATE['protocols'] + runners.__all__ + queues.__all__ + _LATE['streams']
           + _LATE['subprocess'] + tasks.__all__ + taskgroups.__all__ + threads.__all__ + timeouts.__all__
           + _LATE['transports'] + unix_events.__all__)


def __getattr__(name: str):
    module = _MODULE_OF.get(name)
    if module is not None:
        value = getattr(_import(module), name)
        globals()[name] = value
        return value
    if name in _MODULES:
        return _import(name)
    if name in _POLICIES:
        import warnings
        warnings._deprecated(f"asyncio.{name}", remove=(3, 16))
        return getattr(events if name.startswith('Abstract') else unix_events, _POLICIES[name])
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), *_MODULE_OF, *_MODULES})


def _import(name):
    __import__(f'{__name__}.{name}')
    return sys.modules[f'{__name__}.{name}']


import _asyncio_loop
_asyncio_loop.begin_legacy()
del _asyncio_loop
