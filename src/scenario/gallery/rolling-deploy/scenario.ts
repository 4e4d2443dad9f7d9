import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import routing from './routing.py?raw';

export const SCENARIO: Authored = {
  shelf: 'channels',
  place: 100,
  title: 'A rolling deploy: workers go, sockets stay',
  text: 'New code is to be run, so the old workers get SIGTERM. The one that is idle ends at once; the one that has a job finishes it first, then ends. The sockets are with the server, which nobody restarts: all five stay open. A frame that comes while no worker is there waits in its channel, half a second, until the new worker starts.',
  files: siteWith({ 'routing.py': routing, 'client.py': client, Procfile: procfile }),
  interventions: [
    { kind: 'signal', process: 'w1.1', signal: 'SIGTERM', timeUs: 1000000 },
    { kind: 'signal', process: 'w2.1', signal: 'SIGTERM', timeUs: 1000000 },
  ],
  moments: [
    {
      name: 'stop',
      anchor: '4205 w2.1#1:finish+1',
      text: 'Both old workers have been told to end; the idle one is gone.',
      shows: { kind: 'process.ended', process: 'w2.1', status: 0 },
    },
    {
      name: 'nobody there',
      anchor: 'client 127.0.0.1:32768#4:resume+2',
      text: 'A frame comes, and no worker takes it.',
      shows: { kind: 'envelope.stored', name: 'websocket.receive' },
    },
    {
      name: 'the successor',
      anchor: '4209 python manage.py runworker#1:resume+27',
      text: 'The new worker takes the frame.',
      shows: { kind: 'envelope.began', consumer: 'routing.receive' },
    },
  ],
  telling: 'nobody there',
  claims: ['D2'],
  misconceptions: [],
  questions: [
    {
      at: 'stop',
      kind: 'free',
      prompt: 'One worker is in the middle of a job. What does SIGTERM do to it?',
      because: 'It finishes what it has in hand, and ends then. SIGKILL would lose the job.',
    },
    {
      at: 'nobody there',
      kind: 'free',
      prompt: 'Why does the client not notice that there is no worker?',
      because: 'Its connection is with the server. It only waits a little longer for its answer.',
    },
  ],
  changeOneThing: {
    text: 'Let the job be longer.',
    find: 'time.sleep(2.5)',
    replace: 'time.sleep(2.9)',
    stdout: 'client.1 | HELLO 2.000\nw1.1 | 3.400 the job is done\nclient.1 | open 5\n',
  },
  sources: ['Django Channels 1.1 documentation: Deploying'],
  check: {
    stdout: 'client.1 | HELLO 2.000\nw1.1 | 3.000 the job is done\nclient.1 | open 5\n',
    ending: { kind: 'completed' },
    stderr: ['Listening on channels'],
    facts: [{ kind: 'count', event: { kind: 'process.ended', process: 'w2.1', status: 0 }, times: 1 }],
  },
};
