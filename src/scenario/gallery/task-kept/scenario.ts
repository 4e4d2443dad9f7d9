import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'tasks',
  place: 100,
  title: 'The same, kept in a set',
  text: 'The mended twin of "A task that nobody keeps", as the documentation of Python recommends it: the task goes into a set, and a done-callback takes it out again when it has finished, so that the set does not grow for ever.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'in the set',
      anchor: 'Task-2#1:suspend',
      text: 'main lets go of its variable; the set still holds the task.',
      shows: { kind: 'task.suspended', task: 'Task-2' },
    },
    {
      name: 'taken out',
      anchor: 'loop#5:iteration+4',
      text: 'The task is done: its callback discards it from the set.',
      shows: { kind: 'handle.started', handle: 'discard(<Task>)' },
    },
  ],
  telling: 'in the set',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'in the set',
      kind: 'free',
      prompt: 'How many tasks are in background now?',
      because: 'One: this one. It is taken out when it is done.',
    },
    {
      at: 'taken out',
      kind: 'free',
      prompt: 'Why is a callback needed?',
      because: 'Without it the set would hold every task that ever ran, finished or not.',
    },
  ],
  changeOneThing: {
    text: 'Leave the callback away. The finished task stays in the set.',
    find: '    task.add_done_callback(background.discard)\n',
    replace: '',
    stdout: 'logged started\nkept now: 1\n',
  },
  sources: ['Python documentation: Coroutines and Tasks, Creating Tasks'],
  check: { stdout: 'logged started\nkept now: 0\n', ending: { kind: 'completed' }, stderr: [], facts: [] },
};
