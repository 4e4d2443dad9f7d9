import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import tasks from './tasks.py?raw';

export const SCENARIO: Authored = {
  shelf: 'celery',
  place: 40,
  title: 'Chain, group and chord',
  text: 'Tasks can be put together before they are sent. In a chain each message carries the links that follow; the child that ends one sends the next. A group is several messages at once, and nobody waits for all of them. A chord does: each part that ends is counted, and with the last one the body is sent, with all results in order. When a link fails the rest is not sent, and failed; when a part fails, so does the body.',
  files: [
    { name: 'client.py', text: client },
    { name: 'tasks.py', text: tasks },
    { name: 'Procfile', text: procfile },
  ],
  moments: [
    {
      name: 'the next link',
      anchor: 'ThreadPoolExecutor-0_0#3:resume+4',
      text: 'The child that ran the first link has sent the second.',
      shows: { kind: 'envelope.stored', envelope: 2 },
    },
    {
      name: 'all at once',
      anchor: '4204 client.1#10:resume+1',
      text: 'Four messages of a group, sent one after the other.',
      shows: { kind: 'canvas.began', type: 'group' },
    },
    {
      name: 'the body',
      anchor: 'ThreadPoolExecutor-0_3#8:resume+2',
      text: 'The third of three parts has ended: now the body is sent.',
      shows: { kind: 'celeryTask.changed', name: 'tasks.total', state: 'PENDING' },
    },
    {
      name: 'a part fails',
      anchor: 'ThreadPoolExecutor-0_3#10:resume+9',
      text: 'One part has failed, and with it the body. The other parts run all the same.',
      shows: { kind: 'celeryTask.changed', name: 'tasks.total', state: 'FAILURE' },
    },
  ],
  telling: 'the body',
  claims: [],
  misconceptions: ['M14'],
  questions: [
    {
      at: 'all at once',
      kind: 'free',
      prompt: 'Four tasks of one second each, four threads. After how many seconds is the group done?',
      because: 'One. They are independent messages, and each thread takes one.',
    },
    {
      at: 'the body',
      kind: 'free',
      prompt: 'Who sent the message of the body?',
      because:
        'The process that counted the last part. The client has sent the parts only; it could have ended long ago.',
    },
  ],
  changeOneThing: {
    text: 'Let the chord have four parts.',
    find: 'for n in (1, 2, 3)])(total',
    replace: 'for n in (1, 2, 3, 4)])(total',
    stdout:
      "client.1 | chain 25\nclient.1 | broken ZeroDivisionError('division by zero') FAILURE\nclient.1 | group [0, 2, 4, 6]\nclient.1 | chord 10\nclient.1 | failed FAILURE ['SUCCESS', 'FAILURE', 'SUCCESS']\n",
  },
  sources: ['Celery documentation: Canvas, Designing Work-flows'],
  check: {
    stdout:
      "client.1 | chain 25\nclient.1 | broken ZeroDivisionError('division by zero') FAILURE\nclient.1 | group [0, 2, 4, 6]\nclient.1 | chord 6\nclient.1 | failed FAILURE ['SUCCESS', 'FAILURE', 'SUCCESS']\n",
    ending: { kind: 'completed' },
    stderr: ["raised ZeroDivisionError('division by zero')"],
    facts: [
      { kind: 'count', event: { kind: 'canvas.began', type: 'chain' }, times: 2 },
      { kind: 'count', event: { kind: 'canvas.began', type: 'chord' }, times: 2 },
      { kind: 'count', event: { kind: 'envelope.began', consumer: 'tasks.total' }, times: 1 },
      { kind: 'count', event: { kind: 'envelope.began', consumer: 'tasks.divide' }, times: 4 },
    ],
  },
};
