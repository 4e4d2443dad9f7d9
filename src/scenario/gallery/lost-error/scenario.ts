import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'tasks',
  place: 70,
  title: 'An error that nobody sees',
  text: 'save fails after a second, in a task of its own. main sleeps, prints that all is well and ends: it never awaits the task, so the exception stays in its box. Only when the task is thrown away does asyncio complain, on stderr, when it is too late to do anything.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'it fails',
      anchor: 'Task-2#1:finish',
      text: 'The task has ended with an OSError, and nobody waits for it.',
      shows: { kind: 'task.finished', task: 'Task-2', outcome: 1 },
    },
    {
      name: 'nobody asked',
      anchor: 'Task-1#1:finish+3',
      text: 'The task is thrown away with its exception still in it.',
      shows: { kind: 'hazard.found', hazard: 'neverRetrieved' },
    },
  ],
  telling: 'it fails',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'it fails',
      kind: 'free',
      prompt: 'Does main notice?',
      because: 'No. An exception in a task is stored there until somebody awaits the task or asks for its result.',
    },
    {
      at: 'nobody asked',
      kind: 'free',
      prompt: 'Which two ways are there to make main notice?',
      because: 'Await the task, or make it in a TaskGroup, which fails with its children.',
    },
  ],
  changeOneThing: {
    text: 'Await the task in the end. The exception comes out of the await.',
    find: "    print('all is well, it seems')",
    replace: '    await saving',
    stdout: '',
    ending: { kind: 'raised', exception: 'OSError: the disk is full: letter' },
  },
  sources: ['Python documentation: Developing with asyncio, Detect never-retrieved exceptions'],
  check: {
    stdout: 'all is well, it seems\n',
    ending: { kind: 'completed' },
    stderr: ['Task exception was never retrieved'],
    hazards: [{ kind: 'neverRetrieved', line: 5 }],
    facts: [],
  },
};
