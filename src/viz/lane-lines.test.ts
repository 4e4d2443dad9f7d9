import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Census } from '../trace/census.ts';
import { traceFromText } from '../trace/from-text.ts';
import { GROUPINGS, type Grouping } from '../trace/grouping.ts';
import { type Lane, lanesOf, stateAt } from '../trace/history.ts';
import { LANE_STATES, type LaneState, stateIndex } from '../trace/moves.ts';
import { ALL, groupingFor, groupOf, groupsFor, LIBRARY, type Line, lineOf, linesOf, stateKey } from './lane-lines.ts';

const TRACE = traceFromText(`
  main  c>-.   !>$
  w-1    c  >- .!>-$
  w-2    c  >-x
  w-3    c   >.  !>$
  other   c   >$
`);
const { history } = TRACE;
const LANES = lanesOf(history);
/** All but the first and the last run one function; the last is a library's. */
const CODES = ['', 'main', 'worker', 'helper'].map((qualname) => ({ qualname, isUser: qualname !== 'helper' }));
const coded = LANES.map((lane, index) => Object.assign(Object.create(lane), { code: codeAt(index) }) as typeof lane);

function codeAt(index: number): number {
  return index === 0 ? 1 : index === LANES.length - 1 ? 3 : 2;
}

interface Wanted {
  readonly grouping: Grouping;
  readonly open?: readonly string[];
  readonly kept?: readonly number[];
  readonly only?: readonly number[] | null;
  readonly isLibraryFolded?: boolean;
  readonly at?: number;
}

function lines({
  at = 8,
  grouping,
  isLibraryFolded = false,
  kept = [],
  only = null,
  open = [],
}: Wanted): readonly Line[] {
  return linesOf({
    ...{ lanes: coded, codes: CODES, grouping, isLibraryFolded },
    ...{ open: new Set(open), kept: new Set(kept), only: only === null ? null : new Set(only) },
    stateOf: (lane) => stateAt(lane, at),
    hasState: (state) => history.index.moves.has(stateIndex(state)),
  });
}

const told = (all: readonly Line[]) =>
  all.map(
    (line) => `${'  '.repeat(line.depth)}${line.kind === 'lane' ? line.lane.name : `${line.title} × ${line.size}`}`,
  );

test('a few lanes stand alone, many are folded, and what the reader wishes comes first', () => {
  expect([groupingFor(null, 12), groupingFor(null, 1_000), groupingFor('none', 1_000)]).toEqual([
    'none',
    'function',
    'none',
  ]);
  expect(told(lines({ grouping: 'none' }))).toEqual(['main', '  w-1', '  w-2', '  w-3', '  other']);
});

test('lanes of one function are one line, which opens', () => {
  expect(told(lines({ grouping: 'function' }))).toEqual(['main', 'worker × 3', 'other']);
  const opened = lines({ grouping: 'function', open: ['function 2'] });
  expect(told(opened)).toEqual(['main', 'worker × 3', '  w-1', '  w-2', '  w-3', 'other']);
});

test('below a parent those alike are one line; a group counts what is below its lanes, too', () => {
  expect(told(lines({ grouping: 'parent' }))).toEqual(['main', '  worker × 3', '  other']);
  const opened = lines({ grouping: 'parent', open: ['of 1 function 2'] });
  expect(told(opened)).toEqual(['main', '  worker × 3', '    w-1', '    w-2', '    w-3', '  other']);
});

test('the groups of states are always the same lines; only who is in them goes with the playhead', () => {
  const heads = (at: number) => told(lines({ grouping: 'state', at }));
  expect(heads(1)).toEqual(heads(TRACE.length));
  const members = (at: number, state: LaneState) =>
    told(lines({ grouping: 'state', at, open: [stateKey(state)] })).filter((line) => line.startsWith(' '));
  expect(members(TRACE.length, 'failed')).toEqual(['  w-2']);
  expect(members(TRACE.length, 'running')).toEqual([]);
});

test('what is selected is seen though its group is closed', () => {
  expect(told(lines({ grouping: 'function', kept: [3] }))).toEqual(['main', 'worker × 3', '  w-2', 'other']);
  expect(told(lines({ grouping: 'parent', kept: [3] }))).toEqual(['main', '  worker × 3', '    w-2', '  other']);
});

test('tasks of libraries are one line at the end', () => {
  expect(told(lines({ grouping: 'none', isLibraryFolded: true })).at(-1)).toBe('of libraries × 1');
  expect(told(lines({ grouping: 'none', isLibraryFolded: true, open: [LIBRARY] })).at(-1)).toBe('  other');
});

const grouping = fc.constantFrom(...GROUPINGS);
const tasks = fc.uniqueArray(fc.constantFrom(...LANES.map(({ task }) => task)));
const at = fc.integer({ min: 0, max: TRACE.length });
const wanted = fc.record({ grouping, at, kept: tasks, isLibraryFolded: fc.boolean() });

test('with all groups open every lane that is there is seen once', () => {
  fc.assert(
    fc.property(wanted, fc.option(tasks), (wishes, only) => {
      const closed = lines({ ...wishes, only });
      const open = closed.flatMap((line) => (line.kind === 'group' ? [line.key] : []));
      const seen = lines({ ...wishes, only, open }).flatMap((line) => (line.kind === 'lane' ? [line.lane.task] : []));
      const isThere = wishes.grouping === 'state' ? (lane: Lane) => stateAt(lane, wishes.at) !== null : () => true;
      // A library's is in its own group, in whatever state.
      const there = coded.filter((lane) => (wishes.isLibraryFolded && lane.code === 3) || isThere(lane));
      const expected = there.map(({ task }) => task).filter((task) => only === null || only.includes(task));
      expect([...seen].sort()).toEqual([...expected].sort());
    }),
  );
});

test('keys are unique, and a line of a closed group stands for the lanes that its census counts', () => {
  const recordOf = (task: number) => history.index.laneOf.get(task);
  fc.assert(
    fc.property(wanted, tasks, (wishes, open) => {
      const all = lines({ ...wishes, open: open.map((code) => `function ${code}`) });
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    }),
  );
  const groupsOf = groupsFor({ grouping: 'function', isLibraryFolded: false }, { codes: CODES, laneOf: recordOf });
  const census = new Census(groupsOf).follow(history);
  const sum = (counts: Readonly<Record<LaneState, number>>) =>
    LANE_STATES.reduce((all, state) => all + counts[state], 0);
  expect(sum(census.countsAt(ALL, TRACE.length))).toBe(LANES.length);
});

test('a lane is looked for at its own line, else at that of its group', () => {
  const folded = lines({ grouping: 'function' });
  expect(lineOf(folded, 1, [ALL, 'function 1'])).toBe(0);
  expect(lineOf(folded, 3, [ALL, 'function 2'])).toBe(1);
  expect(groupOf(folded, 3, [ALL, 'function 2'])?.title).toBe('worker');
  expect(groupOf(folded, 1, [ALL, 'function 1'])).toBeUndefined();
});
