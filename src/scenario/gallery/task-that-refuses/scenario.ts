import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'cancelling',
  place: 10,
  title: 'A task that refuses to die',
  text: 'main cancels two tasks at 0.5 s. The first, polite, cleans up for 0.3 s and then ends as cancelled. The second, stubborn, catches the CancelledError, prints "not today" and goes back to sleep: it ends at 1.5 s as if nobody had asked. cancel() is a request that arrives as an exception at an await, and an exception can be caught.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'both asked',
      anchor: 'Task-3#1:cancel',
      text: 'main has asked both. Neither has noticed yet: they are only ready to run.',
      shows: { kind: 'task.cancelRequested', task: 'Task-3' },
    },
    {
      name: 'the clean-up waits',
      anchor: 'Task-2#2:suspend',
      text: 'polite is in its finally block, and awaits there: it is being cancelled, and not yet cancelled.',
      shows: { kind: 'task.suspended', task: 'Task-2', future: 'sleep(0.3)' },
    },
    {
      name: 'refused',
      anchor: 'Task-3#1:refuse',
      text: 'stubborn swallows the CancelledError: cancelling a task is a request, not an order.',
      shows: { kind: 'task.cancelSwallowed', task: 'Task-3' },
    },
    {
      name: 'polite is gone',
      anchor: 'Task-2#1:finish',
      text: 'The clean-up is over and the CancelledError goes on: polite ends as cancelled, 0.3 s after it was asked.',
      shows: { kind: 'task.finished', task: 'Task-2', outcome: 2 },
    },
    {
      name: 'stubborn is done',
      anchor: 'Task-3#1:finish',
      text: 'stubborn ends with a result. From outside, only its cancelling() still tells that it was asked.',
      shows: { kind: 'task.finished', task: 'Task-3', outcome: 0 },
    },
  ],
  telling: 'refused',
  claims: ['T1'],
  misconceptions: ['M7'],
  questions: [
    {
      at: 'both asked',
      kind: 'free',
      prompt: 'Both tasks have been asked to cancel. Which line does stubborn run next?',
      because: 'The CancelledError is thrown in at the await of line 12, so the except clause in line 13 takes it.',
    },
    {
      at: 'refused',
      kind: 'value',
      prompt: 'When will main go on: at 0.5 s, at 0.8 s, or at 1.5 s?',
      because:
        'asyncio.wait waits for both. stubborn began a new sleep of one second at 0.5 s, so it is done at 1.5 s.',
    },
  ],
  changeOneThing: {
    text: 'Let stubborn pass the request on: add a raise after the print. Now it ends as cancelled at once.',
    find: "print('not today')",
    replace: "print('not today')\n            raise",
    stdout: 'not today\n',
  },
  sources: ['Python documentation: Coroutines and Tasks, Task Cancellation', 'Python documentation: Task.cancel'],
  check: {
    stdout: 'not today\n',
    ending: { kind: 'completed' },
    stderr: [],
    hazards: [{ kind: 'cancelSwallowed', line: 13 }],
    facts: [
      {
        kind: 'inOrder',
        events: [
          { kind: 'task.cancelRequested', task: 'Task-2', by: 'Task-1' },
          { kind: 'task.cancelRequested', task: 'Task-3', by: 'Task-1' },
          { kind: 'task.resumed', task: 'Task-2', how: 2 },
          { kind: 'task.suspended', task: 'Task-2', future: 'sleep(0.3)' },
          { kind: 'task.resumed', task: 'Task-3', how: 2 },
          { kind: 'task.cancelSwallowed', task: 'Task-3', line: 13 },
          { kind: 'task.suspended', task: 'Task-3', future: 'sleep(1)' },
        ],
      },
      {
        kind: 'parkedTogether',
        tasks: [
          { task: 'Task-1', line: 21 },
          { task: 'Task-2', line: 7 },
          { task: 'Task-3', line: 12 },
        ],
      },
      { kind: 'ends', task: 'Task-2', as: 'cancelled', atMs: 800 },
      { kind: 'ends', task: 'Task-3', as: 'refused', atMs: 1500 },
      { kind: 'ends', task: 'Task-1', as: 'done', atMs: 1500 },
    ],
  },
};
