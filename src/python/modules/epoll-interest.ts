/**
 * What a `select.epoll` watches: which of the registered descriptors are ready, in the order in which they became so. What is
 * ready and was told goes to the end of that order, as in Linux (level-triggered). Without its methods: epoll.ts.
 */
import { nativeType, PyObject } from '../objects/value.ts';
import type { NetEndpoint } from '../vm/network.ts';
import { endpointAt, openEndpoint, raiseErrno } from './descriptors.ts';

export const EPOLL = { in: 1, priority: 2, out: 4, error: 8, hangUp: 16, oneShot: 1 << 30, edge: 1 << 31 } as const;

export const epollType = nativeType('epoll');
epollType.attrs.set('__module__', 'select');

interface Registered {
  readonly fd: number;
  readonly endpoint: NetEndpoint;
  events: number;
  readonly unwatch: () => void;
}

/** What a descriptor is ready for, among `events`; errors are always told. */
export function readiness(endpoint: NetEndpoint, events: number): number {
  let bits = 0;
  if (endpoint.isReadable) bits |= EPOLL.in;
  if (endpoint.isWritable) bits |= EPOLL.out;
  bits &= events;
  if (endpoint.hasFailed) bits |= EPOLL.error;
  if (endpoint.hasHungUp) bits |= EPOLL.hangUp;
  return bits;
}

/** The selector itself is an endpoint too: a selector in a selector, and a thread that waits. */
export class Interest implements NetEndpoint {
  readonly registered: Map<number, Registered> = new Map();
  /** Became ready, and was not yet found otherwise; the first first. */
  readonly queue: Set<number> = new Set();
  readonly #watchers: Set<() => void> = new Set();
  readonly isWritable = false;
  readonly hasHungUp = false;
  readonly hasFailed = false;

  get isReadable(): boolean {
    return this.isAnyReady;
  }

  get isAnyReady(): boolean {
    for (const fd of this.queue) {
      const entry = this.registered.get(fd);
      if (entry !== undefined && readiness(entry.endpoint, entry.events) !== 0) return true;
    }
    return false;
  }

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  add(fd: number, events: number): void {
    const endpoint = endpointAt(fd);
    // A regular file cannot be waited for.
    if (endpoint === undefined) return raiseErrno(fd < 0 ? 'EBADF' : 'EPERM');
    if (this.registered.has(fd)) return raiseErrno('EEXIST');
    const unwatch = endpoint.watch(() => this.#look(fd));
    this.registered.set(fd, { fd, endpoint, events, unwatch });
    this.#look(fd);
  }

  modify(fd: number, events: number): void {
    const entry = this.registered.get(fd) ?? raiseErrno('ENOENT');
    entry.events = events;
    this.#look(fd);
  }

  remove(fd: number): void {
    const entry = this.registered.get(fd);
    if (entry === undefined) return raiseErrno(endpointAt(fd) === undefined ? 'EBADF' : 'ENOENT');
    entry.unwatch();
    this.registered.delete(fd);
    this.queue.delete(fd);
  }

  close(): void {
    for (const { unwatch } of this.registered.values()) unwatch();
    this.registered.clear();
    this.queue.clear();
  }

  /** Pairs of descriptor and events, at most `max`. */
  take(max: number): (readonly [number, number])[] {
    const found: (readonly [number, number])[] = [];
    for (const fd of [...this.queue]) {
      if (found.length === max) break;
      this.queue.delete(fd);
      const entry = this.registered.get(fd);
      if (entry === undefined) continue;
      // A descriptor that was closed is no longer watched by the kernel.
      if (endpointAt(fd) !== entry.endpoint) {
        entry.unwatch();
        this.registered.delete(fd);
        continue;
      }
      const bits = readiness(entry.endpoint, entry.events);
      if (bits === 0) continue;
      found.push([fd, bits]);
      if ((entry.events & EPOLL.oneShot) !== 0) entry.events = 0;
      else if ((entry.events & EPOLL.edge) === 0) this.queue.add(fd);
    }
    return found;
  }

  #look(fd: number): void {
    const entry = this.registered.get(fd);
    if (entry === undefined || readiness(entry.endpoint, entry.events) === 0) return;
    this.queue.add(fd);
    for (const watcher of [...this.#watchers]) watcher();
  }
}

export class PyEpoll extends PyObject {
  readonly interest: Interest = new Interest();
  fd: number;

  constructor() {
    super(epollType);
    this.fd = openEndpoint(this.interest);
  }
}
