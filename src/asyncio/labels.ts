/** What a future stands for, told by the function that makes it: CPython's Lib creates futures in few places. */
import { repr } from '../python/objects/protocol.ts';
import { Frame } from '../python/vm/frame.ts';
import { machine } from '../python/vm/machine.ts';

const LABELS: Readonly<Record<string, string>> = {
  '_GatheringFuture.__init__': 'gather',
  gather: 'gather',
  _wait: 'wait',
  _cancel_and_wait: 'wait_for',
  shield: 'shield',
  'TaskGroup.__aexit__': 'TaskGroup',
  'TaskGroup._aexit': 'TaskGroup',
  'Condition.wait': 'Condition.wait',
  'Semaphore.acquire': 'Semaphore.acquire',
  'Lock.acquire': 'Lock.acquire',
  'Event.wait': 'Event.wait',
  'Queue.get': 'Queue.get',
  'Queue.put': 'Queue.put',
  wrap_future: 'run_in_executor',
  'BaseEventLoop.run_in_executor': 'run_in_executor',
};

/** Futures made by one of those on behalf of another. */
const OUTER: Readonly<Record<string, string>> = {
  'Queue.join': 'Queue.join',
  'Barrier._wait': 'Barrier.wait',
  'Barrier._block': 'Barrier.wait',
  'Condition.wait_for': 'Condition.wait',
  'Condition.wait': 'Condition.wait',
  '_AsCompletedIterator._wait_for_one': 'as_completed',
};

export function labelOfCaller(): string {
  const frame = machine.thread.top;
  if (!(frame instanceof Frame) || frame.code.isUser) return 'Future';
  const name = frame.globals.map.get('__name__');
  if (typeof name !== 'string' || !name.startsWith('asyncio.')) return 'Future';
  if (frame.code.qualname === 'sleep') return `sleep(${argument(frame, 'delay')})`;
  return outerLabel(frame) ?? LABELS[frame.code.qualname] ?? frame.code.qualname;
}

function outerLabel(inner: Frame): string | null {
  let found: string | null = null;
  for (let frame = inner.back; frame instanceof Frame && !frame.code.isUser; frame = frame.back)
    found = OUTER[frame.code.qualname] ?? found;
  return found;
}

function argument(frame: Frame, name: string): string {
  const value = frame.slots[frame.code.slotNames.indexOf(name)];
  return value === undefined ? '' : repr(value);
}
