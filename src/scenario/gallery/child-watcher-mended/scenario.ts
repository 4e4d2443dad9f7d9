import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'threads',
  place: 60,
  title: 'Processes from any thread, today',
  text: 'The same program in Python 3.14, which has no child watchers: each loop looks after its own processes. Each has a descriptor that becomes readable when it ends, and the loop listens to that as it does to sockets. It does not matter in which thread the loop runs, nor what the main thread does.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'a process of a worker',
      anchor: 'Task-1#1:resume+9',
      text: 'The worker starts a process from its own loop, while the main thread only waits for the worker.',
      shows: { kind: 'process.started', process: '/bin/sh -c exit 1' },
    },
    {
      name: 'it ends',
      anchor: '4202 sh -c exit 1#1:finish+1',
      text: 'The process has ended. Its descriptor is readable, so the loop of the worker wakes up.',
      shows: { kind: 'process.ended', process: '/bin/sh -c exit 1', status: 1 },
    },
  ],
  telling: 'it ends',
  claims: ['X3'],
  misconceptions: [],
  questions: [
    {
      at: 'a process of a worker',
      kind: 'free',
      prompt: 'The main thread waits in join() and runs no loop. Will the worker learn how its process ended?',
      because: 'Yes. The loop of the worker listens to the descriptor of the process itself.',
    },
    {
      at: 'it ends',
      kind: 'free',
      prompt: 'Which thread is woken by this?',
      because: 'The worker: its loop waited for the descriptor. No signal and no other thread is needed.',
    },
  ],
  changeOneThing: {
    text: 'Let all processes exit with 0, as those do that succeed.',
    find: "f'exit {code}'",
    replace: "'exit 0'",
    stdout: 'too-early 0\nmain 0\nworker 0\n',
  },
  sources: ['Python documentation: Subprocesses, Subprocess and Threads', "What's New In Python 3.14: asyncio"],
  check: {
    stdout: 'too-early 1\nmain 2\nworker 1\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      {
        kind: 'inOrder',
        events: [
          { kind: 'thread.started', thread: 'too-early' },
          { kind: 'process.started', process: '/bin/sh -c exit 1' },
          { kind: 'thread.blocked', thread: 'MainThread', what: 'join' },
          { kind: 'process.ended', process: '/bin/sh -c exit 1', status: 1 },
          { kind: 'thread.woken', thread: 'too-early' },
          { kind: 'thread.finished', thread: 'too-early' },
          { kind: 'process.started', process: '/bin/sh -c exit 2' },
        ],
      },
    ],
  },
};
