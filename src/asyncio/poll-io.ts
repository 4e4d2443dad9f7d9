/**
 * The loop's selector, as its iteration sees it: which sockets and pipes are ready. CPython: `self._selector.select(timeout)` and
 * `self._process_events(event_list)` of BaseEventLoop._run_once.
 */

import { isStream } from '../python/modules/descriptors.ts';
import { EPOLL, PyEpoll } from '../python/modules/epoll-interest.ts';
import { ownAttribute } from '../python/objects/instance.ts';
import { callMethod } from '../python/objects/protocol.ts';
import { PyDict, PyList, PyObject, PyTuple } from '../python/objects/value.ts';
import { type PyEventLoop, wakeLoop } from './loop.ts';

const EVENT_READ = 1;
const EVENT_WRITE = 2;

/** Null: the loop has never looked at a socket, as most loops; `custom`: the program has given it a selector of another kind. */
export type LoopIo =
  | { readonly kind: 'epoll'; readonly epoll: PyEpoll; readonly selector: PyObject }
  | { readonly kind: 'custom'; readonly selector: PyObject };

export function ioOf(loop: PyEventLoop): LoopIo | null {
  const selector = loop.attrs?.get('_selector');
  if (!(selector instanceof PyObject)) return null;
  const epoll = ownAttribute(selector, '_selector');
  const isUsual = selector.cls.name === 'EpollSelector' && selector.cls.attrs.get('__module__') === 'selectors';
  return isUsual && epoll instanceof PyEpoll ? { kind: 'epoll', epoll, selector } : { kind: 'custom', selector };
}

/** CPython: Lib/selectors.py, EpollSelector.select, without waiting; then `_process_events`. */
export function processIo(loop: PyEventLoop): void {
  const io = ioOf(loop);
  if (io?.kind !== 'epoll') return;
  const keys = ownAttribute(io.selector, '_fd_to_key');
  if (!(keys instanceof PyDict)) return;
  const events = io.epoll.interest.take(Math.max(keys.map.size, 1)).flatMap(([fd, bits]) => {
    const key = keys.map.get(fd);
    return key instanceof PyTuple ? [new PyTuple([key, maskOf(bits) & Number(key.items[2])])] : [];
  });
  if (events.length > 0) callMethod(loop, '_process_events', new PyList(events));
}

function maskOf(bits: number): number {
  return ((bits & ~EPOLL.in) !== 0 ? EVENT_WRITE : 0) | ((bits & ~EPOLL.out) !== 0 ? EVENT_READ : 0);
}

/** Whether it waits in its own way: with a selector of the program's, or as a subclass of BaseEventLoop that has none. */
export function hasOwnSelector(loop: PyEventLoop): boolean {
  if (loop.attrs?.has('_selector') !== true) return loop.cls.lookup('_selector') === undefined;
  return ioOf(loop)?.kind === 'custom';
}

export function isIoReady(loop: PyEventLoop): boolean {
  const io = ioOf(loop);
  return io?.kind === 'epoll' && io.epoll.interest.isReadable;
}

/** Where the loop's servers wait for connections: `127.0.0.1:8888`, a path. */
export function listeningAt(loop: PyEventLoop): string[] {
  const io = ioOf(loop);
  if (io?.kind !== 'epoll') return [];
  return [...io.epoll.interest.registered.values()].flatMap(({ endpoint }) => {
    if (!isStream(endpoint) || !endpoint.isListening || endpoint.local === null) return [];
    const { local } = endpoint;
    return [local.family === 'unix' ? local.path : `${local.host}:${local.port}`];
  });
}

/** Wakes the loop when a socket becomes ready, until the returned function is called. */
export function watchIo(loop: PyEventLoop): () => void {
  const io = ioOf(loop);
  return io?.kind === 'epoll' ? io.epoll.interest.watch(() => wakeLoop(loop)) : () => {};
}
