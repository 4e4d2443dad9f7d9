/**
 * What is changed in CPython's own asyncio before it is compiled: heavy imports (inspect, threading, socket, logging, enum...)
 * are pointed at `asyncio._lean`, and what is native here (Future, Task, handles, the loop's queues) is cut.
 */
import type { PureHalf, Recipe } from './adapt.ts';

type Line = readonly [string, string];

const without = (...modules: string[]): Line[] => modules.map((name) => [`import ${name}`, ''] as const);
const lean = (...modules: string[]): Line[] =>
  modules.map((name) => [`import ${name}`, `from . import _lean as ${name.split('.')[0] ?? name}`] as const);

const BASE_LOOP_KEPT = [
  '__init__',
  '__repr__',
  'set_task_factory',
  'get_task_factory',
  '_check_closed',
  '_check_default_executor',
  '_asyncgen_finalizer_hook',
  '_asyncgen_firstiter_hook',
  'shutdown_asyncgens',
  'shutdown_default_executor',
  '_do_shutdown',
  '_check_running',
  '_run_forever_setup',
  '_run_forever_cleanup',
  'run_forever',
  'run_until_complete',
  'close',
  '_check_callback',
  'run_in_executor',
  'set_default_executor',
  'get_exception_handler',
  'set_exception_handler',
  'default_exception_handler',
  'call_exception_handler',
  '_set_coroutine_origin_tracking',
  'set_debug',
  '_process_events',
  '_write_to_self',
  '_add_callback',
  '_add_callback_signalsafe',
  '_timer_handle_cancelled',
];

/** In modules with a half in PURE. */
const LOOK_AT_PURE = `
def __getattr__(name):
    from _asyncio_loop import pure_half
    return pure_half(__name__, name)
`;

