import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'coroutines',
  place: 40,
  title: 'The await chain ends in a future',
  text: 'main awaits waiter, waiter awaits kitchen, kitchen awaits oven: four coroutines, one task. Awaiting a coroutine goes on inside of it at once. Only the last link, a future without a result, makes the whole chain wait; when its result comes, it travels up link by link.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'down the chain',
      anchor: 'Task-1#1:resume+14',
      text: 'oven begins in the same step of the same task: awaiting a coroutine does not give up control.',
      shows: { kind: 'coroutine.started', coroutine: 'oven()' },
    },
    {
      name: 'parked as one',
      anchor: 'Task-1#1:suspend',
      text: 'The whole chain is parked: four frames above one future.',
      shows: { kind: 'task.suspended', task: 'Task-1' },
    },
    {
      name: 'the bread is ready',
      anchor: 'loop#2:iteration+7',
      text: 'A timer gives the future its result. That wakes the one task that all four frames belong to.',
      shows: { kind: 'future.resolved', text: "'bread'" },
    },
    {
      name: 'at the top again',
      anchor: 'Task-1#1:finish',
      text: 'The value went from oven to kitchen to waiter to main, and each has added its part.',
      shows: { kind: 'task.finished', task: 'Task-1' },
    },
  ],
  telling: 'parked as one',
  claims: ['C6'],
  misconceptions: ['M3'],
  questions: [
    {
      at: 'down the chain',
      kind: 'free',
      prompt: 'Three awaits have been passed. How many times has the loop been asked to do something else?',
      because: 'Never. Control goes back to the loop when an await reaches a future that has no result.',
    },
    {
      at: 'parked as one',
      kind: 'why',
      prompt: 'What is main waiting for, in the end?',
      because: 'For the future in oven. The frames in between only pass its result on.',
    },
  ],
  changeOneThing: {
    text: 'Let the bread be ready before anybody waits for it: call bread.set_result at once. The chain never parks: awaiting what is done does not give up control.',
    find: "loop.call_later(2, bread.set_result, 'bread')",
    replace: "bread.set_result('bread')",
    stdout: 'sliced bread on a plate\n',
  },
  sources: ['Python documentation: Coroutines and Tasks, Awaitables', 'Python documentation: Futures'],
  check: {
    stdout: 'sliced bread on a plate\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'chain', task: 'Task-1', functions: ['main', 'waiter', 'kitchen', 'oven'], future: 'Future' },
      { kind: 'count', event: { kind: 'task.suspended', task: 'Task-1' }, times: 1 },
      {
        kind: 'inOrder',
        events: [
          { kind: 'future.resolved', future: 'Future', text: "'bread'" },
          { kind: 'task.resumed', task: 'Task-1', waited: 'Future' },
          { kind: 'frame.left', code: 'oven' },
          { kind: 'frame.left', code: 'kitchen' },
          { kind: 'frame.left', code: 'waiter' },
          { kind: 'frame.left', code: 'main' },
        ],
      },
      { kind: 'ends', task: 'Task-1', as: 'done', atMs: 2000 },
    ],
  },
};
