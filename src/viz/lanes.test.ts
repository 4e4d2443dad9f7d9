import { expect, test } from 'vitest';
import { traceFromText } from '../trace/from-text.ts';
import { type History, lanesOf } from '../trace/history.ts';
import { worldAfter } from '../trace/trace.ts';
import { extentOf, zoomToFit } from './extent.ts';
import { richTrace } from './fixtures/rich-run.ts';
import { type LanesInput, lanesDrawing, nowX } from './lanes.ts';

const trace = richTrace();

test('children follow the task that created them, one step further in', () => {
  const { rows } = drawn(trace.history, trace.length);
  expect(rows.map(({ depth, letter }) => `${letter}${depth}`)).toEqual(['M0', 'A1', 'B1', 'C1', 'D1']);
});

test('no two running spans overlap: one thread runs one task at a time', () => {
  const { spans } = drawn(trace.history, trace.length);
  const running = spans.filter(({ look }) => look === 'running').sort((a, b) => a.x - b.x);
  expect(running.length).toBeGreaterThan(8);
  for (const [index, { width, x }] of running.entries()) {
    expect(x + width).toBeLessThanOrEqual((running[index + 1]?.x ?? Number.POSITIVE_INFINITY) + 2);
  }
});

test('a cancellation shows a notch, a bolt, stripes with a label, and the end of its own kind', () => {
  const { glyphs, labels, spans } = drawn(trace.history, trace.length);
  const ofA = glyphs.filter(({ key }) => key.startsWith('2 '));
  expect(ofA.map(({ glyph }) => glyph)).toEqual(['notch', 'bolt', 'slashed-circle']);
  expect(spans.filter(({ look }) => look === 'cancelling').map(({ task }) => task)).toEqual([2]);
  expect(labels.find(({ look }) => look === 'cancelling')?.text).toBe('sleep(0.3)');
});

test('a task that refuses says so in a word, and ends with its own cap', () => {
  const { glyphs, labels } = drawn(trace.history, trace.length);
  expect(labels.filter(({ look }) => look === 'refused')).toHaveLength(1);
  expect(glyphs.filter(({ isCap }) => isCap).map(({ state }) => state)).toEqual([
    'done',
    'cancelled',
    'refused',
    'done',
    'failed',
  ]);
});

test('a wake-up is an arrow from the lane that woke to the lane that was woken', () => {
  const { arrows, rows } = drawn(trace.history, trace.length);
  const yOf = (letter: string) => rows.find((row) => row.letter === letter)?.y;
  expect(arrows[0]).toMatchObject({ fromY: yOf('M'), toY: yOf('A') });
  expect(arrows[1]).toMatchObject({ fromY: yOf('M'), toY: yOf('B') });
});

test('over virtual time what happens in one instant is in one place', () => {
  const { spans } = drawn(trace.history, trace.timeUs, { axis: 'time' });
  const waits = spans.filter(({ look, task }) => look === 'waiting' && task === 1);
  expect(waits[0]?.width).toBeGreaterThan(150);
});

test('a lane below the scrolled part is not drawn', () => {
  const { height, rows } = drawn(trace.history, trace.length, { view: { top: 0, height: 30 } });
  expect(rows.length).toBeLessThan(5);
  expect(height).toBeGreaterThan(5 * 38);
});

test('100,000 events make no more marks than a screen can hold', () => {
  const long = traceFromText(`main c>.${'!>.'.repeat(8_000)}\nother  c>.${'!>.'.repeat(8_000)}`);
  expect(long.length).toBeGreaterThan(60_000);
  const { arrows, glyphs, labels, spans } = drawn(long.history, long.length);
  expect(spans.length + labels.length + glyphs.length + arrows.length).toBeLessThan(5_000);
});

test('the now-line stands behind the cell of the last event', () => {
  const input = { axis: 'steps', extent: { from: 0, to: 100 }, width: 1000 } as const;
  expect(nowX(input, 0)).toBe(184);
  expect(nowX(input, 100)).toBe(974);
  expect(nowX(input, 101)).toBeNull();
});

test('a short run is shown whole, a long one follows the playhead', () => {
  const base = { axis: 'steps', centre: null, width: 700, zoom: 1 } as const;
  expect(extentOf({ ...base, total: 46, now: 10 })).toEqual({ from: 0, to: 46 });
  const { from, to } = extentOf({ ...base, total: 100_000, now: 50_000 });
  expect(to - from).toBe(350);
  expect(from).toBeLessThan(50_000);
  expect(to).toBeGreaterThan(50_000);
  expect(extentOf({ ...base, total: 100_000, now: 100_000 }).to).toBe(100_000);
  const zoom = zoomToFit({ axis: 'steps', total: 100_000, width: 700 });
  expect(extentOf({ ...base, total: 100_000, now: 5, zoom })).toEqual({ from: 0, to: 100_000 });
});

test('the lanes are those of the history, whatever the playhead', () => {
  expect(lanesOf(trace.history)).toHaveLength(worldAfter(trace, trace.length).taskCount);
});

function drawn(history: History, total: number, changes: Partial<LanesInput> = {}) {
  const extent = { from: 0, to: total };
  return lanesDrawing({ history, extent, axis: 'steps', width: 1000, view: { top: 0, height: 400 }, ...changes });
}
