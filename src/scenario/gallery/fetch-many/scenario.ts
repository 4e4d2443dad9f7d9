import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'network',
  place: 20,
  title: 'Fetch many pages, two at a time',
  text: 'Four requests to a slow host. The semaphore lets two of them out at once; a connection that is free again is used for the next request instead of a new one. The tab Wires shows the requests on their way, and the answers coming back.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'two are out',
      anchor: 'page 3#1:suspend',
      text: 'Pages 1 and 2 have the permits. Page 3 finds none and stands in line.',
      shows: { kind: 'task.suspended', task: 'page 3', future: 'Semaphore.acquire' },
    },
    {
      name: 'on their way',
      anchor: 'page 1#4:suspend',
      text: 'Both requests are on their way, each on a connection of its own. Pages 3 and 4 have not asked yet: they stand in line for a permit.',
      shows: { kind: 'task.suspended', task: 'page 1' },
    },
    {
      name: 'the first answer',
      anchor: 'page 1#1:finish',
      text: 'Page 1 is done: its permit goes to page 3, and its connection is kept for it.',
      shows: { kind: 'task.finished', task: 'page 1' },
    },
  ],
  telling: 'on their way',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'two are out',
      kind: 'free',
      prompt: 'Which page will be asked for next, and when?',
      because: 'Page 3, as soon as page 1 has its answer and gives its permit back.',
    },
    {
      at: 'the first answer',
      kind: 'free',
      prompt: 'How many connections are opened for the four requests?',
      because: 'Two: a connection that has brought its answer is used again.',
    },
  ],
  changeOneThing: {
    text: 'Let all four out at once: Semaphore(4). The slow page is then the last.',
    find: 'Semaphore(2)',
    replace: 'Semaphore(4)',
    stdout:
      '4 200 https://httpbin.org/delay/1\n3 200 https://httpbin.org/delay/1\n1 200 https://httpbin.org/delay/1\n2 200 https://httpbin.org/delay/2\n',
  },
  sources: ['aiohttp documentation: Client Quickstart', 'Python documentation: Synchronization Primitives, Semaphore'],
  check: {
    stdout:
      '1 200 https://httpbin.org/delay/1\n2 200 https://httpbin.org/delay/2\n3 200 https://httpbin.org/delay/1\n4 200 https://httpbin.org/delay/1\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [{ kind: 'count', event: { kind: 'task.suspended', future: 'Semaphore.acquire' }, times: 2 }],
  },
};
