/** The module `_queue`: SimpleQueue, an unbounded queue between threads. CPython: Modules/_queuemodule.c. */
import { Exception, exception, raise, raiseObject, ValueError } from '../objects/errors.ts';
import { genericAlias } from '../objects/generic-alias.ts';
import { classMethod, method, newMethod, type Outcome } from '../objects/native.ts';
import { truthy } from '../objects/protocol.ts';
import { nativeType, PyObject, type Value } from '../objects/value.ts';
import { machine } from '../vm/machine.ts';
import type { Wait } from '../vm/scheduler.ts';
import { callWaited } from '../vm/wait-label.ts';
import { timeoutSeconds } from './timeouts.ts';

const emptyType = nativeType('Empty', 'exception', Exception);
const queueType = nativeType('SimpleQueue');
for (const cls of [emptyType, queueType]) cls.attrs.set('__module__', '_queue');

class PySimpleQueue extends PyObject {
  readonly items: Value[] = [];
  /** Threads in `get`, the longest waiting first. */
  readonly waiters: Wait[] = [];
}

function put(queue: PySimpleQueue, item: Value): null {
  queue.items.push(item);
  wakeNext(queue);
  return null;
}

function wakeNext(queue: PySimpleQueue): void {
  const next = queue.items.length > 0 ? queue.waiters.shift() : undefined;
  if (next !== undefined) machine.scheduler.wake(next);
}

function raiseEmpty(): never {
  return raiseObject(exception(emptyType));
}

/** CPython: _queue_SimpleQueue_get_impl */
function get(queue: PySimpleQueue, block: Value = true, timeout: Value = null): Outcome {
  const waits = truthy(block);
  const seconds = waits && timeout !== null ? timeoutSeconds(timeout) : null;
  if (seconds !== null && seconds < 0) return raise(ValueError, "'timeout' must be a non-negative number");
  const item = queue.items.shift();
  if (item !== undefined) return item;
  return waits ? waitForItem(queue, seconds === null ? null : machine.clock.now() + seconds) : raiseEmpty();
}

function waitForItem(queue: PySimpleQueue, deadline: number | null): Outcome {
  const { scheduler, thread } = machine;
  const leave = (): void => {
    const at = queue.waiters.findIndex((wait) => wait.thread === thread);
    if (at >= 0) queue.waiters.splice(at, 1);
  };
  const outcome = scheduler.block({
    kind: 'lock',
    label: () => callWaited(thread) ?? 'an item in a SimpleQueue',
    on: queue,
    deadline,
    abandon: () => {
      leave();
      wakeNext(queue);
    },
    done: (isTimeout) => {
      leave();
      const item = queue.items.shift();
      if (item !== undefined) return item;
      return isTimeout ? raiseEmpty() : waitForItem(queue, deadline);
    },
  });
  const wait = scheduler.waits.get(thread);
  if (wait !== undefined) queue.waiters.push(wait);
  return outcome;
}

newMethod(queueType, (_args, _keywords, cls) => new PySimpleQueue(cls));
method(queueType, 'put', 'self, item, block=True, timeout=None', (self: PySimpleQueue, item: Value) => put(self, item));
method(queueType, 'put_nowait', 'self, item', put);
method(queueType, 'get', 'self, block=True, timeout=None', get);
method(queueType, 'get_nowait', 'self', (self: PySimpleQueue) => get(self, false));
method(queueType, 'empty', 'self', (self: PySimpleQueue) => self.items.length === 0);
method(queueType, 'qsize', 'self', (self: PySimpleQueue) => self.items.length);
classMethod(queueType, '__class_getitem__', 'cls, item, /', (cls: Value, item: Value) => genericAlias(cls, item));

export function queueModule(): Map<string, Value> {
  return new Map<string, Value>([
    ['SimpleQueue', queueType],
    ['Empty', emptyType],
  ]);
}
