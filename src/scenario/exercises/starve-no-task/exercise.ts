import type { AuthoredExercise } from '../exercise.ts';
import main from './main.py?raw';
import press from './press.py?raw';

export const EXERCISE: AuthoredExercise = {
  place: 60,
  title: 'Starve no task',
  task: 'The heart shall beat ten times a second, and stops while parts are packed. The library cannot be changed. Let the heart beat on.',
  hint: 'What cannot be awaited can be done in a thread, and that can be awaited.',
  shownBy: 'blocking',
  files: [
    { name: 'main.py', text: main },
    { name: 'press.py', text: press },
  ],
  given: ['press.py'],
  checks: [
    { says: 'The loop is never held up for more than 50 ms.', kind: 'noBlocking', ms: 50 },
    { says: 'The heart never pauses for more than 150 ms.', kind: 'maxWait', function: 'heartbeat', ms: 150 },
    {
      says: 'Ten beats, and both parts are packed.',
      kind: 'lines',
      lines: [...Array.from({ length: 10 }, (_, beat) => `beat ${beat}`), 'part 1 is packed', 'part 2 is packed'],
    },
    { says: 'It takes at most one second.', kind: 'within', ms: 1000 },
  ],
};
