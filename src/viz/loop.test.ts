import { expect, test } from 'vitest';
import { emptyWorld } from '../trace/mutable-world.ts';
import { eventAt, worldAfter } from '../trace/trace.ts';
import { richTrace } from './fixtures/rich-run.ts';
import { changedBy, laneOf } from './focus.ts';
import { loopDrawing } from './loop.ts';
import type { CardMark, Drawing } from './marks.ts';
import { tween } from './tween.ts';

const trace = richTrace();

test('every mark has a key of its own, at every position and width', () => {
  for (let position = 0; position <= trace.length; position++) {
    for (const width of [300, 640, 900]) {
      const keys = at(position, width).marks.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  }
});

test("a task's badge is at exactly one place while it runs, is parked, or has its card in the ready queue", () => {
  for (let position = 0; position <= trace.length; position++) {
    const { handles, ready, tasks } = worldAfter(trace, position);
    const queued = new Set(ready.map((id) => handles.get(id)?.task));
    const placed = [...tasks.values()].filter(
      ({ id, state }) => state === 'running' || state === 'waiting' || (state === 'ready' && queued.has(id)),
    );
    const badges = at(position).marks.flatMap((mark) => (mark.kind === 'badge' ? [mark.letter] : []));
    expect(badges.sort()).toEqual(placed.map(({ letter }) => letter).sort());
  }
});

test('ready cards stand in the order in which they will run', () => {
  const position = positionOf((text) => text === 'A,B,C,D');
  const badges = at(position).marks.flatMap((mark) => (mark.kind === 'badge' ? [mark] : []));
  const ready = badges.filter(({ letter }) => letter !== 'M').sort((a, b) => a.x - b.x);
  expect(ready.map(({ letter }) => letter).join()).toBe('A,B,C,D');
});

test('a cancelled timer stays on the clock line, and says so', () => {
  const cancelled = allCards().find(({ look }) => look === 'cancelled');
  expect(cancelled).toMatchObject({ title: '2 s', detail: 'cancelled' });
});

test('a timer says whom it wakes', () => {
  expect(allCards().map(({ detail }) => detail)).toContain('wakes M');
});

test('a parked task shows its chain of frames, the future at its end, and who holds it up', () => {
  const texts = at(trace.length - 60).marks.flatMap((mark) => ('text' in mark ? [mark.text] : []));
  expect(texts).toContain('main:28');
  expect(texts).toContain('Future #26 (wait), set when A and B are done');
  expect(texts).toContain('Future #25 (Lock.acquire), in the line of Lock lock, held by C');
});

test('a queue shows its places, full and empty', () => {
  const slots = Array.from({ length: trace.length }, (_, position) => at(position).marks).flatMap((marks) =>
    marks.flatMap((mark) => (mark.kind === 'slot' ? [mark.text] : [])),
  );
  expect(slots).toContain("'x'");
  expect(slots).toContain('');
});

test('while few tasks are alive each keeps its row, so that nothing jumps when one parks', () => {
  const headings = Array.from({ length: trace.length }, (_, position) => position).map((position) => {
    const { tasks } = worldAfter(trace, position);
    const alive = [...tasks.values()].filter(({ state }) => ['ready', 'running', 'waiting'].includes(state)).length;
    const rows = at(position, 2000).marks.filter(({ key }) => key.startsWith('waits ')).length;
    return { alive, rows };
  });
  for (const { alive, rows } of headings) expect(rows).toBe(alive);
});

test('a ready card is wide enough for its words while there is room', () => {
  const position = positionOf((text) => text === 'A,B');
  const cards = at(position, 1400).marks.flatMap((mark) =>
    mark.kind === 'card' && mark.look === 'ready' ? [mark] : [],
  );
  expect(cards.length).toBeGreaterThan(1);
  expect(cards.flatMap(({ detail, title }) => [title, detail]).filter((text) => text.includes('…'))).toEqual([]);
});

test('an event is about the lane of its task, else of the one that runs', () => {
  const position = Array.from({ length: trace.length }, (_, index) => index).find(
    (index) => eventAt(trace, index)?.kind === 'task.suspended',
  );
  const event = eventAt(trace, position ?? 0);
  expect(laneOf(event, worldAfter(trace, (position ?? 0) + 1))).toBe(
    event !== null && 'task' in event ? event.task : -1,
  );
  expect(laneOf(null, worldAfter(trace, 0))).toBe(0);
});

test('nothing stands outside the width', () => {
  for (const { marks, width } of [at(100, 320), at(60, 640), at(150, 1000)]) {
    for (const mark of marks) {
      expect(mark.x).toBeGreaterThanOrEqual(0);
      expect(mark.x + ('width' in mark ? mark.width : 0)).toBeLessThanOrEqual(width + 1);
    }
  }
});

test('between two positions a mark is between its two places, and the ends are the positions themselves', () => {
  const suspended = Array.from({ length: trace.length }, (_, index) => index).find(
    (index) => eventAt(trace, index)?.kind === 'task.suspended',
  );
  const position = suspended ?? 0;
  const [before, after] = [at(position), at(position + 1)];
  const half = tween(before, after, 0.5);
  const yOf = (drawing: Drawing) => drawing.marks.find(({ key }) => key === 'task 1')?.y ?? Number.NaN;
  expect(yOf(half)).toBeCloseTo((yOf(before) + yOf(after)) / 2);
  expect(tween(before, after, 0)).toBe(before);
  expect(tween(before, after, 1)).toBe(after);
});

test('stepping on or back, what stays keeps its place among the others of its kind', () => {
  for (const kind of ['thing', 'frame'] as const) {
    for (let position = 1; position <= trace.length; position++) {
      const [before, after] = [placed(at(position - 1), kind), placed(at(position), kind)];
      const both = (keys: readonly string[], others: readonly string[]) => keys.filter((key) => others.includes(key));
      expect(both(after, before), `${kind}s at ${position}`).toEqual(both(before, after));
    }
  }
});

function placed({ marks }: Drawing, kind: 'thing' | 'frame'): readonly string[] {
  const found = marks.filter((mark) => mark.kind === kind);
  return found.sort((a, b) => a.y - b.y || a.x - b.x).map(({ key }) => key);
}

test('an event emphasises the things it is about', () => {
  expect([...changedBy({ kind: 'timer.due', handle: 4 })]).toEqual(['handle 4']);
  expect([...changedBy(null)]).toEqual([]);
});

function at(position: number, width = 800): Drawing {
  const world = worldAfter(trace, position);
  return loopDrawing({ world, codes: trace.codes, width, changed: changedBy(eventAt(trace, position - 1)) });
}

function allCards(): readonly CardMark[] {
  return Array.from({ length: trace.length }, (_, position) => at(position).marks).flatMap((marks) =>
    marks.flatMap((mark) => (mark.kind === 'card' ? [mark] : [])),
  );
}

/** The first position whose ready queue holds these tasks. */
function positionOf(isIt: (letters: string) => boolean): number {
  for (let position = 0; position < trace.length; position++) {
    const { handles, ready, tasks } = worldAfter(trace, position);
    if (isIt(ready.map((id) => tasks.get(handles.get(id)?.task ?? 0)?.letter ?? '').join())) return position;
  }
  return -1;
}

test('threads say who holds the GIL and what the others wait for, and a lock who holds it', () => {
  const base = emptyWorld();
  const wait = { what: '', waitsFor: '', holder: 0, untilUs: 0, kept: null };
  base.threads.push(
    { id: 1, name: 'MainThread', process: 1, state: 'running', ...wait },
    { id: 2, name: 'Ann', process: 1, state: 'waiting', ...wait, what: 'lock', waitsFor: 'the Lock till', holder: 1 },
  );
  const nobody = { putters: [], items: [] };
  base.threadSyncs.push({
    ...{ id: 1, type: 'Lock', label: 'till', state: 'locked', value: 0, limit: 0, owner: 1, waiters: [2] },
    ...nobody,
  });
  const { marks } = loopDrawing({ world: base, codes: [], width: 900, changed: new Set() });
  const hints = marks.flatMap((mark) => (mark.kind === 'thing' ? [mark.hint] : []));
  expect(hints).toEqual([
    'T1 MainThread: holds the GIL',
    'T2 Ann: waits for the Lock till, held by T1',
    'Lock till: locked by T1 MainThread · waiting: T2 Ann',
  ]);
});
