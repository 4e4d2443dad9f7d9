import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'coroutines',
  place: 50,
  title: 'The same with async and await',
  text: 'The twin of "Coroutines before await": async def in place of the decorator, await in place of yield from, and nothing else. Compare the lanes: they are identical, step by step. What async and await add is safety: a generator is no longer taken for a coroutine by mistake.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'parked at await',
      anchor: 'Task-3#1:suspend',
      text: 'Both walkers are parked in line 4. In the old twin it is line 5, with yield from.',
      shows: { kind: 'task.suspended', task: 'Task-3', future: 'sleep(2)' },
    },
    {
      name: 'Ann arrives',
      anchor: 'Task-2#1:finish',
      text: 'Ann is there at 3 s, in the same step as in the old twin.',
      shows: { kind: 'task.finished', task: 'Task-2', outcome: 0 },
    },
    {
      name: 'both have arrived',
      anchor: 'Task-1#1:finish',
      text: 'The gather in main waits until both have ended.',
      shows: { kind: 'task.finished', task: 'Task-1' },
    },
  ],
  telling: 'parked at await',
  claims: ['C3'],
  misconceptions: [],
  questions: [
    {
      at: 'parked at await',
      kind: 'free',
      prompt: 'How many frames are parked in each of the two lanes, and which is the innermost?',
      because: 'Three: walk, step, and the sleep of asyncio, which awaits a future.',
    },
    {
      at: 'Ann arrives',
      kind: 'next',
      prompt: 'Ann is done. Does main go on now?',
      because: 'No: gather waits until every walker is done, and Ben walks until 4 s.',
    },
  ],
  changeOneThing: {
    text: 'Forget the await in line 8. "one" is then a coroutine object, and adding it to a number fails.',
    find: 'one = await step(first)',
    replace: 'one = step(first)',
    stdout: '',
    ending: { kind: 'raised', exception: "TypeError: unsupported operand type(s) for +: 'coroutine' and 'int'" },
  },
  sources: [
    'PEP 492: Coroutines with async and await syntax',
    'Python documentation: Coroutines and Tasks, Coroutines',
  ],
  check: {
    stdout: 'Ann walked 3\nBen walked 4\n',
    ending: { kind: 'completed' },
    stderr: [],
    hazards: [{ kind: 'sequentialAwaits', line: 9 }],
    facts: [
      { kind: 'count', event: { kind: 'coroutine.created', code: 'walk', flavour: 0 }, times: 2 },
      { kind: 'chain', task: 'Task-2', functions: ['walk', 'step', 'sleep'], future: 'sleep(1)' },
      {
        kind: 'parkedTogether',
        tasks: [
          { task: 'Task-2', line: 4 },
          { task: 'Task-3', line: 4 },
        ],
      },
      { kind: 'ends', task: 'Task-2', as: 'done', atMs: 3000 },
      { kind: 'ends', task: 'Task-3', as: 'done', atMs: 4000 },
      { kind: 'lanesLike', slug: 'generator-coroutine' },
    ],
  },
};
