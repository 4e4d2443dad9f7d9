import { expect, test } from 'vitest';
import { CHANNEL_TERM_NAMES, channelPiecesOf } from './channel-words.ts';
import { QUEUE_TERM_NAMES, queuePiecesOf } from './queue-words.ts';
import { hrefOf, TERMS } from './terms.ts';
import { piecesOf, TERM_NAMES } from './words.ts';

test('every term has one sentence and a place in the documentation of Python, Channels, RabbitMQ or Celery', () => {
  expect(Object.keys(TERMS).sort()).toEqual([...TERM_NAMES, ...CHANNEL_TERM_NAMES, ...QUEUE_TERM_NAMES].sort());
  for (const { page, sentence } of Object.values(TERMS)) {
    expect(sentence).toMatch(/^[A-Z][^.]*[^ ]\.$/);
    expect(sentence.length).toBeLessThan(140);
    const places =
      /^https:\/\/(docs\.python\.org\/3\/(library|reference)|channels\.readthedocs\.io\/en\/(1\.x|stable)(\/topics)?|asgi\.readthedocs\.io\/en\/latest|docs\.celeryq\.dev\/en\/stable(\/[\w-]+)+)\/[\w-]+\.html(#[\w.-]+)?$|^https:\/\/www\.rabbitmq\.com\/docs\/[\w-]+$/;
    expect(hrefOf(page)).toMatch(places);
  }
});

test('the pieces are the text, whatever it is', () => {
  for (const text of ['', 'task', 'B awaits sleep(2): it parks on Future #9.', '<img src=x> Queue queue is empty']) {
    expect(
      piecesOf(text)
        .map(({ text: part }) => part)
        .join(''),
    ).toBe(text);
  }
});

test('terms are found as the narration writes them, each once', () => {
  expect(termsOf('B awaits sleep(2.0): it parks on Future #9; the loop takes the next handle.')).toEqual([
    'await',
    'parked',
    'future',
    'event loop',
    'handle',
  ]);
  expect(termsOf('main asks to cancel A: the request goes on to Future #8, and to Future #9.')).toEqual([
    'cancel',
    'future',
  ]);
  expect(termsOf('unwinding, cancelling() = 1')).toEqual(['cancelling()']);
  expect(termsOf('ready queue, first in first out')).toEqual(['ready queue']);
  expect(piecesOf('B awaits a task on the loop', 1).filter(({ term }) => term !== null)).toHaveLength(1);
});

test('where there is a channel layer, its terms are found too', () => {
  const told = 'Process worker.1 takes GET / from channel http.request, which is full; a copy for group room expires.';
  expect(channelPiecesOf(told).flatMap(({ term }) => term ?? [])).toEqual(['channel', 'capacity', 'group', 'expiry']);
  expect(
    channelPiecesOf(told)
      .map(({ text }) => text)
      .join(''),
  ).toBe(told);
});

test('where there is a broker that waits for acknowledgements, its terms are found', () => {
  const told =
    'Process a.1 publishes m to exchange logs; queue q keeps it until it is acknowledged; then it came back.';
  expect(queuePiecesOf(told).flatMap(({ term }) => term ?? [])).toEqual([
    'publisher',
    'exchange',
    'message queue',
    'acknowledgement',
    'redelivered',
  ]);
});

test('a task group is no task, and a timeout is told of', () => {
  expect(termsOf('task groups')).toEqual(['TaskGroup']);
  expect(termsOf('A enters a timeout until t = 8.0 s.')).toEqual(['timeout']);
  expect(queuePiecesOf('consumers').flatMap(({ term }) => term ?? [])).toEqual(['consumer']);
  expect(channelPiecesOf('consumers').flatMap(({ term }) => term ?? [])).toEqual(['channel consumer']);
});

test('a name of the program is no term', () => {
  expect(termsOf('A runs line 3 of task_one, in queue.put(handle) and my.task and "await".')).toEqual([]);
  expect(termsOf('Queue queue is empty (0 of 5).')).toEqual(['queue']);
});

function termsOf(text: string) {
  return piecesOf(text).flatMap(({ term }) => term ?? []);
}
