import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  title: 'The same with async and await',
  text: 'The twin of "Coroutines before await": async def in place of the decorator, await in place of yield from, and nothing else. Compare the lanes: they are identical, step by step. What async and await add is safety: a generator is no longer taken for a coroutine by mistake.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'parked at await',
      anchor: 'Ben#1:suspend',
      text: 'Both walkers are parked in line 4. In the old twin this is the line with yield from.',
      shows: { kind: 'task.suspended', task: 'Ben', future: 'sleep(2)' },
    },
    {
      name: 'Ann arrives',
      anchor: 'Ann#1:finish',
      text: 'Ann is there at 3 s, in the same step as in the old twin.',
      shows: { kind: 'task.finished', task: 'Ann', outcome: 0 },
    },
    {
      name: 'the group is complete',
      anchor: 'Task-1#1:finish',
      text: 'The TaskGroup in main waits until both have ended.',
      shows: { kind: 'task.finished', task: 'Task-1' },
    },
  ],
  telling: 'parked at await',
  claims: ['C3'],
  misconceptions: [],
  questions: [
    {
      at: 'parked at await',
      kind: 'value',
      prompt: 'How many frames are parked in each of the two lanes, and which is the innermost?',
      because: 'Four: stroll, walk, step, and the sleep of asyncio, which awaits a future.',
    },
    {
      at: 'Ann arrives',
      kind: 'next',
      prompt: 'Ann is done. Does main go on now?',
      because: 'No: async with waits at its end until every task of the group is done, and Ben walks until 4 s.',
    },
  ],
  changeOneThing: {
    text: 'Forget the await in line 8. "one" is then a coroutine object, and adding it to a number fails.',
    find: 'one = await step(first)',
    replace: 'one = step(first)',
    stdout: '',
    ending: { kind: 'raised', exception: 'ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)' },
  },
  sources: [
    'PEP 492: Coroutines with async and await syntax',
    'Python documentation: Coroutines and Tasks, Coroutines',
  ],
  check: {
    stdout: 'Ann walked 3\nBen walked 4\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'count', event: { kind: 'coroutine.created', code: 'walk', flavour: 0 }, times: 2 },
      { kind: 'chain', task: 'Ann', functions: ['stroll', 'walk', 'step', 'sleep'], future: 'sleep(1)' },
      {
        kind: 'parkedTogether',
        tasks: [
          { task: 'Ann', line: 4 },
          { task: 'Ben', line: 4 },
        ],
      },
      { kind: 'ends', task: 'Ann', as: 'done', atMs: 3000 },
      { kind: 'ends', task: 'Ben', as: 'done', atMs: 4000 },
      { kind: 'lanesLike', slug: 'generator-coroutine' },
    ],
  },
};
