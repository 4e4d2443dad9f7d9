/** A message that a coroutine waits for: a descriptor that becomes readable when it is there, or when it never will be. */
import { closeDescriptor, openEndpoint } from '../python/modules/descriptors.ts';
import { noteWaiting } from '../python/modules/serving.ts';
import { method } from '../python/objects/native.ts';
import { nativeType, PyObject, type Value } from '../python/objects/value.ts';
import type { NetEndpoint } from '../python/vm/network.ts';

export interface Awaited {
  /** Other processes may send it: whoever has it open waits for work. */
  readonly isShared: boolean;
  readonly isReady: boolean;
  watch(watcher: () => void): () => void;
  /** The message; raises if there never will be one. */
  result(): Value;
  /** Nobody waits any more. */
  leave(): void;
}

const pendingType = nativeType('Pending');
pendingType.attrs.set('__module__', '_channels');

export class PyPending extends PyObject {
  readonly awaited: Awaited;
  fd = -1;

  constructor(awaited: Awaited) {
    super(pendingType);
    this.awaited = awaited;
  }

  close(): null {
    const { fd } = this;
    this.fd = -1;
    if (fd >= 0) closeDescriptor(fd);
    this.awaited.leave();
    return null;
  }
}

/** What the descriptor stands for. */
class Arrival implements NetEndpoint {
  readonly isWritable = false;
  readonly hasHungUp = false;
  readonly hasFailed = false;
  readonly awaitsWork: boolean;
  readonly #awaited: Awaited;

  constructor(awaited: Awaited) {
    this.awaitsWork = awaited.isShared;
    this.#awaited = awaited;
  }

  get isReadable(): boolean {
    return this.#awaited.isReady;
  }

  watch(watcher: () => void): () => void {
    return this.#awaited.watch(watcher);
  }

  close(): void {
    this.#awaited.leave();
  }
}

method(pendingType, 'ready', 'self', (self: PyPending) => self.awaited.isReady);
method(pendingType, 'result', 'self', (self: PyPending) => self.awaited.result());
method(pendingType, 'close', 'self', (self: PyPending) => self.close());
method(pendingType, 'fileno', 'self', (self: PyPending) => {
  if (self.fd < 0) self.fd = openEndpoint(new Arrival(self.awaited));
  if (self.awaited.isShared) noteWaiting();
  return self.fd;
});
