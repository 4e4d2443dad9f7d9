import type { Authored } from '../entry.ts';
import main from './main.py?raw';

const STDOUT = 'HELLO FROM ADA\nHELLO FROM BOB\nBYE FROM ADA\nBYE FROM BOB\n';

export const SCENARIO: Authored = {
  shelf: 'network',
  place: 10,
  title: 'A server and two clients, in one loop',
  text: 'The server has one task for each client, made when the client connects. All of them share one thread: whoever waits for a line lets the others run. The tab Wires shows the connections and what goes over them.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'Ada asks for a connection',
      anchor: 'Ada#1:suspend',
      text: 'The answer needs a turn of the loop: Ada is parked, and Bob runs.',
      shows: { kind: 'task.suspended', task: 'Ada' },
    },
    {
      name: 'Bob is done',
      anchor: 'Bob#1:finish',
      text: 'Both clients have closed their ends; the server has read the end of the stream and closed its own.',
      shows: { kind: 'task.finished', task: 'Bob' },
    },
  ],
  telling: 'Ada asks for a connection',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'Bob is done',
      kind: 'free',
      prompt: 'Each client waited for its answers. Why did they not hold each other up?',
      because: 'An await gives the thread to the loop, which runs whichever task has something to read.',
    },
    {
      at: 'Ada asks for a connection',
      kind: 'free',
      prompt: 'Nobody has called shout(). Who will, and how often?',
      because: 'The server: once for each connection that it accepts, in a task of its own.',
    },
  ],
  changeOneThing: {
    text: 'Let the clients send only one word.',
    find: "('hello', 'bye')",
    replace: "('hello',)",
    stdout: 'HELLO FROM ADA\nHELLO FROM BOB\n',
  },
  sources: ['Python documentation: Streams, TCP echo server using streams'],
  check: {
    stdout: STDOUT,
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'ends', task: 'Ada', as: 'done', atMs: 0 },
      { kind: 'ends', task: 'Bob', as: 'done', atMs: 0 },
    ],
  },
};
