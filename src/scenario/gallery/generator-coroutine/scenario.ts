import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'coroutines',
  place: 60,
  title: 'Coroutines before await',
  text: 'A program as it was written from Python 3.4 to 3.6. A coroutine was a generator marked with @asyncio.coroutine, and yield from was its breakpoint. Python 3.11 removed the decorator and 3.14 the loop that get_event_loop made; this page still knows them, and the Hazards tab marks each use. The lanes are the same as in the native twin.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'a name that is gone',
      anchor: 'start+4',
      text: 'asyncio.coroutine was removed in Python 3.11: 3.14 would end here with an AttributeError.',
      shows: { kind: 'hazard.found', hazard: 'legacy', line: 3 },
    },
    {
      name: 'parked at yield from',
      anchor: 'Task-3#1:suspend',
      text: 'Both walkers are parked at a yield from, and drawn as at an await: it is the same mechanism.',
      shows: { kind: 'task.suspended', task: 'Task-3', future: 'sleep(2)' },
    },
    {
      name: 'Ann arrives',
      anchor: 'Task-2#1:finish',
      text: 'return in a generator ends it with a value; yield from hands that value on.',
      shows: { kind: 'task.finished', task: 'Task-2', outcome: 0 },
    },
  ],
  telling: 'parked at yield from',
  claims: ['C2'],
  misconceptions: [],
  questions: [
    {
      at: 'a name that is gone',
      kind: 'free',
      prompt: 'What would Python 3.14 say to line 3?',
      because:
        "AttributeError: module 'asyncio' has no attribute 'coroutine'. It was deprecated in 3.8 and removed in 3.11.",
    },
    {
      at: 'parked at yield from',
      kind: 'next',
      prompt: 'Which walker goes on first, and in which line?',
      because: 'Ann, at 1 s: her timer is due first. She goes on after the yield from of line 5.',
    },
  ],
  changeOneThing: {
    text: 'Give Ben the same route as Ann: change (2, 2) to (1, 2). Both are woken in the same iterations.',
    find: "'Ben', 2, 2",
    replace: "'Ben', 1, 2",
    stdout: 'Ann walked 3\nBen walked 3\n',
  },
  sources: [
    'Python 3.10 documentation: Coroutines and Tasks, Generator-based Coroutines',
    "Python documentation: What's New in Python 3.11, Removed",
    "Python documentation: What's New in Python 3.14, asyncio.get_event_loop",
  ],
  check: {
    stdout: 'Ann walked 3\nBen walked 4\n',
    ending: { kind: 'completed' },
    stderr: ['"@coroutine" decorator is deprecated since Python 3.8, use "async def" instead'],
    hazards: [
      { kind: 'legacy', line: 3 },
      { kind: 'legacy', line: 8 },
      { kind: 'legacy', line: 14 },
      { kind: 'legacy', line: 18 },
    ],
    facts: [
      { kind: 'count', event: { kind: 'coroutine.created', code: 'walk', flavour: 1 }, times: 2 },
      { kind: 'count', event: { kind: 'coroutine.created', code: 'step', flavour: 1 }, times: 4 },
      { kind: 'chain', task: 'Task-2', functions: ['walk', 'step', 'sleep'], future: 'sleep(1)' },
      {
        kind: 'parkedTogether',
        tasks: [
          { task: 'Task-2', line: 5 },
          { task: 'Task-3', line: 5 },
        ],
      },
      { kind: 'ends', task: 'Task-2', as: 'done', atMs: 3000 },
      { kind: 'ends', task: 'Task-3', as: 'done', atMs: 4000 },
      { kind: 'lanesLike', slug: 'native-coroutine' },
    ],
  },
};
