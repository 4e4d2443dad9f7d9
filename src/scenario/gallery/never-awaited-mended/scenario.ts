import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'coroutines',
  place: 20,
  title: 'Awaited, or made a task',
  text: 'The mended twin of "A coroutine that does nothing". A coroutine object has two ways to run: await it, and go on when it is done, or make a task of it, and go on at once while it runs beside. Keep the task and await it in the end.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'awaited',
      anchor: 'Task-1#1:suspend',
      text: 'main waits inside of greet until Ada has been greeted.',
      shows: { kind: 'task.suspended', task: 'Task-1', future: 'sleep(1)' },
    },
    {
      name: 'made a task',
      anchor: 'Task-2#1:created',
      text: 'Grace is greeted by a task of her own; main goes on.',
      shows: { kind: 'task.created', task: 'Task-2' },
    },
  ],
  telling: 'made a task',
  claims: [],
  misconceptions: ['M2'],
  questions: [
    {
      at: 'awaited',
      kind: 'free',
      prompt: 'How many lanes are there now, and why?',
      because: 'One: an awaited coroutine runs as part of the task that awaits it.',
    },
    {
      at: 'made a task',
      kind: 'value',
      prompt: 'What is printed next?',
      because: '"Grace will be greeted": the task has been created, but has not run yet.',
    },
  ],
  changeOneThing: {
    text: 'Forget the last await. main ends, and the task with it, before Grace is greeted.',
    find: '    await task\n',
    replace: '',
    stdout: 'Hello Ada\nGrace will be greeted\n',
  },
  sources: ['Python documentation: Coroutines and Tasks, Coroutines'],
  check: {
    stdout: 'Hello Ada\nGrace will be greeted\nHello Grace\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [],
  },
};
