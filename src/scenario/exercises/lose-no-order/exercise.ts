import type { AuthoredExercise } from '../exercise.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import tasks from './tasks.py?raw';

export const EXERCISE: AuthoredExercise = {
  place: 100,
  title: 'Do not lose an order',
  task: 'A worker is killed while it charges two of three orders, and these two are lost: their messages were acknowledged before they ran. Let all three be charged in the end.',
  hint: 'When does the worker tell the broker that a message is done with?',
  shownBy: 'late-ack',
  files: [
    { name: 'tasks.py', text: tasks },
    { name: 'client.py', text: client },
    { name: 'Procfile', text: procfile },
  ],
  given: ['client.py', 'Procfile'],
  interventions: [
    { kind: 'signal', process: 'worker.1', signal: 'SIGKILL', timeUs: 3_000_000 },
    { kind: 'restart', process: 'worker.1', timeUs: 5_000_000 },
  ],
  checks: [
    { says: 'All three orders are delivered and have succeeded.', kind: 'allDelivered', count: 3 },
    {
      says: 'The client knows of it.',
      kind: 'output',
      text: "['SUCCESS', 'SUCCESS', 'SUCCESS']\n",
      process: 'client.1',
    },
    {
      says: 'What the killed worker held comes back to its queue.',
      kind: 'atLeast',
      event: { kind: 'envelope.returned' },
      times: 3,
    },
  ],
};
