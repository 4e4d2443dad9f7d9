/** Kombu's queues in Redis and in SQS, row by row of what is known of them. */
import { describe, expect, test } from 'vitest';
import { CLOUD_DEFAULTS, CloudQueues } from './cloud-queues.ts';
import { KeyQueues } from './key-queues.ts';
import type { KeyReader, KeyWorld, Post, PostQueues, QueuesObserver } from './post-queues.ts';

/** A clock that is moved by hand; what is due on the way happens at its moment. */
class Hand implements KeyWorld {
  #now = 0;
  readonly #due: { at: number; action: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  at(seconds: number, action: () => void): () => void {
    const one = { at: seconds, action };
    this.#due.push(one);
    return () => this.#drop(one);
  }

  to(seconds: number): void {
    for (;;) {
      const [next] = this.#due.filter(({ at }) => at <= seconds).sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.#drop(next);
      this.#now = next.at;
      next.action();
    }
    this.#now = seconds;
  }

  #drop(one: { at: number; action: () => void }): void {
    const index = this.#due.indexOf(one);
    if (index >= 0) this.#due.splice(index, 1);
  }
}

class Told implements QueuesObserver {
  readonly lines: string[] = [];
  stored({ label, queue }: Post): void {
    this.lines.push(`${label} stored in ${queue}`);
  }
  delivered({ label }: Post): void {
    this.lines.push(`${label} delivered`);
  }
  acked({ label }: Post): void {
    this.lines.push(`${label} acked`);
  }
  returned({ label }: Post, place: number, reason: string): void {
    this.lines.push(`${label} returned to ${place}: ${reason}`);
  }
  removed({ label }: Post, reason: string): void {
    this.lines.push(`${label} removed: ${reason}`);
  }
  deadLettered({ label }: Post, reason: string): void {
    this.lines.push(`${label} dead: ${reason}`);
  }
}

const post = (label: string, priority = 0, queue = 'q'): Post => ({ queue, priority, text: '{}', label });

/** What a reader gets, as far as it has room. */
function drained(reader: KeyReader): string {
  const labels: string[] = [];
  for (let lent = reader.next(); lent !== null; lent = reader.next())
    labels.push(lent.isRedelivered ? `${lent.post.label}*` : lent.post.label);
  return labels.join(' ');
}

const tagAt = (reader: KeyReader, index: number): number => [...reader.tags][index] ?? 0;

describe('Redis', () => {
  const made = (): { hand: Hand; queues: KeyQueues; told: Told } => {
    const hand = new Hand();
    const told = new Told();
    return { hand, told, queues: new KeyQueues(hand, told) };
  };

  test.each([
    { what: 'no priority', given: [0, 0, 0], order: 'a b c' },
    { what: 'steps of 0, 3, 6 and 9, 0 first', given: [9, 6, 5, 3, 0, 2], order: 'e f c d b a' },
    { what: 'more than 9 is 9', given: [12, 9, 0], order: 'c a b' },
  ])('priority: $what', ({ given, order }) => {
    const { queues } = made();
    for (const [index, priority] of given.entries()) queues.put(post('abcdef'.charAt(index), priority));
    expect(drained(queues.join(['q'], 0))).toBe(order);
  });

  test.each([
    { what: 'a clean end: to the front, in the order in which they were', how: 'close', after: 'a* b* c d' },
    { what: 'reject with requeue: to the back', how: 'requeue', after: 'c d a* b*' },
    { what: 'reject without: dropped', how: 'drop', after: 'c d' },
    { what: 'ack: gone', how: 'ack', after: 'c d' },
  ])('$what', ({ after, how }) => {
    const { queues } = made();
    const reader = queues.join(['q'], 2);
    for (const label of 'abcd') queues.put(post(label));
    drained(reader);
    const tags = [...reader.tags];
    queues.leave(reader);
    if (how === 'close') queues.giveBackAll(reader);
    for (const tag of tags) {
      if (how === 'ack') queues.ack(reader, tag);
      if (how === 'requeue' || how === 'drop') queues.reject(reader, tag, how === 'requeue');
    }
    expect(drained(queues.join(['q'], 0))).toBe(after);
  });

  test('a sweep puts back what has been out for as long as the one who sweeps says, whoever has it', () => {
    const { hand, queues, told } = made();
    const reader = queues.join(['q'], 0);
    queues.put(post('a'));
    drained(reader);
    hand.to(4);
    queues.sweep(5);
    expect(queues.length('q')).toBe(0);
    hand.to(5);
    queues.sweep(5);
    // The same reader is first in line.
    expect(drained(reader)).toBe('a*');
    expect(queues.ack(reader, tagAt(reader, 0))).toBe(false);
    expect(queues.ack(reader, tagAt(reader, 0))).toBe(true);
    expect(told.lines.slice(2)).toEqual(['a returned to 0: visibility timeout', 'a delivered', 'a acked']);
  });

  test('a reader has no more in hand than its room; who waits longest gets the next', () => {
    const { queues } = made();
    const [one, two] = [queues.join(['q'], 2), queues.join(['q'], 1)];
    expect([drained(one), drained(two)]).toEqual(['', '']);
    for (const label of 'abcd') queues.put(post(label));
    expect([drained(one), drained(two), queues.length('q')]).toEqual(['a c', 'b', 1]);
    queues.ack(two, tagAt(two, 0));
    expect(drained(two)).toBe('d');
  });
});

