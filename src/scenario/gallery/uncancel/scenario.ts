import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'cancelling',
  place: 40,
  title: 'Taking a cancellation back',
  text: 'A task counts the requests to cancel it: cancelling() is 1 after cancel(). Who catches the CancelledError and means it should call uncancel(), which takes one request back. timeout() and TaskGroup do exactly that; from the count they know whether a CancelledError was their own or came from outside.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'one request',
      anchor: 'patient#1:cancel',
      text: 'main asks. The count of requests is 1 from now on.',
      shows: { kind: 'task.cancelRequested', task: 'patient', count: 1 },
    },
    {
      name: 'taken back',
      anchor: 'patient#1:exception+7',
      text: 'uncancel() takes the request back: the count is 0, as if nobody had asked.',
      shows: { kind: 'task.uncancelled', task: 'patient', count: 0 },
    },
    {
      name: 'finished after all',
      anchor: 'patient#1:finish',
      text: 'The task ends with its result, and no request is left over.',
      shows: { kind: 'task.finished', task: 'patient', outcome: 0 },
    },
  ],
  telling: 'taken back',
  claims: ['T1'],
  misconceptions: [],
  questions: [
    {
      at: 'one request',
      kind: 'free',
      prompt: 'The CancelledError will be caught. What does cancelling() say in the except clause: 0 or 1?',
      because: '1: the count is about requests, not about exceptions. Catching the exception does not change it.',
    },
    {
      at: 'taken back',
      kind: 'free',
      prompt: 'Will task.cancelled() be True at the end?',
      because: 'No. A task is cancelled only if a CancelledError leaves its coroutine. This one returns a value.',
    },
  ],
  changeOneThing: {
    text: 'Only look, and take nothing back: replace uncancel() by cancelling(). The task still ends with a result, but one request is left over for ever.',
    find: 'me.uncancel()',
    replace: 'me.cancelling()',
    stdout: 'requests: 1\nafter uncancel: 1\nfinished False 1\n',
  },
  sources: ['Python documentation: Task.uncancel', 'Python documentation: Task.cancelling'],
  check: {
    stdout: 'requests: 1\nafter uncancel: 0\nfinished False 0\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      {
        kind: 'inOrder',
        events: [
          { kind: 'task.cancelRequested', task: 'patient', count: 1 },
          { kind: 'task.resumed', task: 'patient', how: 2 },
          { kind: 'exception.caught', code: 'patient', text: 'CancelledError' },
          { kind: 'task.uncancelled', task: 'patient', count: 0 },
          { kind: 'task.suspended', task: 'patient', future: 'sleep(1)' },
          { kind: 'task.finished', task: 'patient', outcome: 0, text: "'finished'" },
        ],
      },
      { kind: 'ends', task: 'Task-1', as: 'done', atMs: 2000 },
    ],
  },
};
