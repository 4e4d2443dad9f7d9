import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'tasks',
  place: 10,
  title: 'asyncio wraps coroutines in tasks',
  text: 'The loop cannot run a coroutine, only handles. So whoever hands a coroutine to asyncio gets a task around it: run makes one for main, and create_task, ensure_future and gather each make one for work. What is a task already is not wrapped again. A plain await makes none: there, work runs as part of main.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'run makes a task',
      anchor: 'Task-1#1:created',
      text: 'asyncio.run wraps main() in a task before anything of it runs.',
      shows: { kind: 'task.created', label: 'main()' },
    },
    {
      name: 'create_task',
      anchor: 'by create_task#1:created',
      text: 'A coroutine object goes in, a task comes out.',
      shows: { kind: 'task.created', name: 'by create_task' },
    },
    {
      name: 'gather makes the last one',
      anchor: 'Task-3#1:created',
      text: 'gather is given two tasks and a coroutine. It wraps the coroutine and leaves the tasks as they are.',
      shows: { kind: 'task.created', name: 'Task-3' },
    },
    {
      name: 'no task at all',
      anchor: 'Task-1#2:suspend',
      text: 'await work() makes no task: no new lane appears, main itself is parked inside of work.',
      shows: { kind: 'task.suspended', task: 'Task-1', future: 'sleep(1)' },
    },
  ],
  telling: 'gather makes the last one',
  claims: ['F2'],
  misconceptions: [],
  questions: [
    {
      at: 'create_task',
      kind: 'free',
      prompt: 'work() is called four times in this program. How many tasks will there be, with the one for main?',
      because:
        'Four: create_task, ensure_future and gather make one each, run made one for main, and await makes none.',
    },
    {
      at: 'gather makes the last one',
      kind: 'free',
      prompt: 'gather got three awaitables. Why does it make only one task?',
      because: 'Two are tasks already. ensure_future gives a task or future back as it is.',
    },
  ],
  changeOneThing: {
    text: 'Leave two out: replace "one, two, work()" by "one, work(), work()". gather makes two tasks now, and two runs all the same, though nobody awaits it.',
    find: 'gather(one, two, work())',
    replace: 'gather(one, work(), work())',
    stdout:
      "run made Task-1\nwrapped twice: False\n['by create_task', 'Task-3', 'Task-4']\nawaited directly, work is part of Task-1\n",
  },
  sources: [
    'Python documentation: asyncio.ensure_future',
    'Python documentation: asyncio.gather',
    'Python documentation: asyncio.create_task',
  ],
  check: {
    stdout:
      "run made Task-1\nwrapped twice: False\n['by create_task', 'by ensure_future', 'Task-3']\nawaited directly, work is part of Task-1\n",
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'count', event: { kind: 'coroutine.created', label: 'work()' }, times: 4 },
      { kind: 'count', event: { kind: 'task.created', label: 'work()' }, times: 3 },
      { kind: 'count', event: { kind: 'task.created', label: 'main()' }, times: 1 },
      {
        kind: 'inOrder',
        events: [
          { kind: 'task.created', coroutine: 'main()', parent: 0 },
          { kind: 'task.created', coroutine: 'work()', name: 'by create_task' },
          { kind: 'task.created', coroutine: 'work()', name: 'Task-2' },
          { kind: 'task.renamed', name: 'by ensure_future' },
          { kind: 'task.created', coroutine: 'work()', name: 'Task-3' },
        ],
      },
      { kind: 'chain', task: 'Task-1', functions: ['main', 'work', 'sleep'], future: 'sleep(1)' },
    ],
  },
};
