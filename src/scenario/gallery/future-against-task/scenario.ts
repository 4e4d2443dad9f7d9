import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'cancelling',
  place: 20,
  title: 'Cancelling a future, cancelling a task',
  text: 'Side by side at 2 s: future.cancel() is done when the call returns, because a future is only a place to store something. task.cancel() only leaves a request: the task must be woken, the CancelledError must go through its code, and the finally block takes its time. The task is cancelled one second later.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'the future is cancelled',
      anchor: 'Task-1#2:resume+2',
      text: 'cancel() of the future has not even returned yet, and the future is cancelled.',
      shows: { kind: 'future.resolved', future: 'Future', outcome: 2 },
    },
    {
      name: 'the task is asked',
      anchor: 'tidy#1:cancel',
      text: 'cancel() of the task leaves a request. The task is not cancelled: it is going to be told.',
      shows: { kind: 'task.cancelRequested', task: 'tidy' },
    },
    {
      name: 'tidying up',
      anchor: 'tidy#2:suspend',
      text: 'The CancelledError was thrown in at line 5. On its way out it waits for the finally block.',
      shows: { kind: 'task.suspended', task: 'tidy', future: 'sleep(1)' },
    },
    {
      name: 'the task is cancelled',
      anchor: 'tidy#1:finish',
      text: 'Only now, one second after the request, the task is cancelled.',
      shows: { kind: 'task.finished', task: 'tidy', outcome: 2 },
    },
  ],
  telling: 'the task is asked',
  claims: ['T1'],
  misconceptions: ['M7'],
  questions: [
    {
      at: 'the future is cancelled',
      kind: 'free',
      prompt: 'What do the two prints in lines 15 and 17 show: True and True, or True and False?',
      because:
        'True and False: no line of tidy can run between task.cancel() and the print, so the task cannot be cancelled yet.',
    },
    {
      at: 'the task is asked',
      kind: 'free',
      prompt: 'What must happen before task.cancelled() becomes True?',
      because:
        'The task is woken, CancelledError is thrown in at its await, the finally block ends, and the error leaves the coroutine.',
    },
  ],
  changeOneThing: {
    text: 'Take away the await in the finally block: change line 7 to "pass". The last print is now wrong: the task still needs its turn, but no time.',
    find: 'await asyncio.sleep(1)  # put everything back',
    replace: 'pass',
    stdout: 'future cancelled: True\ntask cancelled: False\ntask cancelled: True one second later\n',
  },
  sources: ['Python documentation: Future.cancel', 'Python documentation: Task.cancel'],
  check: {
    stdout: 'future cancelled: True\ntask cancelled: False\ntask cancelled: True one second later\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      {
        kind: 'atOnce',
        events: [
          { kind: 'line.reached', code: 'main', line: 14 },
          { kind: 'future.resolved', future: 'Future', outcome: 2, by: 'Task-1' },
          { kind: 'line.reached', code: 'main', line: 15 },
          { kind: 'output.written', text: 'future cancelled: True\n' },
          { kind: 'task.cancelRequested', task: 'tidy', by: 'Task-1' },
          { kind: 'output.written', text: 'task cancelled: False\n' },
        ],
      },
      {
        kind: 'inOrder',
        events: [
          { kind: 'task.cancelRequested', task: 'tidy' },
          { kind: 'loop.iterationBegan' },
          { kind: 'task.resumed', task: 'tidy', how: 2 },
          { kind: 'task.suspended', task: 'tidy', future: 'sleep(1)' },
          { kind: 'clock.advanced', time: 3_000_000, by: 0 },
          { kind: 'task.finished', task: 'tidy', outcome: 2 },
        ],
      },
      { kind: 'ends', task: 'tidy', as: 'cancelled', atMs: 3000 },
    ],
  },
};
