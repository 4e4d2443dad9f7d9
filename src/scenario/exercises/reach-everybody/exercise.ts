import { siteWith } from '../../channels-site/site.ts';
import type { AuthoredExercise } from '../exercise.ts';
import client from './client.py?raw';
import routing from './routing.py?raw';

export const EXERCISE: AuthoredExercise = {
  place: 90,
  title: 'Reach everybody',
  task: 'Ann, Ben and Cat are connected, and Ben says hello. Only he himself hears it. Let all three hear it, each once.',
  hint: 'A channel has one reader. A group has a copy for each member, once it is one.',
  shownBy: 'group-room',
  files: siteWith({ 'routing.py': routing, 'client.py': client }),
  given: ['client.py', 'urls.py', 'settings.py', 'asgi.py', 'manage.py', 'Procfile'],
  checks: [
    {
      says: 'All three hear hello.',
      kind: 'lines',
      lines: ['ann hears hello', 'ben hears hello', 'cat hears hello'],
      process: 'client.1',
    },
    {
      says: 'All three become members of a group.',
      kind: 'atLeast',
      event: { kind: 'group.changed' },
      times: 3,
    },
    { says: 'It ends by itself.', kind: 'ending', as: 'completed' },
  ],
};
