import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'blocking',
  place: 20,
  title: 'The same, with the sleep in a thread',
  text: 'The mended twin of "time.sleep stops everything". asyncio.to_thread gives the blocking call to a thread and awaits its result. The thread sleeps for three seconds; the loop goes on, and the heart beats every second. The Hazards tab is empty.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'given to a thread',
      anchor: 'Task-3#2:suspend',
      text: 'rude has become polite: it is parked until the thread has finished, and the loop is free.',
      shows: { kind: 'task.suspended', task: 'Task-3', future: 'run_in_executor' },
    },
    {
      name: 'the third beat',
      anchor: 'Task-2#3:resume+3',
      text: 'The beat of 2 s comes at 2 s, though a thread is still asleep.',
      shows: { kind: 'output.written', text: 'beat at 2.0\n' },
    },
  ],
  telling: 'given to a thread',
  claims: [],
  misconceptions: ['M4'],
  questions: [
    {
      at: 'given to a thread',
      kind: 'next',
      prompt: 'What runs next, and when?',
      because: 'The heart, at 1 s: its timer is the first that is due.',
    },
    {
      at: 'the third beat',
      kind: 'free',
      prompt: 'When is to_thread better than rewriting the call with await?',
      because:
        'When the call comes from a library that knows nothing of asyncio: reading files, old database drivers, heavy C code.',
    },
  ],
  changeOneThing: {
    text: 'Call time.sleep(3) again without the thread.',
    find: 'await asyncio.to_thread(time.sleep, 3)',
    replace: 'time.sleep(3)',
    stdout: 'beat at 0.0\nbeat at 3.5\nbeat at 4.5\nbeat at 5.5\n',
  },
  sources: ['Python documentation: Coroutines and Tasks, Running in Threads'],
  check: {
    stdout: 'beat at 0.0\nbeat at 1.0\nbeat at 2.0\nbeat at 3.0\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [{ kind: 'count', event: { kind: 'clock.advanced', by: 1 }, times: 0 }],
  },
};
