import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'cancelling',
  place: 30,
  title: 'A task that cleans up for a while',
  text: 'writer is asked to stop at 1 s. It catches the CancelledError, closes its file, which takes 1.5 s, and raises the error again: this is how it should be done. main awaits the task after cancel(), and so it knows when the file is closed. Who cancels and does not wait goes on while the clean-up is still running.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'asked',
      anchor: 'writer#1:cancel',
      text: 'The request is made. main will now await the task that it has just cancelled.',
      shows: { kind: 'task.cancelRequested', task: 'writer' },
    },
    {
      name: 'closing the file',
      anchor: 'writer#2:suspend',
      text: 'Between the request and the end the task works: it is parked in its clean-up, line 8.',
      shows: { kind: 'task.suspended', task: 'writer', future: 'sleep(1.5)' },
    },
    {
      name: 'it ends as cancelled',
      anchor: 'writer#1:finish',
      text: 'raise sends the CancelledError on, so the task ends as cancelled: the request was granted.',
      shows: { kind: 'task.finished', task: 'writer', outcome: 2 },
    },
    {
      name: 'main knows',
      anchor: 'Task-1#1:exception',
      text: 'Awaiting a cancelled task raises CancelledError here too. main takes it as the answer.',
      shows: { kind: 'exception.raised', code: 'main', text: 'CancelledError' },
    },
  ],
  telling: 'closing the file',
  claims: ['T1'],
  misconceptions: ['M7'],
  questions: [
    {
      at: 'asked',
      kind: 'next',
      prompt: 'main has called cancel(). Which line runs next: one of main, or one of writer?',
      because: 'The next line of main: cancel() does not switch. writer has its turn when main is parked at the await.',
    },
    {
      at: 'closing the file',
      kind: 'free',
      prompt: 'What would happen if main called cancel() a second time now?',
      because: 'A second CancelledError would be thrown in at line 8, in the middle of the clean-up.',
    },
  ],
  changeOneThing: {
    text: 'Take away the raise in line 10: change it to "return". The task then ends as done, and main prints nothing.',
    find: '        raise\n',
    replace: '        return\n',
    stdout: 'writer: first I close the file\nwriter: closed\n',
  },
  sources: [
    'Python documentation: Coroutines and Tasks, Task Cancellation',
    'Python documentation: asyncio.CancelledError',
  ],
  check: {
    stdout: 'writer: first I close the file\nwriter: closed\nmain: that took 1.5 s\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      {
        kind: 'inOrder',
        events: [
          { kind: 'task.cancelRequested', task: 'writer', by: 'Task-1', count: 1 },
          { kind: 'task.suspended', task: 'Task-1', future: 'writer' },
          { kind: 'task.resumed', task: 'writer', how: 2 },
          { kind: 'task.suspended', task: 'writer', future: 'sleep(1.5)' },
          { kind: 'task.finished', task: 'writer', outcome: 2 },
          { kind: 'exception.caught', code: 'main', text: 'CancelledError' },
        ],
      },
      {
        kind: 'parkedTogether',
        tasks: [
          { task: 'writer', line: 8 },
          { task: 'Task-1', line: 19 },
        ],
      },
      { kind: 'count', event: { kind: 'task.cancelSwallowed' }, times: 0 },
      { kind: 'ends', task: 'writer', as: 'cancelled', atMs: 2500 },
    ],
  },
};
