/**
 * Scenarios of Channels 1.x, each with its exact outcome: what the clients saw and when, and what became of the messages in each
 * channel. The folder of a scenario holds what differs from `project`.
 */
import { expect, test, vi } from 'vitest';
import { type Outcome, type Played, play } from './outcome.fixture.ts';

vi.setConfig({ testTimeout: 120_000 });

interface Expected extends Played {
  readonly title: string;
  readonly stdout: readonly string[];
  /** Which of several workers did it is up to chance, and nobody promises it: lines count without their names, sorted. */
  readonly isAnyWorker?: boolean;
  readonly channels: Readonly<Record<string, string>>;
  readonly consumers: Readonly<Record<string, string>>;
  /** Must be on stderr. */
  readonly stderr?: readonly string[];
}

/** The way of one message. */
const TAKEN = '1 accepted, 1 delivered';
/** What is routed where the project says nothing. */
const NOTHING = 'channels._routing1.null_consumer';
const ACCEPT = 'channels._routing1.connect_consumer';
const VIEWS = 'channels.handler.ViewConsumer';
const kill = (process: string, seconds: number) =>
  ({ kind: 'signal', process, signal: 'SIGKILL', timeUs: seconds * 1e6 }) as const;
const terminate = (process: string, seconds: number) =>
  ({ kind: 'signal', process, signal: 'SIGTERM', timeUs: seconds * 1e6 }) as const;
const restart = (process: string, seconds: number) => ({ kind: 'restart', process, timeUs: seconds * 1e6 }) as const;

const FIVE_SOCKETS = {
  'websocket.connect': '5 accepted, 5 delivered',
  'websocket.receive': TAKEN,
  'websocket.disconnect': '5 accepted, 5 delivered',
  job: TAKEN,
  'D!': '6 accepted, 6 delivered',
};

