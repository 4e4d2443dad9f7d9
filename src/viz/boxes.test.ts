import { expect, test } from 'vitest';
import { worldAfter } from '../trace/trace.ts';
import { BOXES_MAX, lineBoxes } from './boxes.ts';
import { RABBIT } from './fixtures/broker-run.ts';
import { richTrace } from './fixtures/rich-run.ts';

const rich = richTrace();

test('the ready queue stands first, with those who are in it in their order', () => {
  for (let position = 0; position <= rich.length; position++) {
    const world = worldAfter(rich, position);
    const [ready] = lineBoxes(world, null);
    if (world.loops.length === 0) expect(ready).toBeUndefined();
    else expect(ready).toMatchObject({ title: 'ready queue', count: world.ready.length });
    expect(ready?.items.length ?? 0).toBe(world.ready.length);
  }
});

test('there are never more boxes than fit', () => {
  for (let position = 0; position <= RABBIT.trace.length; position++)
    expect(lineBoxes(worldAfter(RABBIT.trace, position), null).length).toBeLessThanOrEqual(BOXES_MAX);
});

test('queues of a broker have their names and count what stands in them, apart from what is not acknowledged', () => {
  const { trace } = RABBIT;
  const boxes = Array.from({ length: trace.length + 1 }, (_, at) => lineBoxes(worldAfter(trace, at), null)).flat();
  expect(boxes.some(({ count, title }) => title === 'kern' && count > 0)).toBe(true);
  expect(boxes.some(({ note }) => /^\d+ not acknowledged$/.test(note))).toBe(true);
});
