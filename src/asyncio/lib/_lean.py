"""What asyncio's own modules need of inspect, threading, signal, weakref, enum, traceback and the like, and no more.

Whatever is not here is looked up in the real module when it is used.
"""

import sys
from _functools import partial
from _signal import SIGINT, default_int_handler, getsignal, signal
from _thread import RLock, _get_main_thread_ident, _local as local, allocate_lock as Lock, get_ident

_ELSEWHERE = {
    '_deprecated': 'warnings', 'warn': 'warnings', 'filterwarnings': 'warnings',
    'repr': 'reprlib', 'Repr': 'reprlib',
    'heappush': 'heapq', 'heappop': 'heapq', 'heapify': 'heapq',
    'checkcache': 'linecache', 'getline': 'linecache',
    'print_list': 'traceback', 'format_exception_only': 'traceback', 'walk_stack': 'traceback', 'StackSummary': 'traceback',
    'suppress': 'contextlib', 'Thread': 'threading', 'Popen': 'subprocess', 'getpid': 'os',
    '_format_callback_source': 'asyncio.format_helpers',
}


def __getattr__(name):
    if name == 'futures':
        import concurrent.futures
        return concurrent.futures
    if name == 'partialmethod':
        return getattr(sys.modules.get('functools'), 'partialmethod', ())
    module = _ELSEWHERE.get(name)
    if module is None:
        raise AttributeError(f'Loopscope has no {name} for asyncio')
    __import__(module)
    value = getattr(sys.modules[module], name)
    if name != 'Popen':  # which tests replace
        globals()[name] = value
    return value


# inspect

def isfunction(obj):
    return type(obj) is _Function

def isgenerator(obj):
    return type(obj) is _Generator

def unwrap(func):
    while hasattr(func, '__wrapped__'):
        func = func.__wrapped__
    return func

def iscoroutinefunction(obj):
    while True:
        if type(obj) is _Method:
            obj = obj.__func__
        elif isinstance(obj, partial):
            obj = obj.func
        else:
            break
    if type(obj) is _Function and obj.__code__.co_flags & 0x80:
        return True
    mark = getattr(obj, '_is_coroutine_mark', None)
    return mark is not None and 'inspect' in sys.modules and mark is sys.modules['inspect']._is_coroutine_mark

def isawaitable(obj):
    if type(obj) is _Generator:
        return bool(obj.gi_code.co_flags & 0x100)
    return getattr(type(obj), '__await__', None) is not None

_Function = type(isfunction)
_Generator = type(_ for _ in ())

class _Bound:
    def method(self):
        pass

_Method = type(_Bound().method)


# threading: the module itself is imported when a thread is made

class _MainThread:
    name = 'MainThread'

_main_thread = _MainThread()

def main_thread():
    threading = sys.modules.get('threading')
    return _main_thread if threading is None else threading.main_thread()

def current_thread():
    if 'threading' not in sys.modules and get_ident() == _get_main_thread_ident():
        return _main_thread
    import threading
    return threading.current_thread()


# subprocess, socket; the modules themselves are imported when a process is started

AF_UNIX = 1
PIPE = -1
STDOUT = -2
DEVNULL = -3


# os

class environ:
    @staticmethod
    def get(name):
        return _asyncio_loop.environment(name)


# weakref: the order of insertion, and nothing dies early

class WeakSet:
    def __init__(self):
        self._items = {}
    def add(self, item):
        self._items[item] = None
        _asyncio_loop.watch_statements()
    def discard(self, item):
        self._items.pop(item, None)
    def clear(self):
        self._items.clear()
    def copy(self):
        return list(self._items)
    def __len__(self):
        return len(self._items)
    def __iter__(self):
        return iter(list(self._items))
    def __contains__(self, item):
        return item in self._items

class ref:
    def __init__(self, item, callback=None):
        self._item = item
    def __call__(self):
        return self._item


# enum

class _EnumType(type):
    def __new__(meta, name, bases, namespace):
        cls = type.__new__(meta, name, bases, dict(namespace))
        for key, value in namespace.items():
            if not key.startswith('_') and not callable(value):
                member = object.__new__(cls)
                member.name = key
                member.value = key if value is None else value
                type.__setattr__(cls, key, member)
        return cls

class Enum(metaclass=_EnumType):
    def __repr__(self):
        return f'<{type(self).__name__}.{self.name}: {self.value!r}>'
    def __str__(self):
        return f'{type(self).__name__}.{self.name}'

def auto():
    return None


# traceback, reprlib

def format_list(entries):
    lines = []
    for filename, line, name, text in entries:
        lines.append(f'  File "{filename}", line {line}, in {name}\n' + (f'    {text}\n' if text else ''))
    return lines

def created_at(source_traceback):
    entry = source_traceback[-1]
    return f'{entry[0]}:{entry[1]}'

def recursive_repr(fillvalue='...'):
    def decorate(function):
        running = set()
        def wrapper(self):
            key = id(self)
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return function(self)
            finally:
                running.discard(key)
        return wrapper
    return decorate


# the loop's own

class LateAttribute:
    """An attribute of an instance that is made when it is first looked at."""
    def __init__(self, name, make):
        self._name = name
        self._make = make
    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._make()
        return value

def send_none(coro):
    return coro.send(None)

def throw_in(coro, exc):
    return coro.throw(exc)

def select_events(loop, timeout):
    event_list = loop._selector.select(timeout)
    loop._process_events(event_list)

def callback_failed(handle, exc):
    from . import format_helpers
    cb = format_helpers._format_callback_source(handle._callback, handle._args, debug=handle._loop.get_debug())
    context = {
        'message': f'Exception in callback {cb}',
        'exception': exc,
        'handle': handle,
    }
    if handle._source_traceback:
        context['source_traceback'] = handle._source_traceback
    handle._loop.call_exception_handler(context)

def slow_handle(handle, seconds):
    from . import base_events
    base_events.logger.warning('Executing %s took %.3f seconds', base_events._format_handle(handle), seconds)


import _asyncio_loop
