import type { AuthoredExercise } from '../exercise.ts';
import main from './main.py?raw';
import siteMap from './site_map.py?raw';

export const EXERCISE: AuthoredExercise = {
  place: 40,
  title: 'Two at a time',
  task: 'Six downloads start at once, and the site stands only two. Let at most two run at the same time, and never fewer while there is work: all six are there after three seconds.',
  hint: 'There is a lock that lets more than one in.',
  shownBy: 'semaphore',
  files: [
    { name: 'main.py', text: main },
    { name: 'site_map.py', text: siteMap },
  ],
  given: ['site_map.py'],
  checks: [
    {
      says: 'All six pages are got, each once.',
      kind: 'lines',
      lines: ['got a', 'got b', 'got c', 'got d', 'got e', 'got f'],
    },
    { says: 'Two download at the same time, and never more.', kind: 'together', function: 'download', count: 2 },
    { says: 'It takes at most three seconds.', kind: 'within', ms: 3000 },
  ],
};
