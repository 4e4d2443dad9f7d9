import { expect, test } from 'vitest';
import type { Lane } from '../trace/history.ts';
import { HistoryIndex, type LaneRecord } from '../trace/history-index.ts';
import { LANES_MAX, spotlightOf } from './spotlight.ts';

const NOBODY = { about: 0, isAlone: false };

test('few lanes are all shown, wherever the playhead is', () => {
  const lanes = [lane(1, 0), lane(2, 50)];
  expect(spotted(lanes, 0)).toEqual({ lanes, quiet: 0 });
});

test('of many, those are shown that change within ten steps, in their own order; the others are counted', () => {
  const lanes = [1, 2, 3, 4, 5, 6, 7, 8].map((task) => lane(task, task, task * 100));
  expect(tasks(spotted(lanes, 300))).toEqual([3]);
  expect(tasks(spotted([...lanes, lane(9, 9, 291)], 300))).toEqual([3, 9]);
  expect(tasks(spotted([...lanes, lane(9, 9, 289)], 300))).toEqual([3]);
  expect(spotted(lanes, 300).quiet).toBe(7);
});

test('there are never more than six, the nearest first', () => {
  const lanes = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((task) => lane(task, 1, 100 + task));
  const shown = spotted(lanes, 109);
  expect(tasks(shown)).toEqual([4, 5, 6, 7, 8, 9]);
  expect(shown).toMatchObject({ quiet: 3 });
  expect(shown.lanes).toHaveLength(LANES_MAX);
});

test('whom the step is about is among them, though it does not change', () => {
  const lanes = [1, 2, 3, 4, 5, 6, 7, 8].map((task) => lane(task, 1, 100));
  expect(tasks(spotted([...lanes, lane(9, 1, 5)], 100, { about: 9, isAlone: false }))).toContain(9);
});

test('what is not there yet is not counted among the quiet', () => {
  const lanes = [1, 2, 3, 4, 5, 6, 7].map((task) => lane(task, task * 100));
  expect(spotted(lanes, 200)).toMatchObject({ quiet: 1 });
});

test('where nothing happens for long, those who came last are shown', () => {
  const lanes = [1, 2, 3, 4, 5, 6, 7].map((task) => lane(task, task));
  expect(tasks(spotted(lanes, 500))).toEqual([2, 3, 4, 5, 6, 7]);
});

test('one lane can be shown alone', () => {
  const lanes = [lane(1, 0), lane(2, 0), lane(3, 0)];
  expect(spotted(lanes, 5, { about: 2, isAlone: true })).toEqual({ lanes: [lanes[1]], quiet: 2 });
  expect(tasks(spotted(lanes, 5, { about: 0, isAlone: true }))).toEqual([1, 2, 3]);
});

const HISTORY = new HistoryIndex().upTo(10_000);

function tasks({ lanes }: { readonly lanes: readonly Lane[] }): readonly number[] {
  return lanes.map(({ task }) => task);
}

function spotted(lanes: readonly Lane[], position: number, wish = NOBODY) {
  return spotlightOf(lanes, { history: HISTORY, position, ...wish });
}

function lane(id: number, createdAt: number, ...changes: readonly number[]): Lane {
  const task = {
    ...{ id, createdAt, letter: 'A', hue: 0, name: '', label: '', code: 0, coroutine: 0, parent: 0, loop: 0 },
    ...{ state: 'ready' as const, cancel: { phase: 'none' as const, count: 0, by: 0, message: '' }, waitsOn: 0 },
    ...{ parked: [], stack: [], result: '', finishedAt: 0, steps: 0, wokenBy: null },
  };
  const starts = changes.map((from) => ({ from, fromUs: 0, state: 'running' as const, label: '', isUnwinding: false }));
  const record: LaneRecord = {
    at: 0,
    task,
    thread: 0,
    asProcess: null,
    cap: '',
    starts,
    marks: [],
    notable: [],
    mentions: [],
  };
  return {
    ...{ task: id, createdAt, record, letter: 'A', hue: 0, label: '', name: '', parent: 0, depth: 0, code: 0 },
    ...{ finishedAt: 0, cap: '', marks: [], spans: [] },
  };
}
