import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'threads',
  place: 30,
  title: 'call_soon_threadsafe from another thread',
  text: 'The mended twin of "call_soon from another thread". call_soon_threadsafe appends the handle as call_soon does, and then writes to a socket that the loop listens to: the loop wakes up at 1 s and main goes on in time. The timer of 3 s never fires.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'the loop sleeps',
      anchor: 'MainThread#2:suspend',
      text: 'main waits for the future. The thread of the loop waits for its timer of 3 s; the worker sleeps.',
      shows: { kind: 'thread.blocked', thread: 'MainThread', what: 'select' },
    },
    {
      name: 'in time',
      anchor: 'Task-1#2:resume',
      text: 'At 1 s: the loop was woken, ran the handle, and the future has its result.',
      shows: { kind: 'task.resumed', task: 'Task-1', waited: 'Future' },
    },
  ],
  telling: 'in time',
  claims: ['X2'],
  misconceptions: [],
  questions: [
    {
      at: 'the loop sleeps',
      kind: 'free',
      prompt: 'What will wake the loop?',
      because: 'The worker, at 1 s: call_soon_threadsafe writes to a socket that the loop listens to.',
    },
    {
      at: 'in time',
      kind: 'free',
      prompt: 'Why does set_result not run in the thread of the worker?',
      because: 'Futures are not thread-safe. The worker hands the call over, and the loop makes it in its own thread.',
    },
  ],
  changeOneThing: {
    text: 'Call call_soon.',
    find: 'loop.call_soon_threadsafe(',
    replace: 'loop.call_soon(',
    stdout: 'the loop wakes up for this\nready too late\n',
  },
  sources: ['Python documentation: Developing with asyncio, Concurrency and Multithreading'],
  check: {
    stdout: 'ready in time\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      {
        kind: 'inOrder',
        events: [
          { kind: 'thread.blocked', thread: 'MainThread', what: 'select', until: 3_000_000 },
          { kind: 'clock.advanced', time: 1_000_000 },
          { kind: 'handle.scheduled' },
          { kind: 'thread.woken', thread: 'MainThread' },
          { kind: 'future.resolved', future: 'Future' },
        ],
      },
      { kind: 'ends', task: 'Task-1', as: 'done', atMs: 1000 },
    ],
  },
};
