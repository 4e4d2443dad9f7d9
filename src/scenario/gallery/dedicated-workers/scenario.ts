import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import routing from './routing.py?raw';
import urls from './urls.py?raw';

export const SCENARIO: Authored = {
  shelf: 'channels',
  place: 90,
  title: 'Workers for pictures, workers for pages',
  text: 'Thirty pictures wait in a channel, nine seconds each, and all three workers take them. A second later somebody wants a page: it is first in line, and still waits for 8 s until a worker is free. Keep the general workers away from pictures, and the page is there at once, but pictures have one worker. Watch the end of the line in both: what has waited a minute expires. A channel is no place for a long backlog.',
  files: siteWith({ Procfile: procfile, 'client.py': client, 'routing.py': routing, 'urls.py': urls }),
  formation: [{ process: 'general', count: 2 }],
  moments: [
    {
      name: 'all busy',
      anchor: '4203 daphne.1#14:resume+4',
      text: 'The request is stored. All three workers are at pictures.',
      shows: { kind: 'envelope.stored', name: 'http.request' },
    },
    {
      name: 'the page',
      anchor: '4205 general.2#10:resume+4',
      text: 'A worker is free at last, and takes the request before any picture.',
      shows: { kind: 'envelope.began', consumer: 'channels.handler.ViewConsumer' },
    },
    {
      name: 'too old',
      anchor: '4203 daphne.1#15:suspend+2',
      text: 'A minute after they were sent the pictures that still wait expire.',
      shows: { kind: 'envelope.removed', reason: 'expired' },
    },
  ],
  telling: 'all busy',
  claims: ['D2'],
  misconceptions: [],
  questions: [
    {
      at: 'all busy',
      kind: 'free',
      prompt: 'For how long will the page wait?',
      because: '8 s: until the first picture is done. Nobody interrupts a worker.',
    },
    {
      at: 'the page',
      kind: 'free',
      prompt: 'Thirty pictures, three workers, nine seconds each: how many will be made?',
      because: '21: seven rounds begin within the minute, three each. The other nine expire.',
    },
  ],
  changeOneThing: {
    text: 'Keep the general workers away from pictures.',
    find: 'CHANNELS_QUIRKS=fixed-order python manage.py runworker',
    replace: 'CHANNELS_QUIRKS=fixed-order python manage.py runworker --exclude-channels=thumb',
    stdout: 'client.1 | 0.020 s for a page\n',
  },
  sources: ['Django Channels 1.1 documentation: Deploying: Scaling Up'],
  check: {
    stdout: 'client.1 | 8.020 s for a page\n',
    ending: { kind: 'completed' },
    stderr: ['Listening on channels'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began', consumer: 'routing.shrink' }, times: 21 },
      { kind: 'count', event: { kind: 'envelope.removed', reason: 'expired' }, times: 10 },
    ],
  },
};
