import type { AuthoredExercise } from '../exercise.ts';
import main from './main.py?raw';
import printer from './printer.py?raw';

export const EXERCISE: AuthoredExercise = {
  place: 35,
  title: 'One document after the other',
  task: 'Two documents are printed at once, and their pages come out mixed. Let them take turns. Each must still be put by a task of its own, so that whoever comes later can wait in line.',
  hint: 'Who prints holds something that only one can hold.',
  shownBy: 'lock-of-asyncio',
  files: [
    { name: 'main.py', text: main },
    { name: 'printer.py', text: printer },
  ],
  given: ['printer.py'],
  checks: [
    { says: 'Never are two documents being printed.', kind: 'neverOverlap', functions: ['put', 'put'] },
    {
      says: 'The letter comes first, then the poem.',
      kind: 'output',
      text: 'letter 1\nletter 2\nletter 3\npoem 1\npoem 2\npoem 3\n',
    },
    {
      says: 'Somebody waits in line.',
      kind: 'atLeast',
      event: { kind: 'task.suspended', future: 'Lock.acquire' },
      times: 1,
    },
  ],
};
