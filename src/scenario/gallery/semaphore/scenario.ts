import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sharing',
  place: 60,
  title: 'A semaphore lets two in',
  text: 'Five pages shall be fetched, but only two at a time. All five tasks are there from the beginning; the semaphore parks three of them in a line and lets the next one in whenever a permit is given back. Five pages of a second each are done after 3 s: neither 1 s nor 5 s.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'two are in',
      anchor: 'page 3#1:suspend',
      text: 'The first two have the permits. The third finds none and is parked.',
      shows: { kind: 'task.suspended', task: 'page 3', future: 'Semaphore.acquire' },
    },
    {
      name: 'all five are there',
      anchor: 'page 5#1:suspend',
      text: 'Three tasks stand in line at the semaphore, first come, first served.',
      shows: { kind: 'task.suspended', task: 'page 5', future: 'Semaphore.acquire' },
    },
    {
      name: 'the next one',
      anchor: 'page 1#1:finish',
      text: 'Page 1 gives its permit back, which wakes page 3.',
      shows: { kind: 'task.finished', task: 'page 1' },
    },
  ],
  telling: 'all five are there',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'two are in',
      kind: 'free',
      prompt: 'In which order will pages 3, 4 and 5 be fetched, and at what times?',
      because: 'In the order in which they came: 3 and 4 at 1 s, when two permits are given back, and 5 at 2 s.',
    },
    {
      at: 'all five are there',
      kind: 'free',
      prompt: 'No code of page 3 has run into a sleep. Why is it parked?',
      because:
        'async with slots awaits a permit, and both are taken. The semaphore gives it a future of its own to wait on.',
    },
  ],
  changeOneThing: {
    text: 'Change Semaphore(2) to Semaphore(1): one after the other, like a lock.',
    find: 'Semaphore(2)',
    replace: 'Semaphore(1)',
    stdout: 'fetch 1 at 0.0\nfetch 2 at 1.0\nfetch 3 at 2.0\nfetch 4 at 3.0\nfetch 5 at 4.0\n',
  },
  sources: ['Python documentation: Synchronization Primitives, Semaphore'],
  check: {
    stdout: 'fetch 1 at 0.0\nfetch 2 at 0.0\nfetch 3 at 1.0\nfetch 4 at 1.0\nfetch 5 at 2.0\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      {
        kind: 'parkedTogether',
        tasks: [
          { task: 'page 1', line: 8 },
          { task: 'page 2', line: 8 },
          { task: 'page 3', line: 6 },
          { task: 'page 4', line: 6 },
          { task: 'page 5', line: 6 },
        ],
      },
      { kind: 'count', event: { kind: 'task.suspended', future: 'Semaphore.acquire' }, times: 3 },
      { kind: 'ends', task: 'page 2', as: 'done', atMs: 1000 },
      { kind: 'ends', task: 'page 4', as: 'done', atMs: 2000 },
      { kind: 'ends', task: 'page 5', as: 'done', atMs: 3000 },
    ],
  },
};
