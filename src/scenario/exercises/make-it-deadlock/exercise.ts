import type { AuthoredExercise } from '../exercise.ts';
import main from './main.py?raw';

export const EXERCISE: AuthoredExercise = {
  place: 20,
  title: 'Make it deadlock',
  task: 'Ada and Bob share two forks, and both eat. Change as little as you can, so that neither ever does: each holds one fork and waits for the other.',
  hint: 'Who takes the locks in another order?',
  shownBy: 'deadlock',
  files: [{ name: 'main.py', text: main }],
  given: [],
  checks: [
    { says: 'It ends in a deadlock.', kind: 'ending', as: 'deadlock' },
    {
      says: 'Two tasks wait for a lock, each for that of the other.',
      kind: 'atLeast',
      event: { kind: 'task.suspended', future: 'Lock.acquire' },
      times: 2,
    },
    { says: 'Both are dining when it happens.', kind: 'together', function: 'dine', count: 2 },
    { says: 'Nobody eats.', kind: 'output', text: '' },
  ],
};
