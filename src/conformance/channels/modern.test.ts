/**
 * Scenarios of Channels 4, each with its exact outcome. `tutorial` is the chat of its tutorial; the folder of a scenario holds what
 * differs from it.
 */
import { expect, test, vi } from 'vitest';
import { type Outcome, type Played, play } from './outcome.fixture.ts';

vi.setConfig({ testTimeout: 120_000 });

function played(scenario: Omit<Played, 'project'>): Outcome {
  const outcome = play({ ...scenario, project: 'tutorial', silent: /^redis\./ });
  expect(outcome.exitCode, outcome.stderr).toBe(0);
  return outcome;
}

const NEWS = 'chat.consumers.ChatConsumer.news';
const SAID = 'chat.consumers.ChatConsumer.chat_message';

const CHAT = [
  'ann.1 | 200 <head><title>Room lobby</title></head>',
  'ann.1 | 1.0 ann is here',
  'ann.1 | 2.0 bob is here',
  'ann.1 | leaves',
  'bob.1 | 200 <head><title>Room lobby</title></head>',
  'bob.1 | 2.0 bob is here',
  'bob.1 | leaves',
];

for (const server of ['daphne -v 0 mysite.asgi:application', 'python manage.py runserver -v 0']) {
  test(`the chat of the tutorial works with \`${server}\``, () => {
    const change = { file: 'Procfile', find: 'daphne -v 0 mysite.asgi:application', by: server };
    const { channels, consumers, stdout } = played({ folder: 'tutorial', change });
    expect(stdout.filter((line) => /^(ann|bob)/.test(line)).sort()).toEqual([...CHAT].sort());
    // Each said one thing, into a room with one member and then with two, of one process.
    expect(channels).toEqual({ 'S!': '2 accepted, 2 delivered' });
    expect(consumers).toEqual({ [SAID]: '3 finished' });
  });
}

test('the tests of the tutorial pass under `manage.py test`', () => {
  const { stderr, stdout } = played({ folder: 'testing' });
  expect(stdout.slice(0, 2)).toEqual(['Found 6 test(s).', 'System check identified no issues (0 silenced).']);
  expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/OK$/);
});

test('S25 a broadcast is one message for each process, whatever the number of sockets', () => {
  const killed = { kind: 'signal', process: 'two.1', signal: 'SIGKILL', timeUs: 4_000_000 } as const;
  const { channels, consumers, stdout } = played({ folder: 'S25', interventions: [killed] });
  expect([...stdout].sort()).toEqual([
    'a.1 | 2.0 hi',
    'a.1 | 6.0 hi',
    'a.1 | 91.0 leaves',
    'b.1 | 2.0 hi',
    'b.1 | 4.0 dropped',
    'c.1 | 2.0 hi',
    'c.1 | 4.0 dropped',
    'visitor.1 | 200',
  ]);
  // Two broadcasts of two messages; the process that was killed still has its members, and nobody reads the fourth.
  expect(channels).toEqual({ 'S!': '4 accepted, 3 delivered, 1 expired' });
  expect(consumers).toEqual({ [SAID]: '4 finished' });
});

test('S26 a full channel refuses the newest aloud', () => {
  const { consumers, stdout } = played({ folder: 'S26' });
  expect(stdout).toEqual([
    'web.1 | 2.0 m0',
    'sender.1 | m4 found no room',
    'sender.1 | m5 found no room',
    'web.1 | 12.0 m1',
    'web.1 | 12.0 m2',
    'web.1 | 12.0 m3',
  ]);
  expect(consumers).toEqual({ [NEWS]: '4 finished' });
});

test('S26 another reader of the process fills the local buffer, which silently loses the oldest', () => {
  const change = { file: 'client.py', find: 'SOCKETS = 1', by: 'SOCKETS = 2' };
  const { consumers, stdout } = played({ folder: 'S26', change });
  expect(stdout).toEqual(['web.1 | 2.0 m0', 'web.1 | 12.0 m3', 'web.1 | 12.0 m4', 'web.1 | 12.0 m5']);
  expect(consumers).toEqual({ [NEWS]: '4 finished' });
});

test('consumers, views, workers and long polls as the guide shows them work together', () => {
  const { stdout } = played({ folder: 'typical' });
  expect(stdout).toEqual([
    'client.1 | 1.0 200 hello ann 405 ',
    'client.1 | 1.0 hello AnonymousUser / hello ann',
    'client.1 | 1.0 AGAIN',
    'client.1 | 1.0 {"message": "anybody there?"} {"message": "anybody there?"}',
    'client.1 | 2.0 server rejected WebSocket connection: HTTP 500',
    `client.1 | 2.0 {'told': 'fire'} {"alert": "fire"}`,
    `client.1 | 2.5 {'told': 'flood'} {"alert": "flood"}`,
    'worker.1 | 2.8 removed old cat',
    'worker.1 | 3.0 made cat',
    'client.1 | 3.0 queued {"alert": "cat is ready"}',
    "client.1 | 3.0 {'polled': 'cat is ready'}",
    'client.1 | 3.0 data: 0',
    'client.1 | 3.5 data: 1',
    'client.1 | 4.0 data: 2',
    "client.1 | 4.5 ['0', '1', '2']",
  ]);
});
