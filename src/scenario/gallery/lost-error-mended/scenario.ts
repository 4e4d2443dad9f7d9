import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'tasks',
  place: 80,
  title: 'The same in a TaskGroup',
  text: 'The mended twin of "An error that nobody sees". A TaskGroup waits for its tasks. When one fails, it cancels what is left of its block and raises the error: main hears of it at 1 s, and can do something.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'it fails',
      anchor: 'Task-1#1:cancel',
      text: 'save has failed: the group asks main to cancel its sleep.',
      shows: { kind: 'task.cancelRequested', task: 'Task-1' },
    },
    {
      name: 'main hears of it',
      anchor: 'Task-1#2:exception+3',
      text: 'The error comes out of the group as part of an ExceptionGroup.',
      shows: { kind: 'output.written', text: 'not saved: the disk is full: letter\n' },
    },
  ],
  telling: 'main hears of it',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'it fails',
      kind: 'free',
      prompt: 'Why is main cancelled, and not only told?',
      because: 'It sleeps. Throwing CancelledError in is the only way to wake it early.',
    },
    {
      at: 'main hears of it',
      kind: 'free',
      prompt: 'At what time is this printed?',
      because: 'At 1 s, when save fails: main does not sleep to the end.',
    },
  ],
  changeOneThing: {
    text: 'Let save succeed: return in place of the raise.',
    find: "    raise OSError('the disk is full: ' + document)",
    replace: '    return document',
    stdout: 'never printed\n',
  },
  sources: ['Python documentation: Coroutines and Tasks, Task Groups'],
  check: { stdout: 'not saved: the disk is full: letter\n', ending: { kind: 'completed' }, stderr: [], facts: [] },
};
