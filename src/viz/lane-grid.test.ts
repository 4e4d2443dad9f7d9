import { expect, test } from 'vitest';
import { richTrace } from './fixtures/rich-run.ts';
import { shownLanes } from './lane-frame.ts';
import { GRID_LANES_MAX, laneGrid } from './lane-grid.ts';

const { history, timeUs } = richTrace();
const lanes = shownLanes(history);

test('the grid has a row for each lane of the run, with its name, and nothing in it', () => {
  const { more, rows } = laneGrid(lanes, timeUs, 700);
  expect(rows.map(({ letter }) => letter)).toEqual(lanes.map(({ letter }) => letter));
  expect(more).toBe(0);
});

test('its axis goes from 0 to the end of the run and stays on the paper', () => {
  const { left, ticks, width } = laneGrid(lanes, timeUs, 700);
  expect(ticks[0]).toEqual({ x: left, text: '0 s' });
  expect(ticks.length).toBeGreaterThan(2);
  for (const { x } of ticks) expect(x).toBeLessThan(width);
});

test('what there is no room for is counted', () => {
  const [lane] = lanes;
  const many = Array.from({ length: 20 }, () => lane).filter((each) => each !== undefined);
  expect(laneGrid(many, timeUs, 700)).toMatchObject({ more: 20 - GRID_LANES_MAX });
});