describe('SQS', () => {
  const made = (attributes = {}): { hand: Hand; queues: CloudQueues; told: Told } => {
    const hand = new Hand();
    const told = new Told();
    const queues = new CloudQueues(hand, told);
    queues.create('q', { ...CLOUD_DEFAULTS, visibility: 60, ...attributes });
    return { hand, told, queues };
  };

  test.each([
    { what: 'an end without goodbye: after the visibility timeout', how: 'leave', at: 60 },
    { what: 'a clean end: after 10 s', how: 'close', at: 15 },
    { what: 'reject with requeue: after 10 s', how: 'requeue', at: 15 },
    { what: 'reject without: nothing is deleted', how: 'drop', at: 60 },
    { what: 'ack: gone', how: 'ack', at: null },
  ])('$what', ({ at, how }) => {
    const { hand, queues } = made();
    const reader = queues.join(['q'], 1);
    queues.put(post('a', 9));
    drained(reader);
    const tag = tagAt(reader, 0);
    hand.to(5);
    queues.leave(reader);
    if (how === 'close') queues.giveBackAll(reader);
    if (how === 'ack') queues.ack(reader, tag);
    if (how === 'requeue' || how === 'drop') queues.reject(reader, tag, how === 'requeue');
    hand.to((at ?? 1000) - 0.001);
    expect(queues.length('q')).toBe(0);
    hand.to((at ?? 1000) + 0.001);
    expect(drained(queues.join(['q'], 0))).toBe(at === null ? '' : 'a*');
  });

  test('there are no priorities; what comes back stands where it stood', () => {
    const { hand, queues } = made();
    const reader = queues.join(['q'], 1);
    for (const [index, label] of [...'abc'].entries()) queues.put(post(label, 9 - 3 * index));
    expect(drained(reader)).toBe('a');
    hand.to(60);
    expect(drained(queues.join(['q'], 0))).toBe('a* b c');
  });

  test('one answer has ten messages at most; then it is the turn of whoever waits', () => {
    const { hand, queues } = made();
    const [one, two] = [queues.join(['q'], 0), queues.join(['q'], 0)];
    drained(two);
    for (const label of 'abcdefghijklmno') queues.put(post(label));
    expect(drained(one)).toBe('b c d e f g h i j k');
    expect(drained(two)).toBe('a l m n o');
    hand.to(1);
    expect(drained(one)).toBe('');
  });

  test('received so often it goes to another queue, as long as there is one', () => {
    const { hand, queues, told } = made({ redrive: { deadLetters: 'dead', receivesMax: 2 } });
    queues.put(post('a'));
    const reader = queues.join(['q'], 1);
    for (const at of [60, 120]) {
      expect(drained(reader)).toMatch(/^a\*?$/);
      queues.reject(reader, tagAt(reader, 0), false);
      drained(reader);
      hand.to(at);
    }
    expect(drained(reader)).toBe('');
    expect(drained(queues.join(['dead'], 0))).toBe('a');
    expect(told.lines.filter((line) => /dead/.test(line))).toEqual(['a dead: maxReceiveCount', 'a stored in dead']);
  });

  test('the last receipt deletes a message, also when it is visible again', () => {
    const { hand, queues, told } = made();
    const [one, two] = [queues.join(['q'], 1), queues.join(['q'], 1)];
    queues.put(post('a'));
    drained(one);
    const tag = tagAt(one, 0);
    hand.to(61);
    expect(queues.length('q')).toBe(1);
    drained(two);
    expect(queues.ack(one, tag)).toBe(false);
    queues.leave(one);
    hand.to(122);
    expect(queues.ack(two, tagAt(two, 0))).toBe(true);
    expect([queues.length('q'), told.lines.at(-1)]).toEqual([0, 'a removed: deleted']);
  });

  test('a message is deleted when it has been there for four days', () => {
    const { hand, queues } = made();
    queues.put(post('a'));
    hand.to(345_601);
    expect(drained(queues.join(['q'], 0))).toBe('');
  });
});

test.each<[string, (world: KeyWorld, told: QueuesObserver) => PostQueues]>([
  ['Redis', (world, told) => new KeyQueues(world, told)],
  ['SQS', (world, told) => new CloudQueues(world, told)],
])('%s: a queue that is purged is empty; what is out stays out', (_, make) => {
  const queues = make(new Hand(), new Told());
  const reader = queues.join(['q'], 1);
  for (const label of 'abc') queues.put(post(label));
  drained(reader);
  expect([queues.purge('q'), queues.length('q'), queues.isRead('q'), queues.isRead('r')]).toEqual([2, 0, true, false]);
  expect(queues.ack(reader, tagAt(reader, 0))).toBe(true);
});
