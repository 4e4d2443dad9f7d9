import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sharing',
  place: 10,
  title: 'Checked, paid, and sold twice',
  text: 'One thread, and still a race. Ann checks that there is a ticket and then awaits her payment. In that gap Ben checks too, and sees the same ticket. Both act on what they saw: -1 tickets are left. Between two awaits nobody can come in between; across an await anybody can.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'Ann has checked',
      anchor: 'Task-2#1:suspend',
      text: 'Ann has seen one ticket and is paying. Her check is already a thing of the past.',
      shows: { kind: 'task.suspended', task: 'Task-2' },
    },
    {
      name: 'Ben has checked too',
      anchor: 'Task-3#1:suspend',
      text: 'Ben has seen the same ticket. Both are parked between check and act.',
      shows: { kind: 'task.suspended', task: 'Task-3' },
    },
    {
      name: 'sold twice',
      anchor: 'Task-3#1:finish',
      text: 'The second ticket that never was.',
      shows: { kind: 'task.finished', task: 'Task-3' },
    },
  ],
  telling: 'Ben has checked too',
  claims: [],
  misconceptions: ['M8'],
  questions: [
    {
      at: 'Ann has checked',
      kind: 'free',
      prompt: 'Ann is paying. What will Ben see in line 7?',
      because: 'tickets is still 1: Ann takes hers only after the await.',
    },
    {
      at: 'Ben has checked too',
      kind: 'free',
      prompt: 'Which two ways are there to mend this program?',
      because: 'Take the ticket before the await, or hold an asyncio.Lock from the check until the act.',
    },
  ],
  changeOneThing: {
    text: 'Pay first and check afterwards: move the await above the if. Now nothing can come between check and act.',
    find: '    if tickets > 0:              # check\n        await asyncio.sleep(1)   # pay: everybody else may run now\n',
    replace: '    await asyncio.sleep(1)\n    if tickets > 0:\n',
    stdout: 'Ann has a ticket\nBen goes home\ntickets left: 0\n',
  },
  sources: ['Python documentation: Synchronization Primitives, Lock'],
  check: {
    stdout: 'Ann has a ticket\nBen has a ticket\ntickets left: -1\n',
    ending: { kind: 'completed' },
    stderr: [],
    hazards: [{ kind: 'checkThenAct', line: 9 }],
    facts: [
      {
        kind: 'parkedTogether',
        tasks: [
          { task: 'Task-2', line: 8 },
          { task: 'Task-3', line: 8 },
        ],
      },
      {
        kind: 'inOrder',
        events: [
          { kind: 'task.resumed', task: 'Task-2' },
          { kind: 'line.reached', code: 'buy', line: 7 },
          { kind: 'task.suspended', task: 'Task-2' },
          { kind: 'task.resumed', task: 'Task-3' },
          { kind: 'line.reached', code: 'buy', line: 7 },
          { kind: 'task.suspended', task: 'Task-3' },
          { kind: 'line.reached', code: 'buy', line: 9 },
          { kind: 'line.reached', code: 'buy', line: 9 },
        ],
      },
      { kind: 'count', event: { kind: 'line.reached', code: 'buy', line: 12 }, times: 0 },
    ],
  },
};
