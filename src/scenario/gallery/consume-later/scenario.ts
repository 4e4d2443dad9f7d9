import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import routing from './routing.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sockets',
  place: 110,
  title: '"Consume later" has an end',
  text: 'A consumer may say that it is too early: it raises ConsumeLater, and its message goes to the end of the channel with a count in it. Y and Z pass by, and then X has the worker for itself. There is no pause between two attempts: "later" means behind what waits, and behind nothing means now. After the first attempt come ten more; then the message is dropped, with a warning in the log.',
  files: siteWith({ 'routing.py': routing, 'client.py': client, Procfile: procfile }),
  moments: [
    {
      name: 'too early',
      anchor: '4206 python manage.py runworker#1:resume+25',
      text: 'X is taken for the first time.',
      shows: { kind: 'envelope.began', envelope: 1 },
    },
    {
      name: 'at the end',
      anchor: '4206 python manage.py runworker#1:resume+33',
      text: 'A new message for X stands behind Y and Z.',
      shows: { kind: 'envelope.stored', envelope: 4 },
    },
    {
      name: 'given up',
      anchor: '4206 python manage.py runworker#1:resume+160',
      text: 'The eleventh attempt was the last. No new message is sent.',
      shows: { kind: 'envelope.ended', envelope: 13 },
    },
  ],
  telling: 'at the end',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'too early',
      kind: 'free',
      prompt: 'X, Y and Z stand in the channel. In which order will they be consumed?',
      because: 'X, Y, Z, and then X again and again: who is postponed goes to the end.',
    },
    {
      at: 'at the end',
      kind: 'free',
      prompt: 'A consumer waits in this way for a file that is there in a second. Will it work?',
      because: 'Hardly: with nothing else to do all eleven attempts are over at once. Nobody waits between them.',
    },
  ],
  changeOneThing: {
    text: 'Postpone it until the third attempt.',
    find: "if message['name'] == 'X':",
    replace: "if message['name'] == 'X' and message.get('__retries__', 0) < 2:",
    stdout: 'worker.1 | X 0\nworker.1 | Y 0\nworker.1 | Z 0\nworker.1 | X 1\nworker.1 | X 2\n',
  },
  sources: [
    'Django Channels 1.1: channels/exceptions.py, ConsumeLater',
    'Django Channels 1.1: channels/message.py, PendingMessageStore',
  ],
  check: {
    stdout:
      'worker.1 | X 0\nworker.1 | Y 0\nworker.1 | Z 0\nworker.1 | X 1\nworker.1 | X 2\nworker.1 | X 3\nworker.1 | X 4\nworker.1 | X 5\nworker.1 | X 6\nworker.1 | X 7\nworker.1 | X 8\nworker.1 | X 9\nworker.1 | X 10\n',
    ending: { kind: 'completed' },
    stderr: ['Exceeded number of retries for message on channel job'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.ended', outcome: 3 }, times: 11 },
      { kind: 'count', event: { kind: 'envelope.ended', outcome: 0 }, times: 2 },
      { kind: 'count', event: { kind: 'envelope.stored', name: 'job' }, times: 13 },
    ],
  },
};
