import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'tasks',
  place: 50,
  title: 'The same at the same time',
  text: 'The mended twin of "Awaits that stand in a row". gather makes a task of each coroutine, and both wait at the same time: three seconds, as long as the slower of the two. The results come in the order of the arguments.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'two timers',
      anchor: 'Task-3#1:suspend',
      text: 'Both tasks are parked, and two timers run.',
      shows: { kind: 'task.suspended', task: 'Task-3', future: 'sleep(3)' },
    },
    {
      name: 'three seconds',
      anchor: 'Task-3#1:finish',
      text: 'The longer wait is over.',
      shows: { kind: 'task.finished', task: 'Task-3' },
    },
  ],
  telling: 'two timers',
  claims: [],
  misconceptions: ['M1'],
  questions: [
    {
      at: 'two timers',
      kind: 'free',
      prompt: 'How many timers does the loop hold now?',
      because: 'Two: one for each task.',
    },
    {
      at: 'three seconds',
      kind: 'free',
      prompt: 'How long did it take, and why?',
      because: '3 s: the longest of the waits, not their sum.',
    },
  ],
  changeOneThing: {
    text: 'Let the user take 3 s as well: it costs no time.',
    find: "fetch('user', 2)",
    replace: "fetch('user', 3)",
    stdout: 'user and news after 3.0 s\n',
  },
  sources: ['Python documentation: Coroutines and Tasks, Running Tasks Concurrently'],
  check: {
    stdout: 'user and news after 3.0 s\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      {
        kind: 'parkedTogether',
        tasks: [
          { task: 'Task-2', line: 4 },
          { task: 'Task-3', line: 4 },
        ],
      },
    ],
  },
};
