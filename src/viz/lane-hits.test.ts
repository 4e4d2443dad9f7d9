import fc from 'fast-check';
import { expect, test } from 'vitest';
import { traceFromText } from '../trace/from-text.ts';
import { shownLanes } from './lane-frame.ts';
import { hitAt } from './lane-hits.ts';
import type { Line } from './lane-lines.ts';
import { lanesDrawing } from './lanes.ts';

const LONG = traceFromText(`main c>.${'!>.'.repeat(4_000)}\nother  c>.${'!>.'.repeat(4_000)}`);
const LINES = shownLanes(LONG.history).map((lane): Line => ({ kind: 'lane', key: lane.letter, lane, depth: 0 }));

function drawn(from: number, to: number) {
  const view = { top: 0, height: 400 };
  const { history } = LONG;
  return lanesDrawing({ history, lines: LINES, census: null, extent: { from, to }, axis: 'steps', width: 1000, view });
}

test('every span that is drawn is found where it is drawn, as what it looks like', () => {
  const whole = drawn(0, LONG.length);
  expect(whole.spans.length).toBeGreaterThan(1);
  fc.assert(
    fc.property(fc.nat(whole.spans.length - 1), fc.double({ min: 0.1, max: 0.9, noNaN: true }), (index, share) => {
      const span = whole.spans[index];
      if (span === undefined) return;
      const hit = hitAt(whole, span.x + span.width * share, span.y + span.height / 2);
      expect(hit?.task).toBe(span.task);
    }),
  );
  expect(hitAt(whole, 500, 5_000)).toBeNull();
});

test('a dense lane is a texture: never more marks than there are columns, and a quiet part looks quiet', () => {
  for (const span of [LONG.length, LONG.length / 2, LONG.length / 4]) {
    const { spans } = drawn(0, span);
    for (const task of [1, 2]) {
      const own = spans.filter((mark) => mark.task === task);
      const ran = own.filter(({ look }) => look === 'running');
      expect(ran.length).toBeLessThanOrEqual(800 / 3);
      expect(own.length - ran.length).toBeLessThanOrEqual(800 / 3);
      // Half of the time another one runs: no bar is as high as that of a task that runs all the time.
      expect(Math.max(...ran.map(({ height }) => height))).toBeLessThan(18);
    }
  }
});
