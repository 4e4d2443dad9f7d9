import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  title: 'A TaskGroup fails together',
  text: 'One of three tasks fails at 1 s. The group cancels the two others, waits until they have really ended, and only then raises: an ExceptionGroup with the one error that started it. No task outlives the async with block; with gather alone the two others would simply go on.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'three are off',
      anchor: 'right#1:suspend',
      text: 'Three tasks are parked, and main waits at the end of the block for all of them.',
      shows: { kind: 'task.suspended', task: 'right' },
    },
    {
      name: 'one fails',
      anchor: 'bad#1:finish',
      text: 'bad ends with a ValueError. The group does not know yet: its callback is only scheduled.',
      shows: { kind: 'task.finished', task: 'bad', outcome: 1 },
    },
    {
      name: 'the others are asked',
      anchor: 'right#1:cancel',
      text: 'The callback of the group cancels everybody who still runs.',
      shows: { kind: 'task.cancelRequested', task: 'right' },
    },
    {
      name: 'only then it raises',
      anchor: 'Task-1#1:exception',
      text: 'All have ended. The group raises, and except* takes the ValueError out of it.',
      shows: { kind: 'exception.raised', code: 'main' },
    },
  ],
  telling: 'the others are asked',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'one fails',
      kind: 'next',
      prompt: 'Who learns first that bad has failed: main, left, or the group?',
      because: 'The group: its done-callback is the only thing in the ready queue. It then cancels left and right.',
    },
    {
      at: 'the others are asked',
      kind: 'value',
      prompt: 'How many exceptions will the ExceptionGroup hold?',
      because: 'One. The CancelledErrors of left and right are the doing of the group itself and do not count.',
    },
  ],
  changeOneThing: {
    text: 'Let the bad one fail too late: in bad change sleep(1) to sleep(4). The others are done by then, and nobody is cancelled.',
    find: 'sleep(1)',
    replace: 'sleep(4)',
    stdout: "(ValueError('broken'),)\n",
  },
  sources: ['Python documentation: Coroutines and Tasks, Task Groups', 'PEP 654: Exception Groups and except*'],
  check: {
    stdout: "left is cancelled\nright is cancelled\n(ValueError('broken'),)\n",
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      {
        kind: 'inOrder',
        events: [
          { kind: 'task.finished', task: 'bad', outcome: 1, text: 'ValueError: broken' },
          { kind: 'task.cancelRequested', task: 'left', by: 0 },
          { kind: 'task.cancelRequested', task: 'right', by: 0 },
          { kind: 'task.finished', task: 'left', outcome: 2 },
          { kind: 'task.finished', task: 'right', outcome: 2 },
          { kind: 'output.written', text: "(ValueError('broken'),)\n" },
        ],
      },
      { kind: 'ends', task: 'left', as: 'cancelled', atMs: 1000 },
      { kind: 'ends', task: 'bad', as: 'failed', atMs: 1000 },
      { kind: 'ends', task: 'right', as: 'cancelled', atMs: 1000 },
      { kind: 'ends', task: 'Task-1', as: 'done', atMs: 1000 },
    ],
  },
};
