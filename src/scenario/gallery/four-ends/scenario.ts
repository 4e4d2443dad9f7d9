import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'tasks',
  place: 20,
  title: 'The four ends of a future',
  text: 'A future is a place where a result, an exception or a cancellation will be stored, and a list of callbacks. Here are four: one gets a result, one an exception, one is cancelled, and one stays pending for ever. No coroutine takes part in the first three: the loop runs handles, and a settled future puts its callbacks into the ready queue.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'a result',
      anchor: 'loop#2:iteration+7',
      text: 'A timer stores the result. The callback is not called here: it joins the ready queue.',
      shows: { kind: 'future.resolved', outcome: 0, text: "'ready'" },
    },
    {
      name: 'an exception',
      anchor: 'loop#4:iteration+7',
      text: 'An exception is stored in the future. It is not raised until somebody asks for the result.',
      shows: { kind: 'future.resolved', outcome: 1 },
    },
    {
      name: 'cancelled',
      anchor: 'loop#6:iteration+7',
      text: 'The third is cancelled, in this very instant: nothing runs inside of a future that could object.',
      shows: { kind: 'future.resolved', outcome: 2 },
    },
    {
      name: 'still pending',
      anchor: 'Task-1#1:finish',
      text: 'Nobody ever settles the fourth. Whoever awaited it would wait for ever.',
      shows: { kind: 'task.finished', task: 'Task-1' },
    },
  ],
  telling: 'an exception',
  claims: ['F1'],
  misconceptions: [],
  questions: [
    {
      at: 'a result',
      kind: 'next',
      prompt: 'The future has its result. When does report run: now, or in the next iteration of the loop?',
      because: 'In the next one. set_result schedules the callbacks with call_soon; it never calls them itself.',
    },
    {
      at: 'an exception',
      kind: 'free',
      prompt: 'A ValueError is stored. Why does the program not end?',
      because:
        'It is a value in the future until result() or await raises it. report only looks at it with exception().',
    },
  ],
  changeOneThing: {
    text: 'Cancel earlier: change call_later(3 to call_later(0.5. The callbacks run in the order in which the futures are settled.',
    find: 'call_later(3',
    replace: 'call_later(0.5',
    stdout: "cancelled\nresult ready\nexception ValueError('broken')\nthe fourth is done: False\n",
  },
  sources: ['Python documentation: Futures, Future Object', 'Python documentation: Event Loop, loop.create_future'],
  check: {
    stdout: "result ready\nexception ValueError('broken')\ncancelled\nthe fourth is done: False\n",
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'count', event: { kind: 'future.created', label: 'Future' }, times: 4 },
      { kind: 'count', event: { kind: 'future.resolved', future: 'Future' }, times: 3 },
      {
        kind: 'inOrder',
        events: [
          { kind: 'future.resolved', future: 'Future', outcome: 0, by: 0 },
          { kind: 'handle.scheduled', future: 'Future', reason: 3 },
          { kind: 'loop.iterationBegan' },
          { kind: 'output.written', text: 'result ready\n' },
          { kind: 'future.resolved', future: 'Future', outcome: 1, text: 'ValueError: broken', by: 0 },
          { kind: 'loop.iterationBegan' },
          { kind: 'output.written', text: "exception ValueError('broken')\n" },
          { kind: 'future.resolved', future: 'Future', outcome: 2, by: 0 },
          { kind: 'loop.iterationBegan' },
          { kind: 'output.written', text: 'cancelled\n' },
        ],
      },
      { kind: 'ends', task: 'Task-1', as: 'done', atMs: 4000 },
    ],
  },
};
