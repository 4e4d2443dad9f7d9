import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import editor from './editor.py?raw';
import procfile from './Procfile?raw';
import routing from './routing.py?raw';
import urls from './urls.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sockets',
  place: 120,
  title: 'Long polling: an answer that is left to others',
  text: 'Three browsers ask for news, and there are none. Each view puts its reply channel into a group and raises ResponseLater: the worker is free again, the browsers wait. Ten seconds later somebody sends one whole response to the group, and all three have it. Nobody leaves the group: the second news makes three more copies, and the server throws them away, since these requests are answered.',
  files: siteWith({
    'urls.py': urls,
    'routing.py': routing,
    'client.py': client,
    'editor.py': editor,
    Procfile: procfile,
  }),
  moments: [
    {
      name: 'left to others',
      anchor: '4204 worker.1#13:resume+8',
      text: 'Three are in the group. No worker is busy with them.',
      shows: { kind: 'envelope.ended', envelope: 3, outcome: 0 },
    },
    {
      name: 'news',
      anchor: '4204 worker.1#15:resume+6',
      text: 'One message for the group: a copy for each browser.',
      shows: { kind: 'envelope.stored', envelope: 5 },
    },
    {
      name: 'too late',
      anchor: 'replies on daphne.response.gIXFVTbpYk!#7:resume+2',
      text: 'A copy of the second news. The server knows no request for it any more.',
      shows: { kind: 'envelope.ended', envelope: 12, outcome: 5 },
    },
  ],
  telling: 'news',
  claims: ['A8'],
  misconceptions: [],
  questions: [
    {
      at: 'left to others',
      kind: 'free',
      prompt: 'Three requests are open. How many workers do they keep busy?',
      because: 'None. The server holds the connections; a worker is needed when there is something to say.',
    },
    {
      at: 'news',
      kind: 'free',
      prompt: 'Ten seconds later there is news again. What becomes of the copies for these browsers?',
      because: 'They are stored and read by the server, which throws them away: the requests are answered.',
    },
  ],
  changeOneThing: {
    text: 'Say nothing of the group: the browsers wait for two minutes.',
    find: "    Group('news').add(request.reply_channel)",
    replace: '    pass',
    stdout:
      'editor.1 | members 0\nclient.1 | 122.000 503 late\nclient.1 | 122.000 503 late\nclient.1 | 122.000 503 late\n',
  },
  sources: [
    'Django Channels 1.1: channels/exceptions.py, ResponseLater',
    'Django Channels 1.1 documentation: Channels Concepts',
  ],
  check: {
    stdout:
      'client.1 | 10.000 200 first\nclient.1 | 10.000 200 first\nclient.1 | 10.000 200 first\neditor.1 | members 3\n',
    ending: { kind: 'completed' },
    stderr: ['Listening on channels'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began', consumer: 'channels.handler.ViewConsumer' }, times: 3 },
      { kind: 'count', event: { kind: 'envelope.stored', group: 'news' }, times: 6 },
      { kind: 'count', event: { kind: 'envelope.ended', outcome: 5 }, times: 3 },
    ],
  },
};
