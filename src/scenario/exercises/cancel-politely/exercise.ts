import type { AuthoredExercise } from '../exercise.ts';
import main from './main.py?raw';

export const EXERCISE: AuthoredExercise = {
  place: 50,
  title: 'Be cancelled politely',
  task: 'The listener is asked to end after one second. It says "closed", and goes on all the same. Let it close and then really end, as a task that was cancelled.',
  hint: 'Clean up in finally, or raise again what you have caught.',
  shownBy: 'cancel-swallowed',
  files: [{ name: 'main.py', text: main }],
  given: [],
  checks: [
    { says: 'It hears twice, and closes once.', kind: 'output', text: 'open\nnews\nnews\nclosed\n' },
    { says: 'The listener ends as cancelled.', kind: 'tasksEnd', function: 'listen', as: 'cancelled' },
    { says: 'No cancellation is swallowed.', kind: 'noHazard', hazard: 'cancelSwallowed' },
    { says: 'It takes at most one second.', kind: 'within', ms: 1000 },
  ],
};
