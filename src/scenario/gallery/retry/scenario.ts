import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'network',
  place: 30,
  title: 'A timeout, and another try',
  text: 'The host needs two seconds for its answer. Two attempts give up before it comes: their task is cancelled at the await, the connection is closed, and the answer finds nobody. The third waits long enough.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'the first attempt gives up',
      anchor: 'Task-1#1:cancel',
      text: 'The timer of the timeout asks the task to cancel; the timeout turns the CancelledError into a TimeoutError.',
      shows: { kind: 'task.cancelRequested', task: 'Task-1' },
    },
  ],
  telling: 'the first attempt gives up',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'the first attempt gives up',
      kind: 'free',
      prompt: 'The task is asked to cancel, and yet the program goes on. Why?',
      because:
        'The timeout catches its own CancelledError and raises TimeoutError, which the loop over the attempts handles.',
    },
    {
      at: 'the first attempt gives up',
      kind: 'free',
      prompt: 'The host knows nothing of the timeout. What becomes of its answer?',
      because:
        'The connection is closed: what still arrives on it is thrown away, and the next attempt opens a new one.',
    },
  ],
  changeOneThing: {
    text: 'Be patient from the beginning: 4 s for the first attempt.',
    find: '(1, 2, 4)',
    replace: '(4,)',
    stdout: 'answer: 200\n',
  },
  sources: ['aiohttp documentation: Client Quickstart, Timeouts'],
  check: {
    stdout: 'nothing within 1 s\nnothing within 2 s\nanswer: 200\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [],
  },
};
