import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'coroutines',
  place: 30,
  title: 'Every await is a breakpoint',
  text: 'Two tasks run the same function. Between 1 s and 3 s the pie is parked at line 7 while the tart is still parked at line 5: each instance has its own place and its own variables, and only an await can be such a place. Everything between two awaits runs without a break.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'both at the first',
      anchor: 'tart#1:suspend',
      text: 'Both instances are parked at the first await, line 5.',
      shows: { kind: 'task.suspended', task: 'tart', future: 'sleep(3)' },
    },
    {
      name: 'at different breakpoints',
      anchor: 'pie#2:suspend',
      text: 'One function, two instances, two places: the pie at line 7, the tart at line 5.',
      shows: { kind: 'task.suspended', task: 'pie', future: 'sleep(4)' },
    },
    {
      name: 'the tart overtakes',
      anchor: 'tart#1:finish',
      text: 'The tart, which came later, is done first.',
      shows: { kind: 'task.finished', task: 'tart' },
    },
  ],
  telling: 'at different breakpoints',
  claims: ['C1'],
  misconceptions: [],
  questions: [
    {
      at: 'both at the first',
      kind: 'next',
      prompt: 'Which of the two leaves line 5 first, and when?',
      because: 'The pie: its timer is due at 1 s, the one of the tart at 3 s.',
    },
    {
      at: 'at different breakpoints',
      kind: 'order',
      prompt: 'In which order will "bake tart", "serve tart" and "serve pie" be printed, and at what times?',
      because: 'bake tart at 3 s, serve tart at 4 s, serve pie at 5 s: each instance counts from its own last await.',
    },
  ],
  changeOneThing: {
    text: 'Take away the first await: change line 5 to "pass". Now prepare and bake of one dish always come together.',
    find: 'await asyncio.sleep(prepare)  # the first breakpoint',
    replace: 'pass',
    stdout: 'prepare pie\nbake pie\nprepare tart\nbake tart\nserve tart\nserve pie\n',
  },
  sources: ['Python documentation: Coroutines and Tasks, Awaitables', 'PEP 492: Await Expression'],
  check: {
    stdout: 'prepare pie\nprepare tart\nbake pie\nbake tart\nserve tart\nserve pie\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      {
        kind: 'parkedTogether',
        tasks: [
          { task: 'pie', line: 5 },
          { task: 'tart', line: 5 },
        ],
      },
      {
        kind: 'parkedTogether',
        tasks: [
          { task: 'pie', line: 7 },
          { task: 'tart', line: 5 },
        ],
      },
      {
        kind: 'parkedTogether',
        tasks: [
          { task: 'pie', line: 7 },
          { task: 'tart', line: 7 },
        ],
      },
      { kind: 'count', event: { kind: 'task.suspended', task: 'pie' }, times: 2 },
      { kind: 'ends', task: 'tart', as: 'done', atMs: 4000 },
      { kind: 'ends', task: 'pie', as: 'done', atMs: 5000 },
    ],
  },
};
