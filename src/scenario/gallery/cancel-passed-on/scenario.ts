import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'cancelling',
  place: 60,
  title: 'The same, raised again',
  text: 'The mended twin of "A timeout that is ignored". A coroutine may catch CancelledError to clean up, if it raises it again. Then the timeout gets its CancelledError back, takes back its request with uncancel() and raises TimeoutError instead. Cleaning up in finally does the same without an except.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'cleaned up',
      anchor: 'Task-1#1:exception+4',
      text: 'poll has cleaned up and raises the CancelledError again.',
      shows: { kind: 'output.written', text: 'clean up\n' },
    },
    {
      name: 'turned into a TimeoutError',
      anchor: 'Task-1#2:exception+1',
      text: 'The timeout takes back its request: it was its own.',
      shows: { kind: 'task.uncancelled', task: 'Task-1' },
    },
  ],
  telling: 'turned into a TimeoutError',
  claims: [],
  misconceptions: ['M7'],
  questions: [
    {
      at: 'cleaned up',
      kind: 'free',
      prompt: 'What comes out of asyncio.timeout?',
      because: 'TimeoutError: the CancelledError that arrives there is the one it asked for.',
    },
    {
      at: 'turned into a TimeoutError',
      kind: 'free',
      prompt: 'How does the timeout know that the CancelledError is its own?',
      because: 'It counts: after uncancel() no request is left that somebody else has made.',
    },
  ],
  changeOneThing: {
    text: 'Take the raise away.',
    find: '            raise\n',
    replace: '',
    stdout: 'poll 0\nclean up\npoll 1\npoll 2\npoll 3\nit took 3.5 s\n',
  },
  sources: ['Python documentation: Coroutines and Tasks, Task Cancellation'],
  check: {
    stdout: 'poll 0\nclean up\ntimed out\nit took 1.5 s\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [],
  },
};
