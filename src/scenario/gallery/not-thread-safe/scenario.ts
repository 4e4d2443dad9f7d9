import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'threads',
  place: 20,
  title: 'call_soon from another thread',
  text: 'The worker is ready at 1 s and calls loop.call_soon. The handle stands in the ready queue, but the loop sleeps until its next timer and nobody wakes it: the result comes at 3 s. Most methods of the loop are not thread-safe. call_soon_threadsafe is the one that also wakes the loop; in debug mode call_soon refuses to be called from another thread.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'the loop sleeps',
      anchor: 'MainThread#2:suspend',
      text: 'main waits for the future. The thread of the loop waits for its timer of 3 s; the worker sleeps.',
      shows: { kind: 'thread.blocked', thread: 'MainThread', what: 'select' },
    },
    {
      name: 'scheduled, not seen',
      anchor: 'worker#1:finish',
      text: 'The worker has ended. Its handle is in the ready queue since 1 s, and the loop does not know.',
      shows: { kind: 'thread.finished', thread: 'worker' },
    },
    {
      name: 'seen at last',
      anchor: 'Task-1#2:resume',
      text: 'The timer of 3 s has woken the loop; only now it runs the handle that was there for two seconds.',
      shows: { kind: 'task.resumed', task: 'Task-1', waited: 'Future' },
    },
  ],
  telling: 'scheduled, not seen',
  claims: ['X2'],
  misconceptions: [],
  questions: [
    {
      at: 'the loop sleeps',
      kind: 'value',
      prompt: 'The worker is ready at 1 s. When will main go on?',
      because: 'At 3 s, when the loop wakes up for its timer. Without that timer: never.',
    },
    {
      at: 'scheduled, not seen',
      kind: 'free',
      prompt: 'What will wake the loop?',
      because:
        'Its own timer. call_soon only appends to a queue; call_soon_threadsafe also writes to a socket that the loop listens to.',
    },
  ],
  changeOneThing: {
    text: 'Call call_soon_threadsafe.',
    find: 'loop.call_soon(',
    replace: 'loop.call_soon_threadsafe(',
    stdout: 'ready in time\n',
  },
  sources: ['Python documentation: Developing with asyncio, Concurrency and Multithreading'],
  check: {
    stdout: 'the loop wakes up for this\nready too late\n',
    ending: { kind: 'completed' },
    stderr: [],
    hazards: [{ kind: 'wrongThread', line: 7 }],
    facts: [
      {
        kind: 'inOrder',
        events: [
          { kind: 'thread.blocked', thread: 'worker', what: 'sleep', until: 1_000_000 },
          { kind: 'thread.blocked', thread: 'MainThread', what: 'select', until: 3_000_000 },
          { kind: 'clock.advanced', time: 1_000_000 },
          { kind: 'handle.scheduled' },
          { kind: 'thread.finished', thread: 'worker' },
          { kind: 'clock.advanced', time: 3_000_000 },
          { kind: 'thread.woken', thread: 'MainThread' },
          { kind: 'future.resolved', future: 'Future' },
        ],
      },
      { kind: 'ends', task: 'Task-1', as: 'done', atMs: 3000 },
    ],
  },
};
