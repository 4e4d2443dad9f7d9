import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sharing',
  place: 20,
  title: 'Checked and paid under a lock',
  text: 'The mended twin of "Checked, paid, and sold twice". From the check until the act Ann holds a lock. Ben wants to check too, and is parked until she has paid: then he sees what is true, and goes home.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'Ben may not look yet',
      anchor: 'Task-3#1:suspend',
      text: 'Ben is parked before his check: Ann holds the lock.',
      shows: { kind: 'task.suspended', task: 'Task-3', future: 'Lock.acquire' },
    },
    {
      name: 'Ben goes home',
      anchor: 'Task-3#2:resume+4',
      text: 'He checks after the act, and sees that nothing is left.',
      shows: { kind: 'output.written', text: 'Ben goes home\n' },
    },
  ],
  telling: 'Ben may not look yet',
  claims: [],
  misconceptions: ['M8'],
  questions: [
    {
      at: 'Ben may not look yet',
      kind: 'why',
      prompt: 'Whom does Ben wait for, and until when?',
      because: 'For Ann, who holds the lock until she has paid, at 1 s.',
    },
    {
      at: 'Ben goes home',
      kind: 'free',
      prompt: 'What does the lock cost?',
      because: 'Time: customers pay one after the other. Taking the ticket before the await costs nothing.',
    },
  ],
  changeOneThing: {
    text: 'Use no lock: if True in place of async with.',
    find: '    async with counter:              # one customer at a time\n',
    replace: '    if True:\n',
    stdout: 'Ann has a ticket\nBen has a ticket\ntickets left: -1\n',
  },
  sources: ['Python documentation: Synchronization Primitives, Lock'],
  check: {
    stdout: 'Ann has a ticket\nBen goes home\ntickets left: 0\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [],
  },
};