/** By module of the package. A module that is not here is taken as it is. */
export const RECIPES: Readonly<Record<string, Recipe>> = {
  'asyncio.base_events': {
    lines: [
      ...without('collections', 'collections.abc', 'errno', 'heapq', 'itertools', 'os', 'socket', 'stat'),
      ...lean('concurrent.futures', 'subprocess', 'threading', 'traceback', 'warnings', 'weakref'),
      ['import ssl', 'ssl = None'],
      ['from . import protocols', ''],
      ['from . import sslproto', ''],
      ['from . import staggered', ''],
      ['from . import transports', ''],
      ['from . import trsock', ''],
      ["_HAS_IPv6 = hasattr(socket, 'AF_INET6')", '_HAS_IPv6 = False'],
      ["if hasattr(socket, 'TCP_NODELAY'):", 'if False:'],
      ['self._timer_cancelled_count = 0', ''],
      ['self._ready = collections.deque()', ''],
      ['self._scheduled = []', ''],
      ['self._current_handle = None', ''],
      ["self._clock_resolution = time.get_clock_info('monotonic').resolution", 'self._clock_resolution = 1e-09'],
      ['self._ready.clear()', 'self._clear_queues()'],
      ['self._scheduled.clear()', ''],
      [
        'if self._exception_handler is None:',
        'if _asyncio_loop.report_handled(context) or self._exception_handler is None:',
      ],
    ],
    cut: ['_SendfileFallbackProtocol', '_ipaddr_info', '_interleave_addrinfos', '_set_reuseport'],
    only: { BaseEventLoop: [...BASE_LOOP_KEPT, '_run_once'], Server: [] },
    append: `
import _asyncio_loop
_run_once_in_python = BaseEventLoop._run_once
_asyncio_loop.install(BaseEventLoop)
`,
  },
  'asyncio.base_futures': {
    lines: [
      ['import reprlib', 'from . import _lean as reprlib'],
      ['from . import format_helpers', 'from . import _lean as format_helpers'],
    ],
  },
  'asyncio.base_tasks': { lines: lean('linecache', 'reprlib', 'traceback') },
  'asyncio.constants': { lines: lean('enum') },
  'asyncio.coroutines': {
    lines: [
      ...without('collections.abc', 'types'),
      ...lean('inspect', 'os'),
      ['_COROUTINE_TYPES = (types.CoroutineType, collections.abc.Coroutine)', ''],
    ],
    cut: ['iscoroutine'],
    append: `
from _asyncio_loop import iscoroutine as _iscoroutine
def iscoroutine(obj):
    """Return True if obj is a coroutine object."""
    return _iscoroutine(obj)
`,
  },
  'asyncio.events': {
    lines: [
      ...without('contextvars', 'signal', 'socket', 'subprocess', 'sys'),
      ...lean('os', 'threading', 'warnings'),
      ['from . import format_helpers', 'from . import _lean as format_helpers; from ._lean import sys'],
      ["if hasattr(os, 'fork'):", 'if False:'],
    ],
    cut: ['_ThreadSafeHandle', 'TimerHandle'],
    only: { AbstractEventLoop: [], AbstractServer: ['__aenter__', '__aexit__'], Handle: ['_run'] },
    append: `
_run_in_python = Handle._run
from _asyncio_loop import Handle, TimerHandle, _ThreadSafeHandle
import _asyncio_loop
_asyncio_loop.make_abstract(AbstractEventLoop, AbstractServer)
`,
  },
  'asyncio.format_helpers': { lines: lean('functools', 'inspect', 'reprlib', 'traceback') },
  'asyncio.futures': {
    lines: [
      ...without('contextvars', 'logging', 'sys'),
      ...lean('concurrent.futures'),
      ['from types import GenericAlias', ''],
      ['from . import format_helpers', ''],
      ['STACK_DEBUG = logging.DEBUG - 1  # heavy-duty debugging', 'STACK_DEBUG = 9'],
      ['_PyFuture = Future', ''],
      ['_py_future_add_to_awaited_by = future_add_to_awaited_by', ''],
      ['_py_future_discard_from_awaited_by = future_discard_from_awaited_by', ''],
    ],
    cut: ['Future', 'future_add_to_awaited_by', 'future_discard_from_awaited_by'],
    append: LOOK_AT_PURE,
  },
  'asyncio.locks': {
    lines: [
      ['import collections', 'import _collections as collections; import _asyncio_loop as _owners'],
      ...lean('enum'),
      // Lock: acquire in two places; release after __init__, which is passed over.
      ['self._locked = True', 'self._locked = True; _owners.acquired(self)'],
      ['self._locked = True', 'self._locked = True; _owners.acquired(self)'],
      ['self._locked = False', 'self._locked = (False)'],
      ['self._locked = False', 'self._locked = False; _owners.released(self)'],
      // Semaphore: acquire and _wake_up_next; a permit that came too late, and release.
      ['self._value -= 1', 'self._value -= 1; _owners.acquired(self)'],
      ['self._value -= 1', 'self._value -= 1; _owners.granted(self, fut)'],
      ['self._value += 1', 'self._value += 1; _owners.released(self)'],
      ['self._value += 1', 'self._value += 1; _owners.released(self)'],
    ],
  },
  'asyncio.mixins': { lines: lean('threading') },
  'asyncio.queues': {
    lines: [
      ['import collections', 'import _collections as collections'],
      ['import heapq', 'import _heapq as heapq'],
    ],
  },
  'asyncio.runners': {
    lines: [
      ['import contextvars', 'import _contextvars as contextvars'],
      ...lean('enum', 'functools', 'inspect', 'threading', 'signal'),
    ],
  },
  'asyncio.staggered': { lines: lean('contextlib') },
  'asyncio.streams': {
    lines: [['import collections', 'import _collections as collections'], ...lean('socket', 'warnings', 'weakref')],
  },
  'asyncio.base_subprocess': { lines: lean('subprocess', 'warnings') },
  'asyncio.subprocess': { lines: lean('subprocess') },
  'asyncio.tasks': {
    lines: [
      ...without('concurrent.futures', 'contextvars'),
      ...lean('functools', 'inspect', 'weakref'),
      ['import math', 'import _asyncio_loop as math'],
      ['from . import base_tasks', 'from . import _lean as concurrent'],
      ['_PyTask = Task', ''],
      ['FIRST_COMPLETED = concurrent.futures.FIRST_COMPLETED', "FIRST_COMPLETED = 'FIRST_COMPLETED'"],
      ['FIRST_EXCEPTION = concurrent.futures.FIRST_EXCEPTION', "FIRST_EXCEPTION = 'FIRST_EXCEPTION'"],
      ['ALL_COMPLETED = concurrent.futures.ALL_COMPLETED', "ALL_COMPLETED = 'ALL_COMPLETED'"],
    ],
    cut: ['Task'],
    append: LOOK_AT_PURE,
  },
  'asyncio.threads': { lines: [['import contextvars', 'import _contextvars as contextvars'], ...lean('functools')] },
  'concurrent.futures._base': {
    lines: [
      ['import logging', ''],
      [
        'LOGGER = logging.getLogger("concurrent.futures")',
        "LOGGER = type('_LateLogger', (), {'__getattr__': lambda self, name: getattr(__import__('logging').getLogger('concurrent.futures'), name)})()",
      ],
    ],
  },
  'asyncio.timeouts': { lines: [...lean('enum'), ['from types import TracebackType', '']] },
};

/** The Python classes and functions behind those in C, compiled when a program looks at them. By module. */
export const PURE: Readonly<Record<string, PureHalf>> = {
  'asyncio.futures': {
    names: {
      Future: '_PyFuture',
      future_add_to_awaited_by: '_py_future_add_to_awaited_by',
      future_discard_from_awaited_by: '_py_future_discard_from_awaited_by',
    },
    imports: 'import contextvars, sys; from types import GenericAlias; from . import format_helpers',
  },
  'asyncio.tasks': {
    names: { Task: '_PyTask' },
    imports: 'import contextvars, weakref; from . import base_tasks; _scheduled_tasks = weakref.WeakSet()',
  },
};

/** The modules of CPython's package that are taken from its Lib, adapted or not. */
export const FROM_LIB: readonly string[] = [
  ...Object.keys(RECIPES),
  'asyncio.exceptions',
  'asyncio.graph',
  'asyncio.protocols',
  'asyncio.taskgroups',
  'asyncio.transports',
];
