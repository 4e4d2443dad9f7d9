import type { AuthoredExercise } from '../exercise.ts';
import main from './main.py?raw';
import weather from './weather.py?raw';

export const EXERCISE: AuthoredExercise = {
  place: 70,
  title: 'Retry with backoff',
  task: 'The service fails three times before it answers. Ask again after 1 s, then after 2 s, then after 4 s, and print the answer.',
  hint: 'A loop, a try, and a pause that doubles.',
  shownBy: 'retry',
  files: [
    { name: 'main.py', text: main },
    { name: 'weather.py', text: weather },
  ],
  given: ['weather.py'],
  checks: [
    {
      says: 'It asks at 0, 1, 3 and 7 seconds, and prints the answer.',
      kind: 'output',
      text: 'asked at 0\nasked at 1\nasked at 3\nasked at 7\nsunny\n',
    },
    { says: 'The pauses let other tasks run.', kind: 'noBlocking', ms: 50 },
    { says: 'It ends by itself.', kind: 'ending', as: 'completed' },
  ],
};
