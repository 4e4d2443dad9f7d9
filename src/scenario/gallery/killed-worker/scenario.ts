import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import worker from './worker.py?raw';

export const SCENARIO: Authored = {
  shelf: 'threads',
  place: 80,
  title: 'What if: a worker is killed in the middle of a job',
  text: 'A worker serves a client. At 1.5 s it is killed from outside with SIGKILL, which no program can catch: no except, no finally, no answer. The operating system closes its socket, the client reads the end of the stream and tries again, but the port has no owner any more. Under "What if?" the same is done to any run; take it back there, or restart the worker, and compare the branches.',
  files: [
    { name: 'client.py', text: client },
    { name: 'worker.py', text: worker },
    { name: 'Procfile', text: procfile },
  ],
  interventions: [{ kind: 'signal', process: 'worker.1', signal: 'SIGKILL', timeUs: 1_500_000 }],
  moments: [
    {
      name: 'the second job',
      anchor: '4203 client.1#4:resume+18',
      text: 'The worker has the second job and works on it; the client waits for its answer.',
      shows: { kind: 'message.sent', label: 'iron\\n' },
    },
    {
      name: 'killed',
      anchor: '4202 worker.1#1:finish+4',
      text: 'The worker is gone, in the middle of its await. Its sockets are closed for it.',
      shows: { kind: 'process.ended', process: 'worker.1', status: -9 },
    },
    {
      name: 'refused',
      anchor: '4203 client.1#5:suspend+8',
      text: 'Nobody listens at the port, so the computer itself says no.',
      shows: { kind: 'connection.failed', reason: 'connection refused' },
    },
  ],
  telling: 'killed',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'the second job',
      kind: 'free',
      prompt: 'The worker will be killed in half a second. What will the client read: an exception, or nothing?',
      because:
        'When a process ends, however it ends, the operating system closes its sockets. The other side reads the end of the stream: an empty line.',
    },
    {
      at: 'killed',
      kind: 'free',
      prompt: 'Would a try/finally in the worker have told the client?',
      because:
        'No. SIGKILL ends a process where it is, without running any more of its code. SIGTERM could be handled.',
    },
  ],
  changeOneThing: {
    text: 'Let the client give up sooner.',
    find: 'range(1, 5)',
    replace: 'range(1, 3)',
    stdout:
      'client.1 | wash is done, number 1 of mine\nclient.1 | iron, attempt 1: no answer\nclient.1 | iron, attempt 2: ConnectionRefusedError\nclient.1 | iron is given up\n',
  },
  sources: ['signal(7), Linux manual: SIGKILL', 'Python documentation: socket, ConnectionRefusedError'],
  check: {
    stdout:
      'client.1 | wash is done, number 1 of mine\nclient.1 | iron, attempt 1: no answer\nclient.1 | iron, attempt 2: ConnectionRefusedError\nclient.1 | iron, attempt 3: ConnectionRefusedError\nclient.1 | iron, attempt 4: ConnectionRefusedError\nclient.1 | iron is given up\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      {
        kind: 'inOrder',
        events: [
          { kind: 'listener.changed', address: '127.0.0.1:5000' },
          { kind: 'intervention.done', action: 'signal' },
          { kind: 'process.ended', process: 'worker.1', status: -9 },
          { kind: 'process.ended', process: 'client.1', status: 0 },
        ],
      },
      { kind: 'count', event: { kind: 'connection.failed', reason: 'connection refused' }, times: 3 },
    ],
  },
};