const SCENARIOS: readonly Expected[] = [
  {
    title: 'S01 a request goes through five stations, and word of its end is read by nobody',
    folder: 'S01',
    stdout: ['client.1 | 1.030 200 hi'],
    channels: { 'http.request': TAKEN, 'D!': TAKEN, 'http.disconnect': '1 accepted, 1 expired' },
    consumers: { [VIEWS]: '1 finished' },
  },
  {
    title: 'S02 a channel is a queue of jobs and no loudspeaker: six messages are six executions',
    folder: 'S02',
    formation: [{ process: 'worker', count: 3 }],
    isAnyWorker: true,
    stdout: ['2.000 a', '2.000 b', '2.000 c', '3.000 d', '3.000 e', '3.000 f'].map((line) => `${line} is small`),
    channels: { thumbnails: '6 accepted, 6 delivered' },
    consumers: { 'routing.shrink': '6 finished' },
  },
  {
    title: 'S03 a worker that dies holding a message takes it along',
    folder: 'S03',
    interventions: [kill('worker.1', 1.01), restart('worker.1', 5)],
    stdout: ['client.1 | 122.000 503 True'],
    channels: { 'http.request': TAKEN, 'http.disconnect': '1 accepted, 1 expired' },
    consumers: { [VIEWS]: '1 lost' },
  },
  {
    title: 'S04 without workers the message expires first, and the browser waits on',
    folder: 'S04',
    stdout: ['client.1 | 122.000 503 True'],
    channels: { 'http.request': '1 accepted, 1 expired', 'http.disconnect': '1 accepted, 1 expired' },
    consumers: {},
  },
  {
    title: 'S04 a worker that comes within a minute finds the message',
    folder: 'S04',
    change: { file: 'Procfile', find: 'sleep 70', by: 'sleep 30' },
    stdout: ['client.1 | 30.100 200 False'],
    channels: { 'http.request': TAKEN, 'D!': TAKEN, 'http.disconnect': '1 accepted, 1 expired' },
    consumers: { [VIEWS]: '1 finished' },
  },
  {
    title: 'S05 what finds the queue full is answered 503 at once',
    folder: 'S05',
    stdout: [
      'client.1 | Counter({200: 100, 503: 1})',
      "client.1 | {('0.500', True)}",
      "client.1 | ['1.010', '1.020'] 2.000",
    ],
    channels: {
      'http.request': '100 accepted, 100 delivered, 1 rejected',
      'D!': '100 accepted, 100 delivered',
      'http.disconnect': '100 accepted, 100 expired, 1 rejected',
    },
    consumers: { [VIEWS]: '100 finished' },
  },
  {
    title: 'S05 the layer in memory has room for ten, in one process with its server and its worker',
    folder: 'S05-memory',
    stdout: [
      'client.1 | Counter({503: 91, 200: 10})',
      "client.1 | {('0.500', True)}",
      "client.1 | ['1.010', '1.020'] 1.100",
    ],
    channels: {
      'http.request': '10 accepted, 10 delivered, 91 rejected',
      'D!': '10 accepted, 10 delivered',
      'http.disconnect': '10 accepted, 10 expired, 91 rejected',
    },
    consumers: { [VIEWS]: '10 finished' },
  },
  {
    title: 'S06 replies find their server; of one that died nobody may read them, and they expire',
    folder: 'S06',
    interventions: [kill('d2.1', 2.25), restart('d2.1', 3)],
    stdout: ['client.1 | 1.500 a 200 hi', 'client.1 | 2.000 b 200 hi', 'client.1 | 2.250 b2 ConnectionError'],
    channels: {
      'http.request': '3 accepted, 3 delivered',
      'D!': '3 accepted, 2 delivered, 1 expired',
      'http.disconnect': '2 accepted, 2 expired',
    },
    consumers: { [VIEWS]: '3 finished' },
  },
  {
    title: 'S06 all sockets of one server share one budget',
    folder: 'S06-budget',
    stdout: ['client.1 | D1!z is full', 'client.1 | D1!x is full', 'client.1 | D2!x has room'],
    channels: { 'D1!': '100 accepted, 100 expired, 2 rejected', 'D2!': '1 accepted, 1 expired' },
    consumers: {},
  },
  {
    title: 'S07 a group gets one copy a member',
    folder: 'S07',
    stdout: ['a', 'b', 'c'].map((name) => `client.1 | ${name} [('2.000', 'hello')]`),
    channels: {
      'websocket.connect': '3 accepted, 3 delivered',
      'websocket.receive': TAKEN,
      'websocket.disconnect': '3 accepted, 3 delivered',
      'D!': '6 accepted, 6 delivered',
    },
    consumers: {
      'routing.connect': '3 finished',
      'routing.receive': '1 finished',
      [NOTHING]: '3 finished',
    },
  },
  {
    title: 'S07 copies for members that are full fall silently',
    folder: 'S07-full',
    stdout: ['client.1 | nobody complains', "client.1 | ('D2!c', {'text': 'hello'}) (None, None)"],
    channels: { 'D1!': '100 accepted, 100 expired, 2 dropped', 'D2!': TAKEN },
    consumers: {},
  },
  {
    title: 'S09 a socket that nobody accepts is cut off by the handshake of 5 s',
    folder: 'S09',
    stdout: ['client.1 | 5.500 InvalidMessage did not receive a valid HTTP response'],
    channels: { 'websocket.connect': TAKEN, 'websocket.disconnect': TAKEN },
    consumers: { 'routing.connect': '1 finished', [NOTHING]: '1 finished' },
  },
  {
    title: 'S09 a shorter time to connect ends it with 403, at the next look',
    folder: 'S09',
    change: { file: 'Procfile', find: 'daphne -v 0', by: 'daphne -v 0 --websocket_connect_timeout 3' },
    stdout: ['client.1 | 4.000 InvalidStatus server rejected WebSocket connection: HTTP 403'],
    channels: { 'websocket.connect': TAKEN, 'websocket.disconnect': TAKEN },
    consumers: { 'routing.connect': '1 finished', [NOTHING]: '1 finished' },
  },
  {
    title: 'S10 a connection that is denied is a 403, and no failure',
    folder: 'S10',
    stdout: ['client.1 | 1.000 InvalidStatus server rejected WebSocket connection: HTTP 403'],
    channels: { 'websocket.connect': TAKEN, 'websocket.disconnect': TAKEN, 'D!': TAKEN },
    consumers: { 'routing.connect': '1 denied', [NOTHING]: '1 finished' },
  },
  {
    title: 'S10 denied anywhere else, the worker ends',
    folder: 'S10-misuse',
    stdout: ['client.1 | no answer'],
    channels: {
      'websocket.connect': TAKEN,
      'websocket.receive': TAKEN,
      'websocket.disconnect': '1 accepted, 1 expired',
      'D!': TAKEN,
    },
    consumers: { [ACCEPT]: '1 finished', 'routing.receive': '1 failed' },
    stderr: ['worker.1 | ValueError: You cannot DenyConnection from a non-websocket.connect handler.'],
  },
  {
    title: 'S11 a flood of frames closes the socket with 1013, and no worker hears of that',
    folder: 'S11',
    stdout: ['client.1 | 1.000 closed 1013'],
    channels: {
      'websocket.connect': TAKEN,
      'websocket.receive': '10 accepted, 10 expired, 1 rejected',
      'D!': TAKEN,
    },
    consumers: { [ACCEPT]: '1 finished' },
  },
  {
    title: 'S12 two workers shuffle the words of one client',
    folder: 'S12',
    formation: [{ process: 'worker', count: 2 }],
    stdout: ['client.1 | 1.050 B', 'client.1 | 1.300 A'],
    channels: {
      'websocket.connect': TAKEN,
      'websocket.receive': '2 accepted, 2 delivered',
      'websocket.disconnect': TAKEN,
      'D!': '3 accepted, 3 delivered',
    },
    consumers: { 'routing.connect': '1 finished', 'routing.receive': '2 finished', 'routing.disconnect': '1 finished' },
  },
  {
    title: 'S12 in order: the second waits in a channel until the first is done',
    folder: 'S12-ordered',
    formation: [{ process: 'worker', count: 2 }],
    stdout: ['client.1 | 1.300 A', 'client.1 | 1.350 B'],
    channels: {
      'websocket.connect': TAKEN,
      'websocket.receive': '3 accepted, 3 delivered',
      'websocket.disconnect': TAKEN,
      __wait__: TAKEN,
      'D!': '3 accepted, 3 delivered',
    },
    consumers: { 'routing.connect': '1 finished', 'routing.receive': '3 finished', 'routing.disconnect': '1 finished' },
  },
  {
    title: 'S12 who forgets to order connect waits for ever',
    folder: 'S12-forgotten',
    formation: [{ process: 'worker', count: 2 }],
    stdout: [],
    channels: {
      'websocket.connect': TAKEN,
      'websocket.receive': '2 accepted, 2 delivered',
      'websocket.disconnect': TAKEN,
      __wait__: '3 accepted, 3 expired',
      'D!': TAKEN,
    },
    consumers: { 'routing.connect': '1 finished', 'routing.receive': '2 finished', 'routing.disconnect': '1 finished' },
  },
  {
    title: 'S13 one bad frame blocks the line',
    folder: 'S13',
    formation: [{ process: 'worker', count: 2 }],
    stdout: [],
    channels: {
      'websocket.connect': TAKEN,
      'websocket.receive': '3 accepted, 3 delivered',
      'websocket.disconnect': TAKEN,
      __wait__: '3 accepted, 3 expired',
      'D!': TAKEN,
    },
    consumers: {
      'routing.connect': '1 finished',
      'routing.receive': '2 finished, 1 failed',
      'routing.disconnect': '1 finished',
    },
    stderr: ['Error processing message with consumer routing.receive:', 'ValueError: a bad frame'],
  },
  {
    title: 'S14 what a consumer sends leaves when it ends, even when it fails',
    folder: 'S14',
    stdout: ['audit.1 | 1.000 audited', 'client.1 | 1.100 hello', 'client.1 | 1.100 x'],
    channels: {
      'websocket.connect': TAKEN,
      'websocket.receive': TAKEN,
      'websocket.disconnect': TAKEN,
      audit: TAKEN,
      'D!': '3 accepted, 3 delivered',
    },
    consumers: {
      [ACCEPT]: '1 finished',
      'routing.audit': '1 finished',
      'routing.receive': '1 failed',
      [NOTHING]: '1 finished',
    },
    stderr: ['RuntimeError: after all that'],
  },
  {
    title: 'S15 to consume later is possible ten times',
    folder: 'S15',
    stdout: ['X 0', 'Y 0', 'Z 0', ...Array.from({ length: 10 }, (_, n) => `X ${n + 1}`)].map(
      (line) => `worker.1 | ${line}`,
    ),
    channels: { job: '13 accepted, 13 delivered' },
    consumers: { 'routing.consume': '2 finished, 11 later' },
    stderr: ['Exceeded number of retries for message on channel job'],
  },
  {
    title: 'S17 a worker that looks at channels in a fixed order lets the quiet one starve',
    folder: 'S17',
    change: { file: 'Procfile', find: 'python manage.py', by: 'CHANNELS_QUIRKS=fixed-order python manage.py' },
    stdout: ['worker.1 | busy 6051'],
    channels: { busy: '6051 accepted, 6051 delivered', quiet: '1 accepted, 1 expired' },
    consumers: { 'routing.busy': '6051 finished' },
  },
  {
    title: 'S17 one that shuffles them serves both',
    folder: 'S17',
    stdout: ['worker.1 | quiet is number 2', 'worker.1 | busy 6051'],
    channels: { busy: '6051 accepted, 6051 delivered', quiet: TAKEN },
    consumers: { 'routing.quiet': '1 finished', 'routing.busy': '6051 finished' },
  },
  {
    title: 'S18 long polling: views that leave the answer to others keep no worker busy',
    folder: 'S18',
    stdout: [...Array.from({ length: 3 }, () => 'client.1 | 10.000 200 first'), 'editor.1 | members 3'],
    channels: {
      'http.request': '3 accepted, 3 delivered',
      publish: '2 accepted, 2 delivered',
      'D!': '6 accepted, 6 delivered',
      'http.disconnect': '3 accepted, 3 expired',
    },
    consumers: { [VIEWS]: '3 finished', 'routing.publish': '2 finished' },
  },
  {
    title: 'S18 nobody answers at all',
    folder: 'S18',
    change: { file: 'Procfile', find: 'editor: python editor.py\n', by: '' },
    stdout: Array.from({ length: 3 }, () => 'client.1 | 122.000 503 late'),
    channels: { 'http.request': '3 accepted, 3 delivered', 'http.disconnect': '3 accepted, 3 expired' },
    consumers: { [VIEWS]: '3 finished' },
  },
  {
    title: 'S20 a rolling deploy loses no socket and no message',
    folder: 'S20',
    interventions: [terminate('w1.1', 1), terminate('w2.1', 1)],
    stdout: ['client.1 | HELLO 2.000', 'w1.1 | 3.000 the job is done', 'client.1 | open 5'],
    channels: FIVE_SOCKETS,
    consumers: {
      'routing.connect': '5 finished',
      'routing.job': '1 finished',
      'routing.receive': '1 finished',
      [NOTHING]: '5 finished',
    },
    stderr: [
      'w1.1 | 1970-01-01 00:00:01,000 - INFO - worker - Shutdown signal received while busy, waiting for loop termination',
      'w2.1 | 1970-01-01 00:00:01,000 - INFO - worker - Shutdown signal received while idle, terminating immediately',
    ],
  },
  {
    title: 'S20 killed instead, the job is lost',
    folder: 'S20',
    interventions: [kill('w1.1', 1), kill('w2.1', 1)],
    stdout: ['client.1 | HELLO 2.000', 'client.1 | open 5'],
    channels: FIVE_SOCKETS,
    consumers: {
      'routing.connect': '5 finished',
      'routing.job': '1 lost',
      'routing.receive': '1 finished',
      [NOTHING]: '5 finished',
    },
  },
  {
    title: 'S21 the layer is flushed: sockets stay open, groups and messages on their way are gone',
    folder: 'S21',
    stdout: [
      'client.1 | 1.000 a to all',
      'client.1 | 1.000 b to all',
      'client.1 | 5.500 a slow',
      'client.1 | 6.000 a direct',
      'client.1 | members 0 OPEN OPEN',
    ],
    channels: {
      'websocket.connect': '2 accepted, 2 delivered',
      'websocket.receive': '5 accepted, 4 delivered, 1 flushed',
      'websocket.disconnect': '2 accepted, 2 delivered',
      'D!': '6 accepted, 6 delivered',
    },
    consumers: { 'routing.connect': '2 finished', 'routing.receive': '4 finished', [NOTHING]: '2 finished' },
  },
  {
    title: 'S21 Redis starts anew without its memory: its server waits 5 s before it reads again',
    folder: 'S21-restart',
    interventions: [restart('redis.1', 5)],
    stdout: [
      'client.1 | 1.000 a to all',
      'client.1 | 1.000 b to all',
      'client.1 | 10.000 a slow',
      'client.1 | 10.000 a direct',
      'client.1 | members 0 OPEN OPEN',
    ],
    channels: {
      'websocket.connect': '2 accepted, 2 delivered',
      'websocket.receive': '5 accepted, 4 delivered, 1 lost',
      'websocket.disconnect': '2 accepted, 2 delivered',
      'D!': '6 accepted, 6 delivered',
    },
    consumers: { 'routing.connect': '2 finished', 'routing.receive': '4 finished', [NOTHING]: '2 finished' },
  },
  {
    title: 'S22 general workers: a page waits for pictures, whose messages grow old',
    folder: 'S22-general',
    formation: [{ process: 'worker', count: 3 }],
    stdout: ['client.1 | 8.020'],
    channels: {
      thumb: '30 accepted, 21 delivered, 9 expired',
      'http.request': TAKEN,
      'D!': TAKEN,
      'http.disconnect': '1 accepted, 1 expired',
    },
    consumers: { 'routing.shrink': '21 finished', [VIEWS]: '1 finished' },
  },
  {
    title: 'S22 dedicated workers: the page is there at once, more pictures are not',
    folder: 'S22',
    formation: [{ process: 'general', count: 2 }],
    stdout: ['client.1 | 0.020'],
    channels: {
      thumb: '30 accepted, 7 delivered, 23 expired',
      'http.request': TAKEN,
      'D!': TAKEN,
      'http.disconnect': '1 accepted, 1 expired',
    },
    consumers: { 'routing.shrink': '7 finished', [VIEWS]: '1 finished' },
  },
  {
    title: 'S24 statistics count what was accepted and what was refused, and a flush forgets them',
    folder: 'S24',
    stdout: [
      'all 6 4 None',
      'A 2 0 2',
      'B 1 0 1',
      'C 3 4 3',
      'flushed (None, None) []',
      'all 0 0 None',
      'A 0 0 0',
      'B 0 0 0',
      'C 0 0 0',
    ].map((line) => `client.1 | ${line}`),
    channels: { A: '2 accepted, 2 flushed', B: '1 accepted, 1 flushed', C: '3 accepted, 3 flushed, 4 rejected' },
    consumers: {},
  },
  {
    title: 'without redis-server the worker ends at once, and the server answers 500',
    folder: 'without-redis',
    stdout: ['client.1 | 1.000 500 Internal Server Error'],
    channels: {},
    consumers: {},
    stderr: [
      'worker.1 | redis.exceptions.ConnectionError: Error 111 connecting to localhost:6379. Connection refused.',
      'daphne.1 | 1970-01-01 00:00:01,000 ERROR    Traceback (most recent call last):',
    ],
  },
  {
    title: 'without daphne nobody listens',
    folder: 'without-daphne',
    stdout: ['client.1 | 1.000 ConnectionError refused'],
    channels: {},
    consumers: {},
  },
  {
    title: 'without a worker the message expires, and the server gives up after two minutes',
    folder: 'without-worker',
    stdout: ['client.1 | 122.000 503 True'],
    channels: { 'http.request': '1 accepted, 1 expired', 'http.disconnect': '1 accepted, 1 expired' },
    consumers: {},
  },
  {
    title: 'the chat of the guide: rooms, names, and a door that knows nobody',
    folder: 'chat',
    stdout: [
      "ann red ['ann: hello', 'ben: hi ann', 'ann: anybody?']",
      "ben red ['ann: hello', 'ben: hi ann', 'ann: anybody?']",
      "cat blue ['cat: lonely']",
      'without a name 403',
      'connected, anonymous',
      'anonymous says hm',
    ].map((line) => `client.1 | ${line}`),
    channels: {
      'websocket.connect': '5 accepted, 5 delivered',
      'websocket.receive': '5 accepted, 5 delivered',
      'websocket.disconnect': '5 accepted, 5 delivered',
      'D!': '14 accepted, 14 delivered',
    },
    consumers: {
      'consumers.ws_connect': '4 finished',
      'consumers.ws_message': '4 finished',
      'consumers.ws_disconnect': '4 finished',
      'consumers.door_connect': '1 finished',
      'consumers.door_message': '1 finished',
      [NOTHING]: '1 finished',
    },
  },
];

test.each(SCENARIOS.map((scenario) => [scenario.title, scenario] as const))('%s', (_, expected) => {
  const outcome = play(expected);
  const { stdout, stderr, channels, consumers } = outcome;
  const told = { stdout: expected.isAnyWorker ? withoutNames(stdout) : stdout, channels, consumers };
  const wanted = { stdout: expected.stdout, channels: expected.channels, consumers: expected.consumers };
  expect(told, stderr).toEqual(wanted);
  for (const text of expected.stderr ?? []) expect(stderr).toContain(text);
});

function withoutNames(lines: Outcome['stdout']): readonly string[] {
  return lines.map((line) => line.replace(/^\S+ +\| /, '')).sort();
}
