import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import web from './web.py?raw';

export const SCENARIO: Authored = {
  shelf: 'threads',
  place: 70,
  title: 'A Procfile: a server and two clients',
  text: 'Three processes, each with a Python of its own: the Procfile says what runs, the formation how many of each. They share nothing but the network of their computer. Whoever calls before the server listens is refused, at once. The server serves both clients together, and when nobody calls any more it gets SIGTERM.',
  files: [
    { name: 'client.py', text: client },
    { name: 'web.py', text: web },
    { name: 'Procfile', text: procfile },
  ],
  formation: [{ process: 'client', count: 2 }],
  moments: [
    {
      name: 'three processes',
      anchor: '4203 client.1#1:created+1',
      text: 'The processes of the Procfile have been started, in its order; none of them has run yet.',
      shows: { kind: 'process.started', process: 'client.2' },
    },
    {
      name: 'nobody listens',
      anchor: '4203 client.1#1:resume+10',
      text: 'The port has no owner yet: the computer itself says no, and the client gets ConnectionRefusedError.',
      shows: { kind: 'connection.failed', reason: 'connection refused' },
    },
    {
      name: 'a client is done',
      anchor: '4203 client.1#1:finish+1',
      text: 'The first client has its answer and ends; the other processes go on.',
      shows: { kind: 'process.ended', process: 'client.1' },
    },
  ],
  telling: 'nobody listens',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'nobody listens',
      kind: 'free',
      prompt: 'The server process has been started before the client. Why is the client refused?',
      because:
        'A port belongs to somebody from listen() on. Until the server has come that far, nobody answers for it.',
    },
    {
      at: 'three processes',
      kind: 'free',
      prompt: 'Each answer takes the server a second. When will the second client have its answer?',
      because: 'With the first one: the server awaits in one task for each connection.',
    },
  ],
  changeOneThing: {
    text: 'Let the clients wait longer before they try again.',
    find: 'time.sleep(0.2)',
    replace: 'time.sleep(0.5)',
    stdout:
      'client.1 | nobody listens yet\nclient.2 | nobody listens yet\nweb.1 | the doors are open\nweb.1 | client.1 is served\nweb.1 | client.2 is served\nclient.1 | got hello client.1\nclient.2 | got hello client.2\n',
  },
  sources: ['Honcho documentation: Using Procfiles', 'Python documentation: socket, ConnectionRefusedError'],
  check: {
    stdout:
      'client.1 | nobody listens yet\nclient.2 | nobody listens yet\nclient.1 | nobody listens yet\nclient.2 | nobody listens yet\nweb.1 | the doors are open\nweb.1 | client.1 is served\nweb.1 | client.2 is served\nclient.1 | got hello client.1\nclient.2 | got hello client.2\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      {
        kind: 'inOrder',
        events: [
          { kind: 'process.started', process: 'web.1' },
          { kind: 'process.started', process: 'client.2' },
          { kind: 'connection.failed', reason: 'connection refused' },
          { kind: 'process.ended', process: 'client.1', status: 0 },
          { kind: 'process.ended', process: 'client.2', status: 0 },
          { kind: 'process.ended', process: 'web.1', status: -15 },
        ],
      },
      { kind: 'count', event: { kind: 'connection.failed', reason: 'connection refused' }, times: 4 },
    ],
  },
};
