import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'blocking',
  place: 10,
  title: 'time.sleep stops everything',
  text: 'The heart should beat every second. rude calls time.sleep(3): that is no await, so the loop does not get control back, and for three seconds nothing else can run. The beat that was due at 1 s comes at 3.5 s. async def in front of a function does not make what it calls asynchronous.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'before the block',
      anchor: 'Task-3#2:resume',
      text: 'rude wakes up at 0.5 s. The next beat is due in half a second.',
      shows: { kind: 'task.resumed', task: 'Task-3' },
    },
    {
      name: 'the loop stood still',
      anchor: 'Task-3#1:blocked',
      text: 'The clock went from 0.5 s to 3.5 s inside of one step: the loop could do nothing, not even look at its timers.',
      shows: { kind: 'clock.advanced', by: 1 },
    },
    {
      name: 'too late',
      anchor: 'Task-2#2:resume',
      text: 'The beat of 1 s comes at 3.5 s. The beats of 2 s and 3 s are not made up for.',
      shows: { kind: 'task.resumed', task: 'Task-2', waited: 'sleep(1)' },
    },
  ],
  telling: 'the loop stood still',
  claims: [],
  misconceptions: ['M4', 'M5'],
  questions: [
    {
      at: 'before the block',
      kind: 'free',
      prompt: 'The second beat is due at 1 s. When will it come?',
      because: 'At 3.5 s: time.sleep(3) begins at 0.5 s and holds the only thread until 3.5 s.',
    },
    {
      at: 'the loop stood still',
      kind: 'free',
      prompt: 'Which two changes would let the heart beat in time?',
      because: 'await asyncio.sleep(3), or await asyncio.to_thread(time.sleep, 3) for a call that cannot be awaited.',
    },
  ],
  changeOneThing: {
    text: 'Put await asyncio.sleep(3) in place of time.sleep(3).',
    find: 'time.sleep(3)  #',
    replace: 'await asyncio.sleep(3)  #',
    stdout: 'beat at 0.0\nbeat at 1.0\nbeat at 2.0\nbeat at 3.0\n',
  },
  sources: ['Python documentation: Developing with asyncio, Running Blocking Code'],
  check: {
    stdout: 'beat at 0.0\nbeat at 3.5\nbeat at 4.5\nbeat at 5.5\n',
    ending: { kind: 'completed' },
    stderr: [],
    hazards: [
      { kind: 'blockingCall', line: 11 },
      { kind: 'loopBlocked', line: 11 },
    ],
    facts: [
      { kind: 'count', event: { kind: 'clock.advanced', by: 1 }, times: 1 },
      {
        kind: 'inOrder',
        events: [
          { kind: 'clock.advanced', time: 500_000, by: 0 },
          { kind: 'clock.advanced', time: 3_500_000, by: 1 },
          { kind: 'task.finished', task: 'Task-3' },
          { kind: 'timer.due' },
          { kind: 'output.written', text: 'beat at 3.5\n' },
        ],
      },
      {
        kind: 'atOnce',
        events: [
          { kind: 'task.resumed', task: 'Task-3' },
          { kind: 'clock.advanced', time: 3_500_000, by: 1 },
          { kind: 'task.finished', task: 'Task-3' },
        ],
      },
      { kind: 'ends', task: 'Task-2', as: 'done', atMs: 6500 },
    ],
  },
};
