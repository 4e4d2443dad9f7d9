import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Entry, PLAIN_QUEUE, Queue, type QueuePolicy } from './queue.ts';

function queueOf(bodies: string, policy: Partial<QueuePolicy<string>> = {}): Queue<string> {
  const queue = new Queue<string>({ ...PLAIN_QUEUE, ...policy });
  for (const body of bodies) queue.put(body);
  return queue;
}

/** Everything that can be taken, in the order in which it is. */
function rest(queue: Queue<string>): string {
  let text = '';
  for (let entry = queue.take(); entry !== null; entry = queue.take()) text += entry.body;
  return text;
}

function lend(queue: Queue<string>, count: number): Entry<string>[] {
  return Array.from({ length: count }, () => queue.lend() as Entry<string>);
}

test('what came first goes first', () => {
  expect(rest(queueOf('abc'))).toBe('abc');
});

test('a full queue refuses, or its oldest makes room', () => {
  const refusing = queueOf('ab', { capacity: 2 });
  expect(refusing.put('c')).toEqual({ kind: 'full' });
  expect(rest(refusing)).toBe('ab');
  const dropping = queueOf('ab', { capacity: 2, whenFull: 'drop-oldest' });
  expect(dropping.put('c')).toMatchObject({ kind: 'stored', dropped: { body: 'a' } });
  expect(rest(dropping)).toBe('bc');
});

test('a capacity can be that of one message', () => {
  const queue = queueOf('ab');
  expect(queue.put('c', Number.POSITIVE_INFINITY, 2)).toEqual({ kind: 'full' });
  expect(queue.put('c', Number.POSITIVE_INFINITY, 3)).toMatchObject({ kind: 'stored' });
});

test('where only the head is looked at, a short life behind a long one is not found', () => {
  const expired = (expiry: 'head' | 'everywhere'): string => {
    const queue = queueOf('', { expiry });
    queue.put('long', 3);
    queue.put('short', 0.2);
    return queue
      .expire((at) => at <= 1)
      .map(({ body }) => body)
      .join();
  };
  expect(expired('head')).toBe('');
  expect(expired('everywhere')).toBe('short');
});

test('a message past its time may keep its place until a reader comes upon it', () => {
  const queue = queueOf('', { capacity: 2, expiry: 'everywhere', keepsPlaces: true });
  queue.put('a', 1);
  queue.put('b', 9);
  expect(queue.expire((at) => at <= 5).map(({ body }) => body)).toEqual(['a']);
  expect(queue.length).toBe(2);
  expect(queue.put('c')).toEqual({ kind: 'full' });
  expect(queue.take()?.body).toBe('b');
  expect(queue.length).toBe(0);
});

test('what is given back returns to its place and says that it was delivered before', () => {
  const queue = queueOf('12345');
  const [one, two, three] = lend(queue, 3) as [Entry<string>, Entry<string>, Entry<string>];
  queue.giveBack(two);
  expect(lend(queue, 3).map(({ body, isRedelivered }) => `${body}${isRedelivered ? '!' : ''}`)).toEqual([
    '2!',
    '4',
    '5',
  ]);
  queue.giveBack(three);
  queue.giveBack(one);
  expect(rest(queue)).toBe('13');
});

test('a reader that closes with several gives them back in front of what follows', () => {
  const queue = queueOf('1234');
  for (const entry of lend(queue, 3).reverse()) queue.giveBack(entry);
  expect(rest(queue)).toBe('1234');
});

test('it may also be given back to the front, or to the back', () => {
  const queue = queueOf('1234');
  const [one, two] = lend(queue, 2) as [Entry<string>, Entry<string>];
  queue.giveBack(one, 'front');
  queue.giveBack(two, 'front');
  queue.giveBack(queue.lend() as Entry<string>, 'back');
  expect(rest(queue)).toBe('1342');
});

test('what a reader has does not count, and comes back even to a full queue', () => {
  const queue = queueOf('a', { capacity: 1 });
  const [a] = lend(queue, 1) as [Entry<string>];
  expect(queue.put('b')).toMatchObject({ kind: 'stored' });
  queue.giveBack(a);
  expect(queue.length).toBe(2);
  expect(rest(queue)).toBe('ab');
});

test('priorities: what is more urgent first, equals as they came', () => {
  const queue = new Queue<{ readonly name: string; readonly priority: number }>({
    ...PLAIN_QUEUE,
    order: (a, b) => b.priority - a.priority,
  });
  for (const [name, priority] of Object.entries({ a0: 0, b5: 5, c2: 2, d0: 0, e5: 5, f5: 5 }))
    queue.put({ name, priority });
  expect(queue.ready().map(({ body }) => body.name)).toEqual(['b5', 'e5', 'f5', 'c2', 'a0', 'd0']);
});

test('only what is lent can be settled, and only once', () => {
  const queue = queueOf('a');
  const [a] = lend(queue, 1) as [Entry<string>];
  queue.settle(a);
  expect(queue.lentCount).toBe(0);
  expect(() => queue.settle(a)).toThrow('lent');
});

const STEP = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), life: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ kind: fc.constantFrom('take', 'lend', 'settle', 'giveBack', 'expire', 'clear') }),
);

test('every message that was stored is in one place: taken, settled, expired, dropped, cleared, lent, or waiting', () => {
  const policies = fc.record({
    capacity: fc.constantFrom(2, 5, Number.POSITIVE_INFINITY),
    whenFull: fc.constantFrom('refuse' as const, 'drop-oldest' as const),
    expiry: fc.constantFrom('head' as const, 'everywhere' as const),
    keepsPlaces: fc.boolean(),
  });
  fc.assert(
    fc.property(policies, fc.array(STEP, { maxLength: 60 }), (policy, steps) => {
      const queue = new Queue<number>({ ...policy, order: null });
      const over: number[] = [];
      let stored = 0;
      for (const [now, step] of steps.entries()) {
        const [lent] = queue.lent();
        if (step.kind === 'put') {
          const put = queue.put(stored, now + step.life);
          if (put.kind === 'stored') stored++;
          if (put.kind === 'stored' && put.dropped !== null) over.push(put.dropped.body);
        } else if (step.kind === 'take') over.push(...[queue.take()].flatMap((entry) => entry?.body ?? []));
        else if (step.kind === 'lend') queue.lend();
        else if (step.kind === 'expire') over.push(...queue.expire((at) => at < now).map(({ body }) => body));
        else if (step.kind === 'clear') over.push(...queue.clear().map(({ body }) => body));
        else if (lent !== undefined && step.kind === 'settle') {
          queue.settle(lent);
          over.push(lent.body);
        } else if (lent !== undefined) queue.giveBack(lent);
        const ready = queue.ready().map(({ body }) => body);
        expect(ready).toEqual([...ready].sort((a, b) => a - b));
        const all = [...new Set(over), ...ready, ...queue.lent().map(({ body }) => body)];
        expect(all.sort((a, b) => a - b)).toEqual(Array.from({ length: stored }, (_, body) => body));
      }
    }),
  );
});
