import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import worker from './worker.py?raw';

export const SCENARIO: Authored = {
  shelf: 'threads',
  place: 90,
  title: 'A killed worker is started again',
  text: 'The same worker is killed at 1.5 s, and restarted at 3 s: what an operator does, or whatever watches over processes. The client has not given up yet; its next attempt is served. The new worker is a new process: it has another number, and what the old one had in memory is gone. It counts from one again, and the job is done from its beginning.',
  files: [
    { name: 'client.py', text: client },
    { name: 'worker.py', text: worker },
    { name: 'Procfile', text: procfile },
  ],
  interventions: [
    { kind: 'signal', process: 'worker.1', signal: 'SIGKILL', timeUs: 1_500_000 },
    { kind: 'restart', process: 'worker.1', timeUs: 3_000_000 },
  ],
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
      name: 'started again',
      anchor: '4203 client.1#5:suspend+4',
      text: 'A new process stands in the place of the old one. It has a number of its own and nothing of what the other had.',
      shows: { kind: 'process.restarted', process: 'worker.1' },
    },
    {
      name: 'the job again',
      anchor: '4204 worker.1#2:resume+5',
      text: 'The third attempt reaches the new worker: the same job, from its beginning.',
      shows: { kind: 'connection.held', forward: 0 },
    },
  ],
  telling: 'started again',
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
      at: 'started again',
      kind: 'free',
      prompt: 'The new worker says that the second job is number 1 of its own. Why not number 2?',
      because:
        'The count was in the memory of the process that was killed. What has to outlive a process belongs elsewhere: in a file, a database, a broker.',
    },
  ],
  changeOneThing: {
    text: 'Let the client give up before the worker is back.',
    find: 'range(1, 5)',
    replace: 'range(1, 3)',
    stdout:
      'client.1 | wash is done, number 1 of mine\nclient.1 | iron, attempt 1: no answer\nclient.1 | iron, attempt 2: ConnectionRefusedError\nclient.1 | iron is given up\n',
  },
  sources: ['signal(7), Linux manual: SIGKILL', 'Honcho documentation: Using Procfiles'],
  check: {
    stdout:
      'client.1 | wash is done, number 1 of mine\nclient.1 | iron, attempt 1: no answer\nclient.1 | iron, attempt 2: ConnectionRefusedError\nclient.1 | iron is done, number 1 of mine\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      {
        kind: 'inOrder',
        events: [
          { kind: 'listener.changed', address: '127.0.0.1:5000' },
          { kind: 'intervention.done', action: 'signal' },
          { kind: 'process.ended', process: 'worker.1', status: -9 },
          { kind: 'process.restarted', process: 'worker.1' },
          { kind: 'process.ended', process: 'client.1', status: 0 },
        ],
      },
      { kind: 'count', event: { kind: 'connection.failed', reason: 'connection refused' }, times: 1 },
    ],
  },
};
