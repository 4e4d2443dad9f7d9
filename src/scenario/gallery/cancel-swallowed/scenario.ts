import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'cancelling',
  place: 50,
  title: 'A timeout that is ignored',
  text: 'asyncio.timeout can only ask: at 1.5 s it cancels the task, and CancelledError is thrown in at the await. poll catches it, says never mind and goes on. The timeout never fires, no TimeoutError is raised, and the program takes 3.5 s. One careless except has switched off every timeout around it.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'asked to stop',
      anchor: 'Task-1#1:cancel',
      text: '1.5 s are over: the timeout asks the task to cancel.',
      shows: { kind: 'task.cancelRequested', task: 'Task-1' },
    },
    {
      name: 'swallowed',
      anchor: 'Task-1#3:suspend+1',
      text: 'The CancelledError was caught, and the next await is reached as if nothing had happened.',
      shows: { kind: 'hazard.found', hazard: 'cancelSwallowed' },
    },
  ],
  telling: 'swallowed',
  claims: [],
  misconceptions: ['M7'],
  questions: [
    {
      at: 'asked to stop',
      kind: 'free',
      prompt: 'Where will the CancelledError come out?',
      because: 'At the sleep of line 6, where the task is parked: it is thrown in there.',
    },
    {
      at: 'swallowed',
      kind: 'value',
      prompt: 'When does the program end?',
      because: 'At 3.5 s: the sleep that was cut short, and two more of a second each.',
    },
  ],
  changeOneThing: {
    text: "Raise it again: add raise after print('never mind').",
    find: "            print('never mind')  # and on it goes\n",
    replace: "            print('never mind')\n            raise\n",
    stdout: 'poll 0\nnever mind\ntimed out\nit took 1.5 s\n',
  },
  sources: [
    'Python documentation: Coroutines and Tasks, Task Cancellation',
    'Python documentation: Coroutines and Tasks, Timeouts',
  ],
  check: {
    stdout: 'poll 0\nnever mind\npoll 1\npoll 2\npoll 3\nit took 3.5 s\n',
    ending: { kind: 'completed' },
    stderr: [],
    hazards: [{ kind: 'cancelSwallowed', line: 7 }],
    facts: [],
  },
};
