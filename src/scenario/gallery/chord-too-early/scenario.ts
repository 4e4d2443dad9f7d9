import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import tasks from './tasks.py?raw';

export const SCENARIO: Authored = {
  shelf: 'celery',
  place: 50,
  title: 'A chord that ends too early',
  text: 'The body of a chord is sent when as many different results are there as it has parts. Two parts: a short one of 12 s and a long one of 30 s. The short one is delivered twice, as the visibility timeout is only 5 s, and gives two different results: two are there, as many as there are parts. The body is sent without the long part, which is ignored when it comes. Had both results been the same, nothing would have happened.',
  files: [
    { name: 'client.py', text: client },
    { name: 'tasks.py', text: tasks },
    { name: 'Procfile', text: procfile },
  ],
  moments: [
    {
      name: 'swept',
      anchor: '4211 python3 -m celery._child tasks WARNING 1 5 8#1:created+7',
      text: 'A worker has started. Both parts have been out for 6 s, and are put back.',
      shows: { kind: 'envelope.returned', envelope: 2 },
    },
    {
      name: 'too early',
      anchor: '4211 python3 -m celery._child tasks WARNING 1 5 8#5:resume+1',
      text: 'The short part has ended for the second time. Two results: the body is sent.',
      shows: { kind: 'celeryTask.changed', name: 'tasks.report', state: 'PENDING' },
    },
  ],
  telling: 'too early',
  claims: [],
  misconceptions: ['M14', 'M11'],
  questions: [
    {
      at: 'swept',
      kind: 'free',
      prompt: 'Each part will run twice now. When will the body be sent?',
      because: 'As soon as two different results are there. Both may be those of the short part.',
    },
    {
      at: 'too early',
      kind: 'free',
      prompt: 'What would make this safe?',
      because:
        'A part that gives the same result each time it is run with the same arguments: the same result counts once.',
    },
  ],
  changeOneThing: {
    text: 'Let the short part end before anything is swept.',
    find: "'short', 12",
    replace: "'short', 2",
    stdout:
      "client.1 | short at 3 s, long at 31 s (31 s)\nclient.1 | ['SUCCESS', 'SUCCESS']\nclient.1 | ['SUCCESS', 'SUCCESS'] short at 3 s, long at 31 s\n",
  },
  sources: ['Celery documentation: Canvas, Chords', 'Celery documentation: Using Redis, Visibility timeout'],
  check: {
    stdout:
      "client.1 | short at 13 s, short at 19 s (19 s)\nclient.1 | ['SUCCESS', 'PENDING']\nclient.1 | ['SUCCESS', 'SUCCESS'] short at 13 s, short at 19 s\n",
    ending: { kind: 'completed' },
    stderr: ['Warm shutdown'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began', consumer: 'tasks.measure' }, times: 4 },
      { kind: 'count', event: { kind: 'envelope.began', consumer: 'tasks.report' }, times: 1 },
    ],
  },
};
