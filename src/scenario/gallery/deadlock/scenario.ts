import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sharing',
  place: 50,
  title: 'A deadlock of two locks',
  text: 'Ann holds the fork and waits for the knife; Ben holds the knife and waits for the fork. Neither will ever let go, so nothing can ever happen again. CPython would hang here without a word; this run ends and names the circle. The usual cure: everybody takes the locks in the same order.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'one lock each',
      anchor: 'ben#1:suspend',
      text: 'Ann has the fork, Ben has the knife. Both sleep for a second, and all is well.',
      shows: { kind: 'task.suspended', task: 'ben', future: 'sleep(1)' },
    },
    {
      name: 'half of the circle',
      anchor: 'ann#2:suspend',
      text: 'Ann waits for the knife, which Ben holds. That alone is harmless: Ben could still give it back.',
      shows: { kind: 'task.suspended', task: 'ann', future: 'Lock.acquire' },
    },
    {
      name: 'the circle is closed',
      anchor: 'ben#2:suspend',
      text: 'Ben waits for the fork, which Ann holds, who waits for Ben. Nobody is left who could wake anybody.',
      shows: { kind: 'task.suspended', task: 'ben', future: 'Lock.acquire' },
    },
  ],
  telling: 'the circle is closed',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'half of the circle',
      kind: 'free',
      prompt: 'Ben is woken next and wants the fork. What will happen?',
      because: 'The fork is locked by Ann, so Ben is parked. Ann waits for Ben: the circle is closed.',
    },
    {
      at: 'the circle is closed',
      kind: 'free',
      prompt: 'There is no timer and no ready task. Could anything outside of the program still help?',
      because: 'Only a cancellation. A lock is released by its holder, and both holders are parked for ever.',
    },
  ],
  changeOneThing: {
    text: 'Let Ben take the fork first and the knife second, as Ann does. He has to wait for her, and then he eats too.',
    find: "knife:\n        print('Ben has the knife')\n        await asyncio.sleep(1)\n        async with fork:",
    replace: "fork:\n        print('Ben has the fork')\n        await asyncio.sleep(1)\n        async with knife:",
    stdout: 'Ann has the fork\nAnn eats\nBen has the fork\nBen eats\n',
  },
  sources: [
    'Python documentation: Synchronization Primitives, Lock',
    'Coffman, Elphick, Shoshani: System Deadlocks (1971)',
  ],
  check: {
    stdout: 'Ann has the fork\nBen has the knife\n',
    ending: { kind: 'deadlock', names: ['ann', 'knife', 'ben', 'fork'] },
    stderr: ['deadlock'],
    facts: [
      {
        kind: 'parkedTogether',
        tasks: [
          { task: 'ann', line: 10 },
          { task: 'ben', line: 17 },
        ],
      },
      {
        kind: 'inOrder',
        events: [
          { kind: 'sync.changed', state: 'locked', owner: 'ann' },
          { kind: 'sync.changed', state: 'locked', owner: 'ben' },
          { kind: 'task.suspended', task: 'ann', future: 'Lock.acquire' },
          { kind: 'task.suspended', task: 'ben', future: 'Lock.acquire' },
        ],
      },
      { kind: 'ends', task: 'ann', as: 'never', atMs: 1000 },
      { kind: 'ends', task: 'ben', as: 'never', atMs: 1000 },
      { kind: 'ends', task: 'Task-1', as: 'never', atMs: 1000 },
    ],
  },
};
