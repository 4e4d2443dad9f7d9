import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'threads',
  place: 10,
  title: 'Two threads lose an update',
  text: 'Ann and Bob sell three tickets each. To count one they read the number, and write it back one higher; in between another thread may run, here at time.sleep(0). Then both have read the same number, and one of the two sales is gone. Which thread goes on is arbitrary: with another seed others are lost, or fewer. With a lock around the two lines, none ever is.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'Ann has read',
      anchor: 'Bob#1:resume',
      text: 'Ann has read 0 tickets and lets others run before she writes 1.',
      shows: { kind: 'thread.switched', thread: 'Bob' },
    },
    {
      name: 'Bob writes',
      anchor: 'Ann#1:finish',
      text: 'Ann is done. Bob still writes what he read before: her sales do not count.',
      shows: { kind: 'thread.finished', thread: 'Ann' },
    },
  ],
  telling: 'Ann has read',
  claims: ['X1'],
  misconceptions: ['M5'],
  questions: [
    {
      at: 'Ann has read',
      kind: 'free',
      prompt: 'Six tickets are sold. How many will have been counted?',
      because: 'Fewer than six: whoever writes last writes what it read before the other had written.',
    },
    {
      at: 'Bob writes',
      kind: 'free',
      prompt: 'Would the same program be right with asyncio tasks and await asyncio.sleep(0)?',
      because:
        'No: an await between reading and writing is just such a place. Without one, tasks cannot be interrupted; threads can.',
    },
  ],
  changeOneThing: {
    text: 'Take the pause away: pass in place of time.sleep(0). The turn of a thread is now long enough for all of its sales; nothing promises that it always will be.',
    find: 'time.sleep(0)  #',
    replace: 'pass  #',
    stdout: 'all are counted\n',
  },
  sources: ['Python documentation: threading, Lock Objects', 'Python documentation: sys.setswitchinterval'],
  check: {
    stdout: 'some are lost\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      {
        kind: 'inOrder',
        events: [
          { kind: 'thread.started', thread: 'Ann' },
          { kind: 'thread.started', thread: 'Bob' },
          { kind: 'thread.blocked', thread: 'MainThread', what: 'join', holder: 'Ann' },
          { kind: 'thread.finished', thread: 'Ann' },
          { kind: 'thread.finished', thread: 'Bob' },
        ],
      },
      { kind: 'count', event: { kind: 'thread.finished' }, times: 2 },
    ],
  },
};
