import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'tasks',
  place: 40,
  title: 'Awaits that stand in a row',
  text: 'main fetches the user and waits, then fetches the news and waits again: five seconds. The second fetch does not need anything of the first, so both could have waited at the same time. await means: go on only when it is done. What is to run beside must be started before.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'the first wait',
      anchor: 'Task-1#1:suspend',
      text: 'Only one timer is in the list: the news have not been asked for yet.',
      shows: { kind: 'task.suspended', task: 'Task-1', future: 'sleep(2)' },
    },
    {
      name: 'five seconds',
      anchor: 'Task-1#3:resume+1',
      text: 'Both waits took their time, one after the other.',
      shows: { kind: 'hazard.found', hazard: 'sequentialAwaits' },
    },
  ],
  telling: 'five seconds',
  claims: [],
  misconceptions: ['M1'],
  questions: [
    {
      at: 'the first wait',
      kind: 'free',
      prompt: 'How many timers does the loop hold now?',
      because: 'One. The second fetch is called only when the first is done.',
    },
    {
      at: 'five seconds',
      kind: 'free',
      prompt: 'When would you leave it as it is?',
      because: 'When the second call must not start before the first has ended, because it relies on its effect.',
    },
  ],
  changeOneThing: {
    text: 'Start both first: user = asyncio.create_task(...), and await it later.',
    find: "    user = await fetch('user', 2)\n    news = await fetch('news', 3)\n",
    replace:
      "    first = asyncio.create_task(fetch('user', 2))\n    news = await fetch('news', 3)\n    user = await first\n",
    stdout: 'user and news after 3.0 s\n',
  },
  sources: ['Python documentation: Coroutines and Tasks, Running Tasks Concurrently'],
  check: {
    stdout: 'user and news after 5.0 s\n',
    ending: { kind: 'completed' },
    stderr: [],
    hazards: [{ kind: 'sequentialAwaits', line: 9 }],
    facts: [],
  },
};
