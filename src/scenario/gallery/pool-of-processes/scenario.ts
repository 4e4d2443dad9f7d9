import type { Authored } from '../entry.ts';
import main from './main.py?raw';

const STDOUT = 'fig 3\npear 4\nquince 6\ncherry 6\nplum 4\n2 workers weighed 5\n';

export const SCENARIO: Authored = {
  shelf: 'threads',
  place: 40,
  title: 'A pool of processes',
  text: 'Two workers, each a Python of its own, take the fruit one after another. Nothing is shared by itself: arguments and results travel through pipes, as copies, and each worker imports the main module anew, under the name __mp_main__. Only the counter is one for all, and its lock too. imap gives the results in order, whoever is ready first.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'a worker begins',
      anchor: 'start+25',
      text: 'A new Python: it has to import the main module before it can be given work.',
      shows: { kind: 'process.started', process: 'ForkServerPoolWorker-1' },
    },
    {
      name: 'a worker is ended',
      anchor: '4202 ForkServerPoolWorker-1#1:finish+3',
      text: 'The with statement ends the pool: its workers would wait for work for ever.',
      shows: { kind: 'process.ended', process: 'ForkServerPoolWorker-1' },
    },
  ],
  telling: 'a worker begins',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'a worker begins',
      kind: 'free',
      prompt: 'What would happen without the line `if __name__ == ...`?',
      because:
        'Each worker imports the main module, and would start a pool itself. Python refuses that with a RuntimeError.',
    },
    {
      at: 'a worker is ended',
      kind: 'free',
      prompt: 'Why does the counter need a lock although each process has a GIL of its own?',
      because:
        'The GIL holds back threads of one process. Reading, adding and writing back are three steps for the others.',
    },
  ],
  changeOneThing: {
    text: 'Take three workers.',
    find: 'Pool(2, begin',
    replace: 'Pool(3, begin',
    stdout: STDOUT.replace('2 workers', '3 workers'),
  },
  sources: [
    'Python documentation: multiprocessing, Process Pools',
    'Python documentation: The spawn and forkserver start methods',
  ],
  check: {
    stdout: STDOUT,
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'count', event: { kind: 'process.started' }, times: 3 },
      {
        kind: 'inOrder',
        events: [
          { kind: 'process.started', process: 'ForkServerPoolWorker-1' },
          { kind: 'process.started', process: 'ForkServerPoolWorker-2' },
          { kind: 'process.ended', process: 'main.py', status: 0 },
        ],
      },
    ],
  },
};
