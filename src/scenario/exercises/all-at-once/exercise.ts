import type { AuthoredExercise } from '../exercise.ts';
import main from './main.py?raw';

export const EXERCISE: AuthoredExercise = {
  place: 10,
  title: 'Three pages in one second',
  task: 'Each page takes a second, and the three together take three. Fetch them at the same time, so that all are there after one second, and print them in order.',
  hint: 'await waits for one. Something else starts several and then waits for all of them.',
  shownBy: 'await-is-not-start',
  files: [{ name: 'main.py', text: main }],
  given: [],
  checks: [
    { says: 'It prints the three pages in order.', kind: 'output', text: 'page 1\npage 2\npage 3\n' },
    { says: 'All three are being fetched at the same time.', kind: 'together', function: 'fetch', count: 3 },
    { says: 'It takes at most one second.', kind: 'within', ms: 1000 },
  ],
};
