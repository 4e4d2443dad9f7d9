import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'tasks',
  place: 90,
  title: 'A task that nobody keeps',
  text: 'create_task gives a task, and main drops it. The loop itself refers to tasks only weakly: what keeps this one alive is nothing but the timer that it waits for. Had it waited for something else that nobody holds, it could have been collected in the middle of its work, and no message would ever be logged.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'dropped',
      anchor: 'Task-2#1:created',
      text: 'The task has been created; the value of the statement is thrown away.',
      shows: { kind: 'task.created', task: 'Task-2' },
    },
    {
      name: 'only the loop knows it',
      anchor: 'Task-2#1:suspend+1',
      text: 'The task is parked. No variable, no set, no group and no other task leads to it.',
      shows: { kind: 'hazard.found', hazard: 'taskNotKept' },
    },
  ],
  telling: 'only the loop knows it',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'dropped',
      kind: 'free',
      prompt: 'Where would you keep it?',
      because: 'In a variable if you await it later, in a set if it is one of many, best of all in a TaskGroup.',
    },
    {
      at: 'only the loop knows it',
      kind: 'free',
      prompt: 'Why does it finish all the same?',
      because: 'It sleeps: the loop holds the timer, the timer the future, the future the wake-up of the task.',
    },
  ],
  changeOneThing: {
    text: 'Keep it: task = asyncio.create_task(...).',
    find: "    asyncio.create_task(log('started'))  # nobody keeps it",
    replace: "    task = asyncio.create_task(log('started'))",
    stdout: 'logged started\n',
  },
  sources: ['Python documentation: Coroutines and Tasks, Creating Tasks'],
  check: {
    stdout: 'logged started\n',
    ending: { kind: 'completed' },
    stderr: [],
    hazards: [{ kind: 'taskNotKept', line: 8 }],
    facts: [],
  },
};
