/**
 * The part of the loop that talks to sockets and pipes: CPython's own Lib, loaded when a program first asks a loop for it. Most
 * programs never do, and should not pay for `socket`, `selectors` and `ssl`. A class gets the methods it still lacks; its
 * identity, and what was there already, stays.
 */
import { assert } from '../lib/assert.ts';
import { getAttr } from '../python/objects/attributes.ts';
import { PyFunction } from '../python/objects/function.ts';
import { method } from '../python/objects/native.ts';
import { nativeType, PyModule, PyObject, PyType, typeVersion, type Value } from '../python/objects/value.ts';
import { compileSource, load, runModule } from '../python/vm/import.ts';
import { machine, type SourceModule } from '../python/vm/machine.ts';
import { adapt, type Recipe } from './adapt.ts';
import { pythonHalf } from './state.ts';

type Line = readonly [string, string];

const lean = (...modules: string[]): Line[] =>
  modules.map((name) => [`import ${name}`, `from . import _lean as ${name}`] as const);
const without = (...modules: string[]): Line[] => modules.map((name) => [`import ${name}`, ''] as const);

/** What the first half of a module has bound already stays bound to that. */
const BASE_EVENTS: Recipe = {
  lines: without('concurrent.futures', 'heapq', 'subprocess', 'threading', 'traceback', 'warnings', 'weakref'),
  cut: ['_format_handle', '_run_until_complete_cb'],
  only: {
    BaseEventLoop: [
      '_make_socket_transport',
      '_make_ssl_transport',
      '_make_datagram_transport',
      '_make_read_pipe_transport',
      '_make_write_pipe_transport',
      '_make_subprocess_transport',
      '_getaddrinfo_debug',
      'getaddrinfo',
      'getnameinfo',
      'sock_sendfile',
      '_sock_sendfile_native',
      '_sock_sendfile_fallback',
      '_check_sendfile_params',
      '_connect_sock',
      'create_connection',
      '_create_connection_transport',
      'sendfile',
      '_sendfile_native',
      '_sendfile_fallback',
      'start_tls',
      'create_datagram_endpoint',
      '_ensure_resolved',
      '_create_server_getaddrinfo',
      'create_server',
      'connect_accepted_socket',
      'connect_read_pipe',
      'connect_write_pipe',
      '_log_subprocess',
      'subprocess_shell',
      'subprocess_exec',
    ],
  },
};

const SELECTOR_EVENTS: Recipe = {
  cut: ['BaseSelectorEventLoop.__init__', 'BaseSelectorEventLoop.close', 'BaseSelectorEventLoop._process_self_data'],
};

const UNIX_EVENTS: Recipe = {
  lines: lean('subprocess', 'threading'),
  cut: ['_UnixDefaultEventLoopPolicy'],
  only: {
    _UnixSelectorEventLoop: [
      '_make_read_pipe_transport',
      '_make_write_pipe_transport',
      '_make_subprocess_transport',
      '_child_watcher_callback',
      'create_unix_connection',
      'create_unix_server',
      '_sock_sendfile_native',
      '_sock_sendfile_native_impl',
      '_sock_sendfile_update_filepos',
      '_sock_add_cancellation_callback',
      '_stop_serving',
    ],
  },
};

interface Late {
  readonly module: string;
  readonly recipe: Recipe;
  readonly classes: readonly string[];
}

/** In the order in which their classes build on each other. */
const LATE: readonly Late[] = [
  { module: 'asyncio.base_events', recipe: BASE_EVENTS, classes: ['BaseEventLoop', 'Server'] },
  { module: 'asyncio.selector_events', recipe: SELECTOR_EVENTS, classes: ['BaseSelectorEventLoop'] },
  { module: 'asyncio.unix_events', recipe: UNIX_EVENTS, classes: ['_UnixSelectorEventLoop'] },
];

