import { expect, test } from 'vitest';
import { traceFromText } from '../trace/from-text.ts';
import { type History, lanesOf } from '../trace/history.ts';
import { worldAfter } from '../trace/trace.ts';
import { extentOf, zoomToFit } from './extent.ts';
import { richTrace } from './fixtures/rich-run.ts';
import { nowX, scrolledTo, shownLanes } from './lane-frame.ts';
import { nameIn, shortened } from './lane-labels.ts';
import type { Line } from './lane-lines.ts';
import { type LanesInput, lanesDrawing } from './lanes.ts';
import { roundedNumbers, withoutObjects } from './marks.ts';

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

test('no label stands over a running bar, a glyph above the lane or another label', () => {
  for (const width of [420, 700, 1000, 1600]) {
    const { glyphs, labels, spans } = drawn(trace.history, trace.length, { width });
    const waits = labels.filter(({ look }) => look !== 'refused');
    expect(waits.length).toBeGreaterThan(3);
    for (const label of waits) {
      const to = label.x + label.text.length * 6;
      const isHit = (from: number, end: number) => from < to && end > label.x + 0.5;
      const bars = spans.filter(({ height, look, y }) => look === 'running' && y + height / 2 === label.y + 8);
      expect(bars.filter(({ width: wide, x }) => isHit(x, x + wide))).toEqual([]);
      const above = glyphs.filter(({ y }) => y < label.y + 8 && y > label.y - 12);
      expect(above.filter(({ x }) => isHit(x - 6, x + 6))).toEqual([]);
      const others = waits.filter((other) => other !== label && other.y === label.y);
      expect(others.filter((other) => isHit(other.x, other.x + other.text.length * 6))).toEqual([]);
    }
  }
});

test('a label says what it can: all, less its arguments, its last name, a part of it, or nothing', () => {
  const rooms = [200, 80, 50, 45, 30];
  expect(rooms.map((room) => shortened('Lock.acquire(1)', room, 6.6))).toEqual([
    'Lock.acquire(1)',
    'Lock.acquire',
    'acquire',
    'acqui…',
    '',
  ]);
  expect(roundedNumbers('sleep(0.30000000000000004)')).toBe('sleep(0.3)');
  expect(withoutObjects("worker('w0', <Lock>, <Queue>)")).toBe("worker('w0')");
  expect(withoutObjects('read(<Queue>, 3)')).toBe('read(3)');
  expect(roundedNumbers('sleep(0.125)')).toBe('sleep(0.125)');
});

test('the axis says when it is, even where the clock never moves', () => {
  const { ticks } = drawn(trace.history, trace.length, { extent: { from: 40, to: 44 } });
  expect(ticks.map(({ label }) => label.text)).toEqual(['0 s']);
});

test('the lanes are scrolled only as far as the lane of this step needs', () => {
  expect(scrolledTo(0, 60, 90)).toBe(0);
  expect(scrolledTo(4, 0, 90)).toBe(14 + 5 * 38 - 90);
  expect(scrolledTo(4, 0, 900)).toBe(0);
  expect(scrolledTo(-1, 17, 90)).toBe(17);
});

function linesIn(history: History): readonly Line[] {
  return shownLanes(history).map((lane) => ({ kind: 'lane', key: `lane ${lane.task}`, lane, depth: lane.depth }));
}

function drawn(history: History, total: number, changes: Partial<LanesInput> = {}) {
  const extent = { from: 0, to: total };
  const view = { top: 0, height: 400 };
  return lanesDrawing({
    history,
    lines: linesIn(history),
    census: null,
    extent,
    axis: 'steps',
    width: 1000,
    view,
    ...changes,
  });
}

test('at the right end the labels of the axis do not cover each other', () => {
  const wide = drawn(trace.history, trace.length, { extent: { from: 0, to: trace.length }, width: 420 });
  const told = wide.ticks.filter(({ label }) => label.text !== '').map(({ label }) => label);
  const ends = told.map(({ anchor, text, x }) => (anchor === 'start' ? x + text.length * 6.6 : x));
  const begins = told.map(({ anchor, text, x }) => (anchor === 'start' ? x : x - text.length * 6.6));
  for (const [index, begin] of begins.entries()) expect(begin).toBeGreaterThan(ends[index - 1] ?? 0);
});

test('of a name that has no room its last part is left, and whose it is where that says nothing', () => {
  expect(nameIn(60, 'BaseSelectorEventLoop.create_server(<Factory>)')).toBe('create_…');
  expect(nameIn(100, 'BaseSelectorEventLoop.create_server(<Factory>)')).toBe('create_server');
  expect(nameIn(130, 'ProtocolTypeRouter.__call__(<dict>)')).toBe('ProtocolTypeRouter');
  expect(nameIn(60, '4202 broker.1')).toBe('4202 br…');
});
