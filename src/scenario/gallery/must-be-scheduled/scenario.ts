import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'coroutines',
  place: 70,
  title: 'It must be scheduled on a loop',
  text: 'Without a running event loop there is nobody who could run a coroutine: create_task raises RuntimeError. Inside of main there is a loop. The same coroutine object becomes a task, its first step joins the ready queue, and it runs as soon as main steps aside. Watch the ready queue before and after.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'no loop',
      anchor: 'start+8',
      text: 'There is no event loop yet, so there is no ready queue to stand in.',
      shows: { kind: 'exception.raised', text: 'RuntimeError: no running event loop' },
    },
    {
      name: 'before',
      anchor: 'Task-1#1:resume',
      text: 'main runs, and the ready queue is empty.',
      shows: { kind: 'task.resumed', task: 'Task-1' },
    },
    {
      name: 'in the queue',
      anchor: 'hello#1:created+1',
      text: 'The first step of hello stands in the ready queue. main still runs.',
      shows: { kind: 'handle.scheduled', task: 'hello', reason: 1 },
    },
    {
      name: 'its turn',
      anchor: 'hello#1:resume',
      text: 'main has stepped aside with sleep(0) and queues up again, behind hello.',
      shows: { kind: 'task.resumed', task: 'hello' },
    },
  ],
  telling: 'in the queue',
  claims: ['C5'],
  misconceptions: [],
  questions: [
    {
      at: 'no loop',
      kind: 'free',
      prompt: 'Line 8 fails. Is the coroutine object lost?',
      because: 'No. Nothing was scheduled, and the object is still whole: main schedules it later.',
    },
    {
      at: 'in the queue',
      kind: 'next',
      prompt: 'hello is scheduled. Which line runs next?',
      because: 'Line 14, of main. The loop takes the next handle only when the running step ends at an await.',
    },
  ],
  changeOneThing: {
    text: 'Let main keep going instead of stepping aside: change the await in line 15 to "pass". hello has not run when main looks: the loop comes to it only when main has ended.',
    find: 'await asyncio.sleep(0)  # main steps aside once',
    replace: 'pass',
    stdout: 'RuntimeError: no running event loop\nit stands in the ready queue\nit has run: False\nhello\n',
  },
  sources: ['Python documentation: asyncio.create_task', 'Python documentation: Event Loop, asyncio.get_running_loop'],
  check: {
    stdout: 'RuntimeError: no running event loop\nit stands in the ready queue\nhello\nit has run: True\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'ready', after: { kind: 'task.resumed', task: 'Task-1' }, tasks: [] },
      { kind: 'ready', after: { kind: 'handle.scheduled', task: 'hello' }, tasks: ['hello'] },
      { kind: 'ready', after: { kind: 'task.suspended', task: 'Task-1' }, tasks: ['hello', 'Task-1'] },
      { kind: 'ready', after: { kind: 'task.resumed', task: 'hello' }, tasks: ['Task-1'] },
      {
        kind: 'inOrder',
        events: [
          { kind: 'coroutine.created', label: 'hello()' },
          { kind: 'exception.raised', text: 'RuntimeError: no running event loop' },
          { kind: 'loop.created' },
          { kind: 'task.created', name: 'hello', coroutine: 'hello()' },
          { kind: 'coroutine.started', coroutine: 'hello()' },
        ],
      },
    ],
  },
};
