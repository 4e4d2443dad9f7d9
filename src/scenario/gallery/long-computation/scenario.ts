import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'blocking',
  place: 30,
  title: 'A long computation stops everything',
  text: 'clock wants a turn again and again, with sleep(0). count adds sixty thousand numbers and awaits nothing in between, so nobody else gets a turn until it is done, and two of three ticks come after the total. No function that blocks is called: computing is enough.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'too long',
      anchor: 'Task-3#1:finish+1',
      text: 'In this turn more than 100,000 statements have run. clock has been ready all the time.',
      shows: { kind: 'hazard.found', hazard: 'loopBlocked' },
    },
    {
      name: 'the second tick',
      anchor: 'Task-2#2:resume+3',
      text: 'The clock goes on when count has ended.',
      shows: { kind: 'output.written', text: 'tick 1\n' },
    },
  ],
  telling: 'too long',
  claims: [],
  misconceptions: ['M4', 'M5'],
  questions: [
    {
      at: 'too long',
      kind: 'free',
      prompt: 'Why did clock not get a turn in between?',
      because: 'A task is only interrupted where it awaits, and count does not await anything.',
    },
    {
      at: 'the second tick',
      kind: 'free',
      prompt: 'Which comes first, the total or the second tick?',
      because: 'The total: count runs to its end within one turn.',
    },
  ],
  changeOneThing: {
    text: 'Let count stop every 10,000 numbers: put await asyncio.sleep(0) there.',
    find: '        total += number\n',
    replace: '        total += number\n        if number % 10_000 == 9_999:\n            await asyncio.sleep(0)\n',
    stdout: 'tick 0\ntick 1\ntick 2\ntotal 1799970000\n',
  },
  sources: ['Python documentation: Developing with asyncio, Running Blocking Code'],
  check: {
    stdout: 'tick 0\ntotal 1799970000\ntick 1\ntick 2\n',
    ending: { kind: 'completed' },
    stderr: [],
    hazards: [{ kind: 'loopBlocked', line: 10 }],
    facts: [],
  },
};
