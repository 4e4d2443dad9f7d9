import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'coroutines',
  place: 80,
  title: 'Values and exceptions travel up',
  text: 'await is a call that may take its time, and it ends like one: with a value, or with an exception. First 30 comes up through three awaits and each coroutine adds to it. Then a division by zero takes the same way: through inner, middle and outer, which do not catch it, into the except clause of main.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'parked three deep',
      anchor: 'Task-1#1:suspend',
      text: 'outer awaits middle, middle awaits inner, inner sleeps.',
      shows: { kind: 'task.suspended', task: 'Task-1' },
    },
    {
      name: 'a value',
      anchor: 'Task-1#2:resume',
      text: 'inner goes on: its 30 becomes 35 in middle and 350 in outer, all in this one step.',
      shows: { kind: 'task.resumed', task: 'Task-1', waited: 'sleep(1)' },
    },
    {
      name: 'an exception',
      anchor: 'Task-1#1:exception',
      text: 'inner fails, three awaits below main. Nobody in between catches it.',
      shows: { kind: 'exception.raised', code: 'inner' },
    },
    {
      name: 'at the top',
      anchor: 'Task-1#4:exception',
      text: 'The exception has come up through three awaits and is raised at the await in main, like one from an ordinary call.',
      shows: { kind: 'exception.raised', code: 'main' },
    },
  ],
  telling: 'an exception',
  claims: ['C7'],
  misconceptions: [],
  questions: [
    {
      at: 'parked three deep',
      kind: 'value',
      prompt: 'What will the first print show?',
      because: '60 // 2 is 30; middle adds 5; outer multiplies by 10: 350.',
    },
    {
      at: 'an exception',
      kind: 'free',
      prompt: 'Which line of the program runs next?',
      because:
        'Line 17, the except clause. outer and middle have no handler, so their frames are left without another line.',
    },
  ],
  changeOneThing: {
    text: 'Catch it half way: let outer be called with 60, which divides evenly. Change outer(0) to outer(60).',
    find: 'outer(0)',
    replace: 'outer(60)',
    stdout: 'value 350\nvalue 60\n',
  },
  sources: ['Python documentation: Coroutines and Tasks, Coroutines', 'PEP 492: Await Expression'],
  check: {
    stdout: 'value 350\nexception division by zero\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'chain', task: 'Task-1', functions: ['main', 'outer', 'middle', 'inner', 'sleep'], future: 'sleep(1)' },
      {
        kind: 'atOnce',
        events: [
          { kind: 'frame.left', code: 'inner' },
          { kind: 'frame.left', code: 'middle' },
          { kind: 'frame.left', code: 'outer' },
          { kind: 'output.written', text: 'value 350\n' },
        ],
      },
      {
        kind: 'atOnce',
        events: [
          { kind: 'exception.raised', code: 'inner', text: 'ZeroDivisionError: division by zero' },
          { kind: 'frame.left', code: 'inner' },
          { kind: 'frame.left', code: 'middle' },
          { kind: 'frame.left', code: 'outer' },
          { kind: 'exception.caught', code: 'main', text: 'ZeroDivisionError: division by zero' },
        ],
      },
      { kind: 'ends', task: 'Task-1', as: 'done', atMs: 2000 },
    ],
  },
};
