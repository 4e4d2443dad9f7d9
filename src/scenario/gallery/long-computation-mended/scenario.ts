import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'blocking',
  place: 40,
  title: 'The same in pieces',
  text: 'The mended twin of "A long computation stops everything". After every 10,000 numbers count awaits sleep(0): it gives up control for one turn and is ready again at once. clock gets its turns in between. For work that really takes long, a process is better still.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'a turn for others',
      anchor: 'Task-3#1:suspend',
      text: 'count gives up control; clock is next in the ready queue.',
      shows: { kind: 'task.suspended', task: 'Task-3', future: 0 },
    },
    {
      name: 'the second tick',
      anchor: 'Task-2#2:resume+3',
      text: 'The clock ticks while the sum is not finished.',
      shows: { kind: 'output.written', text: 'tick 1\n' },
    },
  ],
  telling: 'a turn for others',
  claims: [],
  misconceptions: ['M3'],
  questions: [
    {
      at: 'a turn for others',
      kind: 'next',
      prompt: 'Who runs next?',
      because: 'clock: it was in the ready queue before count came back to its end.',
    },
    {
      at: 'the second tick',
      kind: 'free',
      prompt: 'Does sleep(0) make the sum faster?',
      because: 'No, a little slower. It makes the others wait less.',
    },
  ],
  changeOneThing: {
    text: 'Take the pauses away.',
    find: '        if number % 10_000 == 9_999:\n            await asyncio.sleep(0)  # the others have a turn\n',
    replace: '',
    stdout: 'tick 0\ntotal 1799970000\ntick 1\ntick 2\n',
  },
  sources: ['Python documentation: Coroutines and Tasks, Sleeping'],
  check: {
    stdout: 'tick 0\ntick 1\ntick 2\ntotal 1799970000\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [{ kind: 'count', event: { kind: 'task.suspended', task: 'Task-3', future: 0 }, times: 6 }],
  },
};
