import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'coroutines',
  place: 90,
  title: 'await does not start anything',
  text: 'Two awaits in a row take two seconds: await means "go on inside of it until it is done", and the second coroutine is not even begun before. Only tasks run side by side: gather makes two, and both are done after one second. Look at the lanes: the first half has one, the second half three.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'only tea',
      anchor: 'Task-1#1:suspend',
      text: 'main is parked inside of the first brew. There is no coffee yet, not even a coroutine object.',
      shows: { kind: 'task.suspended', task: 'Task-1', future: 'sleep(1)' },
    },
    {
      name: 'two seconds',
      anchor: 'Task-1#3:resume',
      text: 'It is 2 s when the coffee is done: one after the other, the times add up.',
      shows: { kind: 'task.resumed', task: 'Task-1', waited: 'sleep(1)' },
    },
    {
      name: 'two tasks',
      anchor: 'Task-3#1:suspend',
      text: 'Two new lanes: gather has made tasks, and both are parked at the same time.',
      shows: { kind: 'task.suspended', task: 'Task-3' },
    },
    {
      name: 'one second',
      anchor: 'Task-1#4:resume',
      text: 'Together: the time of the slower one.',
      shows: { kind: 'task.resumed', task: 'Task-1', waited: 'gather' },
    },
  ],
  telling: 'two tasks',
  claims: [],
  misconceptions: ['M1'],
  questions: [
    {
      at: 'only tea',
      kind: 'free',
      prompt: 'main is parked. Why does the coffee not begin now?',
      because:
        'Line 11 comes after line 10. A coroutine goes on only when what it awaits is done; there is no other task.',
    },
    {
      at: 'two seconds',
      kind: 'free',
      prompt: 'How long will line 15 take, with the same two coroutines?',
      because: 'One second: gather wraps each of them in a task, and both sleep at the same time.',
    },
  ],
  changeOneThing: {
    text: 'Tasks need no gather: make a task of the tea before you await the coffee, and await the tea last.',
    find: "await brew('tea')\n    await brew('coffee')",
    replace: "tea = asyncio.create_task(brew('tea'))\n    await brew('coffee')\n    await tea",
    stdout: 'one after the other: 1.0 s\ntogether: 1.0 s\n',
  },
  sources: ['Python documentation: Coroutines and Tasks, Coroutines'],
  check: {
    stdout: 'one after the other: 2.0 s\ntogether: 1.0 s\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'chain', task: 'Task-1', functions: ['main', 'brew', 'sleep'], future: 'sleep(1)' },
      {
        kind: 'inOrder',
        events: [
          { kind: 'coroutine.created', label: "brew('tea')" },
          { kind: 'clock.advanced', time: 1_000_000, by: 0 },
          { kind: 'coroutine.created', label: "brew('coffee')" },
          { kind: 'clock.advanced', time: 2_000_000, by: 0 },
          { kind: 'task.created', coroutine: "brew('tea')" },
          { kind: 'task.created', coroutine: "brew('coffee')" },
          { kind: 'clock.advanced', time: 3_000_000, by: 0 },
        ],
      },
      {
        kind: 'parkedTogether',
        tasks: [
          { task: 'Task-2', line: 4 },
          { task: 'Task-3', line: 4 },
        ],
      },
      { kind: 'ends', task: 'Task-1', as: 'done', atMs: 3000 },
    ],
  },
};
