import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sharing',
  place: 40,
  title: 'The same with a lock of asyncio',
  text: 'The mended twin of "A threading lock held across an await". asyncio.Lock is awaited: Ben is parked in its line, the loop stays free, wakes Ann, and Ann wakes Ben. Two tasks, one thread, and no deadlock.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'Ben waits in line',
      anchor: 'Task-3#1:suspend',
      text: 'Ben is parked at async with: he waits for the lock, the thread does not.',
      shows: { kind: 'task.suspended', task: 'Task-3', future: 'Lock.acquire' },
    },
    {
      name: 'Ann is done',
      anchor: 'Task-2#2:resume+2',
      text: 'The lock is released: Ben is woken.',
      shows: { kind: 'output.written', text: 'Ann ends\n' },
    },
  ],
  telling: 'Ben waits in line',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'Ben waits in line',
      kind: 'why',
      prompt: 'Who can wake Ben?',
      because: 'Ann, by releasing the lock. She sleeps until 1 s.',
    },
    {
      at: 'Ann is done',
      kind: 'value',
      prompt: 'When does Ben begin?',
      because: 'At 1 s, as soon as Ann has left her block.',
    },
  ],
  changeOneThing: {
    text: 'Take the lock away.',
    find: '    async with lock:\n',
    replace: '    if True:\n',
    stdout: 'Ann begins\nBen begins\nAnn ends\nBen ends\n',
  },
  sources: ['Python documentation: Synchronization Primitives, Lock'],
  check: {
    stdout: 'Ann begins\nAnn ends\nBen begins\nBen ends\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [],
  },
};