/** Names that a loop class gets from here: the first look at one loads them all. */
export const LATE_NAMES: readonly string[] = [
  ...(BASE_EVENTS.only?.['BaseEventLoop'] ?? []),
  ...(UNIX_EVENTS.only?.['_UnixSelectorEventLoop'] ?? []),
  ...`_start_serving _accept_connection _accept_connection2 _ensure_fd_no_transport _add_reader _remove_reader _add_writer
  _remove_writer add_reader remove_reader add_writer remove_writer sock_recv _sock_read_done _sock_recv sock_recv_into
  _sock_recv_into sock_recvfrom _sock_recvfrom sock_recvfrom_into _sock_recvfrom_into sock_sendall _sock_sendall sock_sendto
  _sock_sendto sock_connect _sock_connect _sock_write_done _sock_connect_cb sock_accept _sock_accept _sendfile_native
  _process_events _stop_serving _close_self_pipe _make_self_pipe _read_from_self _write_to_self`.split(/\s+/),
];

const adapted: Map<string, string> = new Map();

const lateMethodType = nativeType('late_method');
lateMethodType.attrs.set('__module__', 'asyncio');

class LateMethod extends PyObject {
  readonly name: string;
  constructor(name: string) {
    super(lateMethodType);
    this.name = name;
  }
}

method(
  lateMethodType,
  '__get__',
  'self, instance, owner=None, /',
  (self: LateMethod, instance: Value, owner?: Value) => {
    completeLoops();
    return getAttr(instance ?? owner ?? null, self.name);
  },
);

/** Marks on BaseEventLoop what is not there yet. */
export function announceLate(cls: PyType): void {
  for (const name of LATE_NAMES) if (!cls.attrs.has(name)) cls.attrs.set(name, new LateMethod(name));
}

/** Loads the rest. Does nothing when it is there. */
export function completeLoops(): void {
  const base = pythonHalf('asyncio.base_events', 'BaseEventLoop') as PyType;
  for (const [name, value] of [...base.attrs]) if (value instanceof LateMethod) base.attrs.delete(name);
  for (const late of LATE) complete(late);
}

function complete({ module: name, recipe, classes }: Late): void {
  const module = machine.modules.map.get(name) ?? load(name);
  assert(module instanceof PyModule, `${name} is a module`);
  const first = classes.map((cls) => [cls, module.attrs.get(cls)] as const);
  const [, main] = first[0] ?? [];
  assert(main instanceof PyType, `${name} defines ${classes[0]}`);
  if (main.attrs.has('_is_complete')) return;
  main.attrs.set('_is_complete', true);
  const source = machine.findSource(name);
  assert(source !== 'unknown', `the library has ${name}`);
  runModule(compileSource(secondHalf(name, source, recipe), source), module);
  for (const [cls, old] of first) {
    const made = module.attrs.get(cls);
    if (old instanceof PyType && made instanceof PyType && old !== made) graft(module, old, made);
  }
  typeVersion.current++;
}

/** Cut when it has to be compiled: a cache may have its code. */
function secondHalf(name: string, source: SourceModule, recipe: Recipe): SourceModule {
  return {
    filename: source.filename,
    isPackage: false,
    isUser: false,
    get text() {
      const text = adapted.get(name) ?? adapt(name, source.text, recipe);
      adapted.set(name, text);
      return text;
    },
  };
}

/** `old` gets what `made` has and takes its place. How a process was started in old times (legacy.py) it keeps. */
function graft(module: PyModule, old: PyType, made: PyType): void {
  for (const [name, value] of made.attrs) {
    if (name === '_make_subprocess_transport' && old.attrs.has(name)) continue;
    if (name === '__dict__' || name === '__weakref__' || name === '__doc__') continue;
    adopt(value, old, made);
    old.attrs.set(name, value);
  }
  for (const [name, value] of module.attrs) if (value === made) module.attrs.set(name, old);
}

/** `super()` and `__class__` in a method mean the class it was written in. */
function adopt(value: Value, old: PyType, made: PyType): void {
  if (!(value instanceof PyFunction)) return;
  for (const cell of value.closure) if (cell.value === made) cell.value = old;
}
