import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'tasks',
  place: 60,
  title: 'A TaskGroup fails together',
  text: 'One of three tasks fails at 1 s. The group cancels the two others, waits until they have tidied up and really ended, and only then raises: at 3 s, an ExceptionGroup with the one error that started it. No task outlives the async with block; with gather alone the two others would simply go on.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'three are off',
      anchor: 'right#1:suspend',
      text: 'Three tasks are parked, and main waits at the end of the block for all of them.',
      shows: { kind: 'task.suspended', task: 'right', future: 'sleep(9)' },
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
      text: 'The callback of the group cancels everybody who still runs, in no particular order.',
      shows: { kind: 'task.cancelRequested', task: 'right' },
    },
    {
      name: 'left is gone',
      anchor: 'left#1:finish',
      text: 'left has tidied up. The group still waits: right needs another second.',
      shows: { kind: 'task.finished', task: 'left', outcome: 2 },
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
  misconceptions: ['M7'],
  questions: [
    {
      at: 'one fails',
      kind: 'free',
      prompt: 'Who learns first that bad has failed: main, left, or the group?',
      because: 'The group: its done-callback is the only thing in the ready queue. It then cancels left and right.',
    },
    {
      at: 'the others are asked',
      kind: 'free',
      prompt: 'How many exceptions will the ExceptionGroup hold, and when will it be raised?',
      because: 'One, at 3 s. Being cancelled by the group is no error, and the group waits for the slower of the two.',
    },
  ],
  changeOneThing: {
    text: 'Let bad be good: replace its raise by "return". Nobody is cancelled, and nothing is raised.',
    find: "raise ValueError('broken')",
    replace: 'return',
    stdout: 'left has tidied up\nright has tidied up\n',
  },
  sources: ['Python documentation: Coroutines and Tasks, Task Groups', 'PEP 654: Exception Groups and except*'],
  check: {
    stdout: "left has tidied up\nright has tidied up\n(ValueError('broken'),)\n",
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'ready', after: { kind: 'handle.scheduled', reason: 3, future: 'bad' }, tasks: [''] },
      {
        kind: 'inOrder',
        events: [
          { kind: 'task.finished', task: 'bad', outcome: 1, text: 'ValueError: broken' },
          { kind: 'task.cancelRequested', task: 'left', by: 0 },
          { kind: 'task.finished', task: 'left', outcome: 2 },
          { kind: 'exception.raised', code: 'main' },
        ],
      },
      {
        kind: 'inOrder',
        events: [
          { kind: 'task.finished', task: 'bad', outcome: 1 },
          { kind: 'task.cancelRequested', task: 'right', by: 0 },
          { kind: 'task.finished', task: 'right', outcome: 2 },
          { kind: 'exception.raised', code: 'main' },
        ],
      },
      { kind: 'ends', task: 'bad', as: 'failed', atMs: 1000 },
      { kind: 'ends', task: 'left', as: 'cancelled', atMs: 2000 },
      { kind: 'ends', task: 'right', as: 'cancelled', atMs: 3000 },
      { kind: 'ends', task: 'Task-1', as: 'done', atMs: 3000 },
    ],
  },
};
