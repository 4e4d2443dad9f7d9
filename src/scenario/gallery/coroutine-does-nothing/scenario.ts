import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'coroutines',
  place: 10,
  title: 'Calling a coroutine does nothing',
  text: 'greet(\'Ada\') looks like a call and runs nothing: it makes a coroutine object that holds the function and its parameters, like a closure. Dropped, it gives the warning "was never awaited". The same function, handed to create_task, runs; and not even then at once, but when the loop comes to it.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'never awaited',
      anchor: 'Task-1#1:resume+5',
      text: 'The coroutine object for Ada is thrown away. Its code has not run and never will.',
      shows: { kind: 'coroutine.neverAwaited', coroutine: "greet('Ada')" },
    },
    {
      name: 'kept',
      anchor: 'Task-1#1:resume+9',
      text: 'A second coroutine object. There is no lane for it: it is not a task, only a thing that could be run.',
      shows: { kind: 'coroutine.created', label: "greet('Grace')" },
    },
    {
      name: 'scheduled',
      anchor: 'Task-2#1:created+1',
      text: 'Now it has a task, and its first step stands in the ready queue. Still nothing of it has run.',
      shows: { kind: 'handle.scheduled', task: 'Task-2', reason: 1 },
    },
    {
      name: 'it runs',
      anchor: 'Task-2#1:resume',
      text: 'main awaits, so the loop has time for the next handle: greet begins.',
      shows: { kind: 'task.resumed', task: 'Task-2' },
    },
  ],
  telling: 'never awaited',
  claims: ['C4'],
  misconceptions: ['M2'],
  questions: [
    {
      at: 'kept',
      kind: 'free',
      prompt: 'greet has been called twice. How many times has "hello" been printed?',
      because: 'Never. A call makes a coroutine object; its code runs when it is awaited, or when a task steps it.',
    },
    {
      at: 'scheduled',
      kind: 'value',
      prompt: 'What is printed next: "hello Grace", or "scheduled, and still nothing has run"?',
      because: 'create_task puts the first step into the ready queue. main keeps running until its next await.',
    },
  ],
  changeOneThing: {
    text: 'Put an await before the first call in line 8. The warning is gone, and Ada is greeted before anything else.',
    find: "    greet('Ada')",
    replace: "    await greet('Ada')",
    stdout:
      "hello Ada\nnothing has run\ninside it waits {'name': 'Grace'}\nscheduled, and still nothing has run\nhello Grace\nresult 5\n",
  },
  sources: [
    'Python documentation: Coroutines and Tasks, Coroutines',
    'Python documentation: Developing with asyncio, Detect never-awaited coroutines',
  ],
  check: {
    stdout:
      "nothing has run\ninside it waits {'name': 'Grace'}\nscheduled, and still nothing has run\nhello Grace\nresult 5\n",
    ending: { kind: 'completed' },
    stderr: ["RuntimeWarning: coroutine 'greet' was never awaited"],
    hazards: [{ kind: 'neverAwaited', line: 8 }],
    facts: [
      { kind: 'count', event: { kind: 'coroutine.created', code: 'greet' }, times: 2 },
      { kind: 'count', event: { kind: 'coroutine.neverAwaited' }, times: 1 },
      { kind: 'count', event: { kind: 'coroutine.started', coroutine: "greet('Ada')" }, times: 0 },
      {
        kind: 'inOrder',
        events: [
          { kind: 'coroutine.created', label: "greet('Grace')" },
          { kind: 'output.written', text: 'nothing has run\n' },
          { kind: 'task.created', coroutine: "greet('Grace')", parent: 'Task-1' },
          { kind: 'output.written', text: 'scheduled, and still nothing has run\n' },
          { kind: 'task.suspended', task: 'Task-1', future: 'Task-2' },
          { kind: 'coroutine.started', coroutine: "greet('Grace')" },
        ],
      },
      { kind: 'ends', task: 'Task-2', as: 'done', atMs: 0 },
    ],
  },
};
