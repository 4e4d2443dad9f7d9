import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'cancelling',
  place: 70,
  title: 'A timeout is a cancellation in disguise',
  text: 'asyncio.timeout(1) sets a timer that cancels the task it stands in. The CancelledError goes through slow, which sees an ordinary cancellation. At the end of the async with block it is turned into a TimeoutError, and the request is taken back: afterwards cancelling() is 0 again.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'parked with a timer',
      anchor: 'Task-1#1:suspend',
      text: 'Two timers run: the sleep of 5 s, and the timeout at 1 s. The chain is parked inside of the block.',
      shows: { kind: 'task.suspended', task: 'Task-1', future: 'sleep(5)' },
    },
    {
      name: 'the time is up',
      anchor: 'Task-1#1:cancel',
      text: 'The timer of the timeout asks the task to cancel. No other task has a hand in it.',
      shows: { kind: 'task.cancelRequested', task: 'Task-1' },
    },
    {
      name: 'slow sees a cancellation',
      anchor: 'Task-1#1:throw',
      text: 'The CancelledError is thrown in at the await of slow. It may clean up, and must raise it again.',
      shows: { kind: 'task.resumed', task: 'Task-1', how: 2 },
    },
    {
      name: 'taken back',
      anchor: 'Task-1#2:exception+1',
      text: 'The end of the block takes the request back with uncancel() and raises TimeoutError instead.',
      shows: { kind: 'task.uncancelled', task: 'Task-1', count: 0 },
    },
  ],
  telling: 'taken back',
  claims: ['T1'],
  misconceptions: [],
  questions: [
    {
      at: 'parked with a timer',
      kind: 'free',
      prompt: 'Which of the two timers comes first, and what will it do?',
      because: 'The timeout, at 1 s: it calls cancel() on the task that entered the block.',
    },
    {
      at: 'slow sees a cancellation',
      kind: 'free',
      prompt: 'What would happen if slow did not raise the CancelledError again?',
      because:
        'The block would end without one, and the timeout could not tell: no TimeoutError, and slow would seem to be done.',
    },
  ],
  changeOneThing: {
    text: 'Give it enough time: change timeout(1) to timeout(6).',
    find: 'timeout(1)',
    replace: 'timeout(6)',
    stdout: 'main: requests left 0\n',
  },
  sources: ['Python documentation: asyncio.timeout', 'Python documentation: Task.uncancel'],
  check: {
    stdout: 'slow: I am cancelled\nmain: out of time\nmain: requests left 0\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'chain', task: 'Task-1', functions: ['main', 'slow', 'sleep'], future: 'sleep(5)' },
      {
        kind: 'inOrder',
        events: [
          { kind: 'clock.advanced', time: 1_000_000, by: 0 },
          { kind: 'task.cancelRequested', task: 'Task-1', by: 0, count: 1 },
          { kind: 'task.resumed', task: 'Task-1', how: 2 },
          { kind: 'exception.caught', code: 'slow', text: 'CancelledError' },
          { kind: 'task.uncancelled', task: 'Task-1', count: 0 },
          { kind: 'output.written', text: 'main: out of time\n' },
        ],
      },
      { kind: 'ends', task: 'Task-1', as: 'done', atMs: 1000 },
    ],
  },
};
