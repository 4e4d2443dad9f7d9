import type { Authored } from '../entry.ts';
import main from './main.py?raw';
import network from './network.json?raw';

export const SCENARIO: Authored = {
  shelf: 'network',
  place: 40,
  title: 'Three hosts that fail, each in its own way',
  text: 'The hosts are part of the scenario: shop answers 503 twice and then well, mail refuses every connection, stock never says anything. Each task tries three times, with longer pauses, and none waits for another. Refusals come at once, silence costs the whole timeout.',
  files: [{ name: 'main.py', text: main }],
  network,
  moments: [
    {
      name: 'mail is given up',
      anchor: 'mail#1:finish',
      text: 'Three refusals came at once each, so only the pauses took time. The others go on.',
      shows: { kind: 'task.finished', task: 'mail' },
    },
    {
      name: 'the silence ends',
      anchor: 'stock#1:cancel',
      text: 'Nothing came from stock for a second. The timer of the timeout asks its task to cancel.',
      shows: { kind: 'task.cancelRequested', task: 'stock' },
    },
  ],
  telling: 'mail is given up',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'mail is given up',
      kind: 'free',
      prompt: 'Which of the two others ends next?',
      because: 'shop: its third answer is good. Each attempt at stock waits for the whole timeout.',
    },
    {
      at: 'the silence ends',
      kind: 'free',
      prompt: 'Why does a host that is silent need a timeout, and one that refuses not?',
      because: 'A refusal is an answer, and raises at once. From silence nothing ever comes that could wake the task.',
    },
  ],
  changeOneThing: {
    text: 'Try only twice: then shop is given up too.',
    find: '(0.1, 0.2, 0.4)',
    replace: '(0.1, 0.2)',
    stdout:
      'mail refuses\nmail refuses\nshop answers 503\nmail is given up\nshop answers 503\nshop is given up\nstock is silent\nstock is silent\nstock is given up\n',
  },
  sources: [
    'aiohttp documentation: Client Reference, Client exceptions',
    'aiohttp documentation: Client Quickstart, Timeouts',
  ],
  check: {
    stdout:
      "mail refuses\nmail refuses\nshop answers 503\nmail refuses\nshop answers 503\nmail is given up\nshop says {'open': True}\nstock is silent\nstock is silent\nstock is silent\nstock is given up\n",
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'count', event: { kind: 'task.cancelRequested', task: 'stock' }, times: 3 },
      { kind: 'count', event: { kind: 'task.cancelRequested', task: 'mail' }, times: 0 },
    ],
  },
};
