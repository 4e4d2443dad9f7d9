import { expect, test } from 'vitest';
import { laneOfThread } from '../trace/history-index.ts';
import { livesOf } from '../trace/lives.ts';
import { CHANNEL_TRACE, positionOf, WHO } from './fixtures/channel-run.ts';
import { shownLanes } from './lane-frame.ts';
import { consumersAt, holdMarks } from './lane-holds.ts';
import { lanesDrawing, placingOf } from './lanes.ts';

const { history, length, timeUs } = CHANNEL_TRACE;
const LIVES = livesOf(CHANNEL_TRACE);
const lane = (who: keyof typeof WHO) => laneOfThread(WHO[who]);

test("a worker's lane says which consumer runs there, as long as it does", () => {
  const at = (moment: string) => consumersAt(LIVES, positionOf(moment));
  expect([...at('first stored')]).toEqual([]);
  expect([...at('two running')]).toEqual([
    [lane('worker1'), 'views.a'],
    [lane('worker2'), 'views.b'],
  ]);
  expect([...at('worker dead')]).toEqual([[lane('worker1'), 'views.a']]);
});

test('a message in hand is a bar below the lane of who has it, in its own hue, from the call to the end', () => {
  const extent = { from: 0, to: length };
  const lines = shownLanes(history).map((each) => ({ kind: 'lane' as const, key: each.letter, lane: each, depth: 0 }));
  const view = { top: 0, height: 600 };
  const { left, rows } = lanesDrawing({ history, lines, census: null, extent, axis: 'steps', width: 900, view });
  const placing = placingOf({ axis: 'steps', extent, width: 900 }, left);
  const marks = holdMarks({ lives: LIVES, rows, placing, length, timeUs });
  const first = marks.find(({ key }) => key === 'hold 1');
  const worker = rows.find(({ task }) => task === lane('worker1'));
  expect(first).toMatchObject({ task: lane('worker1'), title: 'views.hello: 1 GET /hello' });
  expect(first?.y ?? 0).toBeGreaterThan(worker?.y ?? 0);
  expect(marks.every(({ width, x }) => x >= placing.left && x + width <= placing.right + 2)).toBe(true);
});
