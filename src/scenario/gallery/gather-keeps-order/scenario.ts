import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'tasks',
  place: 30,
  title: 'gather keeps the order of its arguments',
  text: 'Three tasks run at the same time and finish in their own order: hare, dog, tortoise. The list that gather gives back has the order of its arguments all the same. gather is a future that counts: it is done when the last of them is done, at 3 s, and not at the sum of 6 s.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'all are off',
      anchor: 'Task-1#1:suspend',
      text: 'main is parked on the future of gather. Three tasks are in the ready queue.',
      shows: { kind: 'task.suspended', task: 'Task-1', future: 'gather' },
    },
    {
      name: 'the hare is first',
      anchor: 'Task-3#1:finish',
      text: 'The hare is done at 1 s. Its result is kept; gather waits for the others.',
      shows: { kind: 'task.finished', task: 'Task-3' },
    },
    {
      name: 'the last one counts',
      anchor: 'Task-1#2:resume',
      text: 'The tortoise was the last, so gather is done: main goes on with the results, in the order of the arguments.',
      shows: { kind: 'task.resumed', task: 'Task-1', waited: 'gather' },
    },
  ],
  telling: 'the last one counts',
  claims: [],
  misconceptions: ['M6'],
  questions: [
    {
      at: 'all are off',
      kind: 'value',
      prompt: 'At what time does main go on?',
      because: 'At 3 s: the three sleep at the same time, and gather is done with the slowest.',
    },
    {
      at: 'the hare is first',
      kind: 'free',
      prompt: 'The hare is first. In which order will the list be?',
      because: 'tortoise, hare, dog: the order of the arguments, whatever the order of arrival.',
    },
  ],
  changeOneThing: {
    text: 'Make the tortoise fast: change its 3 to 0.5. The arrivals change, the list does not.',
    find: "'tortoise', 3",
    replace: "'tortoise', 0.5",
    stdout: "tortoise arrives\nhare arrives\ndog arrives\n['tortoise', 'hare', 'dog']\n",
  },
  sources: ['Python documentation: asyncio.gather'],
  check: {
    stdout: "hare arrives\ndog arrives\ntortoise arrives\n['tortoise', 'hare', 'dog']\n",
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'ready', after: { kind: 'task.suspended', task: 'Task-1' }, tasks: ['Task-2', 'Task-3', 'Task-4'] },
      {
        kind: 'inOrder',
        events: [
          { kind: 'task.finished', task: 'Task-3', text: "'hare'" },
          { kind: 'task.finished', task: 'Task-4', text: "'dog'" },
          { kind: 'task.finished', task: 'Task-2', text: "'tortoise'" },
          { kind: 'future.resolved', future: 'gather' },
        ],
      },
      { kind: 'ends', task: 'Task-1', as: 'done', atMs: 3000 },
    ],
  },
};
