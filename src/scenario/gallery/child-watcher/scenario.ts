import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'threads',
  place: 50,
  title: 'A child watcher lives in the main thread',
  text: 'Until Python 3.13 a child watcher told asyncio that a process had ended. SafeChildWatcher learns it from the signal SIGCHLD, which only the main thread receives: while no loop runs there, a worker cannot start a process, and gets a RuntimeError. While the main thread runs a loop, it can. Python 3.8 made ThreadedChildWatcher the default, 3.12 PidfdChildWatcher; 3.14 has no watchers.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'nobody would be told',
      anchor: 'loop#6:iteration+10',
      text: 'No loop runs in the main thread, so the watcher is not active. The worker is refused before anything is started.',
      shows: { kind: 'exception.caught', line: 13 },
    },
    {
      name: 'a process of the main thread',
      anchor: 'Task-4#1:resume+13',
      text: 'asyncio.run has attached the watcher to its loop. Now there are two processes.',
      shows: { kind: 'process.started', process: '/bin/sh -c exit 2' },
    },
    {
      name: 'a process of the worker',
      anchor: 'Task-6#1:resume+8',
      text: 'The loop of the main thread runs, so the watcher is active, and the worker may start one too.',
      shows: { kind: 'process.started', process: '/bin/sh -c exit 1' },
    },
  ],
  telling: 'nobody would be told',
  claims: ['X3'],
  misconceptions: [],
  questions: [
    {
      at: 'nobody would be told',
      kind: 'free',
      prompt: 'The worker has an event loop of its own. Why does that not help?',
      because: 'Python handles signals in the main thread only, and SafeChildWatcher lives on SIGCHLD.',
    },
    {
      at: 'a process of the worker',
      kind: 'free',
      prompt: 'The process of the worker will end. In which thread will that be noticed first?',
      because: 'In the main thread: its loop gets SIGCHLD, asks for each process, and tells the loop of the worker.',
    },
  ],
  changeOneThing: {
    text: 'Take ThreadedChildWatcher, the default since Python 3.8: a thread waits for each process, and the main thread is not needed.',
    find: 'SafeChildWatcher',
    replace: 'ThreadedChildWatcher',
    stdout: 'too-early 1\nmain 2\nworker 1\n',
  },
  sources: ['Python 3.8 documentation: Policies, Process Watchers', "What's New In Python 3.8, 3.12 and 3.14: asyncio"],
  check: {
    stdout:
      'too-early asyncio.get_child_watcher() is not activated, subprocess support is not installed.\nmain 2\nworker 1\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      {
        kind: 'inOrder',
        events: [
          { kind: 'exception.caught', line: 13 },
          { kind: 'thread.finished', thread: 'too-early' },
          { kind: 'process.started', process: '/bin/sh -c exit 2' },
          { kind: 'process.ended', process: '/bin/sh -c exit 2', status: 2 },
          { kind: 'thread.started', thread: 'worker' },
          { kind: 'process.started', process: '/bin/sh -c exit 1' },
          { kind: 'process.ended', process: '/bin/sh -c exit 1', status: 1 },
          { kind: 'thread.switched', thread: 'MainThread' },
          { kind: 'thread.finished', thread: 'worker' },
        ],
      },
    ],
    hazards: [
      { kind: 'legacy', line: 21 },
      { kind: 'legacy', line: 21 },
    ],
  },
};
