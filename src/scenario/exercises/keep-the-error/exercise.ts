import type { AuthoredExercise } from '../exercise.ts';
import main from './main.py?raw';

export const EXERCISE: AuthoredExercise = {
  place: 80,
  title: 'Hear of the error',
  task: 'One of two files cannot be saved, and the program says that all is. Let both be saved at the same time, and say "not all is saved" when one of them was not. Do not wait longer than they need.',
  hint: 'Keep the tasks and await them, or let a TaskGroup do so.',
  shownBy: 'lost-error',
  files: [{ name: 'main.py', text: main }],
  given: [],
  checks: [
    { says: 'It says what was saved, and that not all is.', kind: 'output', text: 'saved a.txt\nnot all is saved\n' },
    { says: 'Both are being saved at the same time.', kind: 'together', function: 'save', count: 2 },
    { says: 'No error goes unseen.', kind: 'noHazard', hazard: 'neverRetrieved' },
    { says: 'Every task is kept.', kind: 'noHazard', hazard: 'taskNotKept' },
    { says: 'It takes at most 200 ms.', kind: 'within', ms: 200 },
  ],
};
