import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import routing from './routing.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sockets',
  place: 100,
  title: 'What a consumer sends leaves when it ends',
  text: 'A consumer answers its client, tells the auditor, works for a while and then fails. The answer was not sent when the line was executed: sends are kept until the consumer has ended, so that nobody sees half of its work. Only what says immediately=True leaves at once. And what many do not expect: the rest leaves also when the consumer fails.',
  files: siteWith({ 'routing.py': routing, 'client.py': client, Procfile: procfile }),
  moments: [
    {
      name: 'at once',
      anchor: '4204 worker.1#14:resume+6',
      text: 'What was sent immediately is in its channel, while the consumer goes on.',
      shows: { kind: 'envelope.stored', name: 'audit' },
    },
    {
      name: 'sent all the same',
      anchor: '4204 worker.1#15:resume+5',
      text: 'The consumer has raised an exception. Now that it is over, its answer leaves.',
      shows: { kind: 'envelope.stored', label: "'well done'" },
    },
    {
      name: 'failed',
      anchor: '4204 worker.1#15:resume+8',
      text: 'The exception has been logged. The message that the consumer worked on is gone; nobody tries again.',
      shows: { kind: 'envelope.ended', outcome: 1 },
    },
  ],
  telling: 'sent all the same',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'at once',
      kind: 'free',
      prompt: 'Which will be heard first: the auditor, or the answer to the client?',
      because: 'The auditor, 100 ms earlier. The answer waits until the consumer ends.',
    },
    {
      at: 'at once',
      kind: 'free',
      prompt: 'Will the client hear "well done"?',
      because: 'It will: what a consumer has sent leaves when it ends, however it ends.',
    },
  ],
  changeOneThing: {
    text: 'Let the consumer work longer.',
    find: 'time.sleep(0.1)',
    replace: 'time.sleep(1)',
    stdout: 'auditor.1 | 1.000 audited\nclient.1 | 2.000 well done\n',
  },
  sources: ['Django Channels 1.1 documentation: Channels Concepts: Consumer atomicity'],
  check: {
    stdout: 'auditor.1 | 1.000 audited\nclient.1 | 1.100 well done\n',
    ending: { kind: 'completed' },
    stderr: ['RuntimeError: not so well, after all'],
    facts: [
      {
        kind: 'inOrder',
        events: [
          { kind: 'envelope.stored', name: 'audit' },
          { kind: 'envelope.stored', label: "'well done'" },
          { kind: 'envelope.ended', outcome: 1 },
        ],
      },
    ],
  },
};
