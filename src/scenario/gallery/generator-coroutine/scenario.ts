import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  title: 'Coroutines before await',
  text: 'Before Python 3.5 a coroutine was a generator: it was marked with @asyncio.coroutine, and yield from was its breakpoint. The decorator was removed in 3.11, so line 5 puts it back; types.coroutine is what was left of it and still works. The lanes are the same as in the native twin. Only a task no longer takes such a coroutine, since 3.12: stroll wraps it.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'it is gone',
      anchor: 'start+5',
      text: 'asyncio.coroutine was removed in 3.11. Everything below runs with types.coroutine under the old name.',
      shows: { kind: 'output.written', text: 'asyncio.coroutine is here: False\n' },
    },
    {
      name: 'parked at yield from',
      anchor: 'Ben#1:suspend',
      text: 'Both walkers are parked at a yield from, and drawn as at an await: it is the same mechanism.',
      shows: { kind: 'task.suspended', task: 'Ben', future: 'sleep(2)' },
    },
    {
      name: 'Ann arrives',
      anchor: 'Ann#1:finish',
      text: 'return in a generator ends it with a value; yield from hands that value on.',
      shows: { kind: 'task.finished', task: 'Ann', outcome: 0 },
    },
  ],
  telling: 'parked at yield from',
  claims: ['C2'],
  misconceptions: [],
  questions: [
    {
      at: 'it is gone',
      kind: 'free',
      prompt: 'What would happen in line 7 without line 5?',
      because: 'An AttributeError: Python 3.14 has no asyncio.coroutine. It was deprecated in 3.8 and removed in 3.11.',
    },
    {
      at: 'parked at yield from',
      kind: 'next',
      prompt: 'Which walker goes on first, and in which line?',
      because: 'Ann, at 1 s: her timer is due first. She goes on after the yield from of line 9.',
    },
  ],
  changeOneThing: {
    text: 'Give Ben the same route as Ann: change (2, 2) to (1, 2). Both are woken in the same iterations.',
    find: "'Ben', 2, 2",
    replace: "'Ben', 1, 2",
    stdout: 'asyncio.coroutine is here: False\nAnn walked 3\nBen walked 3\n',
  },
  sources: [
    'Python 3.10 documentation: Coroutines and Tasks, Generator-based Coroutines',
    "Python documentation: What's New in Python 3.11, Removed",
    'Python documentation: types.coroutine',
  ],
  check: {
    stdout: 'asyncio.coroutine is here: False\nAnn walked 3\nBen walked 4\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'count', event: { kind: 'coroutine.created', code: 'walk', flavour: 1 }, times: 2 },
      { kind: 'count', event: { kind: 'coroutine.created', code: 'step', flavour: 1 }, times: 4 },
      { kind: 'chain', task: 'Ann', functions: ['stroll', 'walk', 'step', 'sleep'], future: 'sleep(1)' },
      {
        kind: 'parkedTogether',
        tasks: [
          { task: 'Ann', line: 9 },
          { task: 'Ben', line: 9 },
        ],
      },
      { kind: 'ends', task: 'Ann', as: 'done', atMs: 3000 },
      { kind: 'ends', task: 'Ben', as: 'done', atMs: 4000 },
      { kind: 'lanesLike', slug: 'native-coroutine' },
    ],
  },
};
