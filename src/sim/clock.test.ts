import { expect, test } from 'vitest';
import { Advance, SILENT_ITERATIONS, SPIN_ITERATIONS, SPIN_READS, VirtualClock } from './clock.ts';

function times(count: number, action: () => void): void {
  for (let i = 0; i < count; i++) action();
}

test('a clock starts at zero and stands still while nobody waits', () => {
  const clock = new VirtualClock();
  times(100, () => clock.poll(5));
  expect(clock.now()).toBe(0);
});

test('waiting jumps exactly to the moment, with no rounding', () => {
  const clock = new VirtualClock();
  clock.waitUntil(0.1 + 0.2);
  expect(clock.now()).toBe(0.30000000000000004);
});

test('waiting for the past does not move the clock back', () => {
  const clock = new VirtualClock();
  clock.waitUntil(2);
  clock.waitUntil(1);
  expect(clock.now()).toBe(2);
});

test('each move is told with its reason', () => {
  const clock = new VirtualClock();
  const moves: [number, number][] = [];
  clock.onAdvance = (now, by) => moves.push([now, by]);
  clock.waitUntil(1);
  clock.sleep(0.5);
  clock.sleep(0);
  expect(moves).toEqual([
    [1, Advance.waited],
    [1.5, Advance.slept],
  ]);
});

test('a loop that polls the clock in every iteration is charged after a thousand', () => {
  const clock = new VirtualClock();
  const spin = () => {
    clock.read();
    clock.poll(null);
  };
  times(SPIN_ITERATIONS, spin);
  expect(clock.now()).toBe(0);
  spin();
  expect(clock.now()).toBe(0.001);
});

test('a charge never passes the next timer', () => {
  const clock = new VirtualClock();
  times(SPIN_ITERATIONS + 2, () => {
    clock.read();
    clock.poll(0.0015);
  });
  expect(clock.now()).toBe(0.0015);
});

test('an iteration that does not read the clock ends the spin', () => {
  const clock = new VirtualClock();
  times(3 * SPIN_ITERATIONS, () => {
    clock.read();
    clock.poll(null);
    clock.poll(null);
  });
  expect(clock.now()).toBe(0);
});

test('a synchronous spin is charged by the number of reads', () => {
  const clock = new VirtualClock();
  let reads = 0;
  while (clock.read() < 0.01) reads++;
  expect(reads).toBe(SPIN_READS + 9);
});

test('a spin that never reads the clock reaches a pending timer at last', () => {
  const clock = new VirtualClock();
  times(SILENT_ITERATIONS, () => clock.poll(0.002));
  expect(clock.now()).toBe(0);
  times(2, () => clock.poll(0.002));
  expect(clock.now()).toBe(0.002);
});

test('without a timer a silent spin leaves the clock alone', () => {
  const clock = new VirtualClock();
  times(SILENT_ITERATIONS + 10, () => clock.poll(null));
  expect(clock.now()).toBe(0);
});
