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

export function labelOfCaller(): string {
  const frame = machine.thread.top;
  if (!(frame instanceof Frame) || frame.code.isUser) return 'Future';
  const name = frame.globals.map.get('__name__');
  if (typeof name !== 'string' || !name.startsWith('asyncio.')) return 'Future';
  if (frame.code.qualname === 'sleep') return `sleep(${argument(frame, 'delay')})`;
  return LABELS[frame.code.qualname] ?? frame.code.qualname;
}

function argument(frame: Frame, name: string): string {
  const value = frame.slots[frame.code.slotNames.indexOf(name)];
  return value === undefined ? '' : repr(value);
}
