import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sharing',
  place: 30,
  title: 'A threading lock held across an await',
  text: 'A threading.Lock belongs to threads, and all tasks of a loop share one. Ann keeps it while she sleeps. If Ben came now, with lock: would block the thread, and with it the loop that is to wake Ann: both would wait for ever. It goes well here only because nobody else comes.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'parked with the lock',
      anchor: 'Task-1#1:suspend+1',
      text: 'Ann is parked inside of with lock: the lock stays taken for a second.',
      shows: { kind: 'hazard.found', hazard: 'lockAcrossAwait' },
    },
    {
      name: 'given back',
      anchor: 'Task-1#2:resume+2',
      text: 'The lock is free again, for this time.',
      shows: { kind: 'output.written', text: 'Ann ends\n' },
    },
  ],
  telling: 'parked with the lock',
  claims: [],
  misconceptions: ['M5', 'M8'],
  questions: [
    {
      at: 'parked with the lock',
      kind: 'free',
      prompt: 'Why could Ben not simply wait for the lock?',
      because:
        'Waiting for a threading.Lock blocks the thread. The loop runs in this thread, and it would have to wake Ann.',
    },
    {
      at: 'given back',
      kind: 'free',
      prompt: 'Where is a threading.Lock right?',
      because: 'Around code without an await that other threads run too.',
    },
  ],
  changeOneThing: {
    text: 'Give the lock back before the await.',
    find: '        await asyncio.sleep(1)  # and keeps the lock\n',
    replace: '    await asyncio.sleep(1)\n    with lock:\n',
    stdout: 'Ann begins\nAnn ends\nwith Ben beside her, the thread would wait for itself\n',
  },
  sources: ['Python documentation: Synchronization Primitives, Lock', 'Python documentation: threading, Lock Objects'],
  check: {
    stdout: 'Ann begins\nAnn ends\nwith Ben beside her, the thread would wait for itself\n',
    ending: { kind: 'completed' },
    stderr: [],
    hazards: [{ kind: 'lockAcrossAwait', line: 9 }],
    facts: [],
  },
};
