/** What the lanes show, from the run and the wishes of the reader. Loaded with the picture. */
import { useStore } from 'zustand';
import type { LaneWishes } from '../store/lane-wishes.ts';
import { remember } from '../store/remember.ts';
import { Census } from '../trace/census.ts';
import type { CodeInfo } from '../trace/events.ts';
import type { Grouping } from '../trace/grouping.ts';
import { type History, type Lane, stateAt } from '../trace/history.ts';
import type { HistoryIndex } from '../trace/history-index.ts';
import { stateIndex } from '../trace/moves.ts';
import { type Trace, worldAfter } from '../trace/trace.ts';
import { shownLanes } from '../viz/lane-frame.ts';
import { groupingFor, groupsFor, hasLibrary, type Line, lineOf, linesOf, MANY } from '../viz/lane-lines.ts';
import { hitsIn } from '../viz/lane-search.ts';
import { useServices } from './services.ts';

export interface LaneScene {
  readonly lanes: readonly Lane[];
  readonly lines: readonly Line[];
  /** Pinned above them. */
  readonly pinned: readonly Line[];
  readonly census: Census;
  readonly grouping: Grouping;
  readonly isLibraryFolded: boolean;
  readonly hasLibrary: boolean;
  /** Tasks that the query means, in order of their lanes. */
  readonly hits: readonly number[];
}

export function useLaneScene(trace: Trace, position: number, selected: number): LaneScene {
  return sceneOf(trace, position, selected, useStore(useServices().laneWishes));
}

export function sceneOf(trace: Trace, position: number, selected: number, wishes: LaneWishes): LaneScene {
  const { codes, history } = trace;
  const lanes = shownLanes(history);
  const grouping = groupingFor(wishes.grouping, lanes.length);
  const isLibraryFolded = wishes.isLibraryFolded ?? lanes.length > MANY;
  const census = censusOf(history.index, codes, grouping, isLibraryFolded).follow(history);
  const hits = wishes.query === '' ? NOBODY : hitsOf(trace, wishes.query, position);
  const only = wishes.isFiltered && wishes.query.trim() !== '' ? hits : null;
  // Only there does the order of the lines depend on where the playhead is.
  const at = grouping === 'state' ? position : 0;
  const lines = arranged({ history, codes, grouping, isLibraryFolded, open: wishes.open, selected, only, at });
  const pinned = pinnedLines(history, wishes.pins);
  return {
    ...{ lanes, lines, pinned, census, grouping, isLibraryFolded, hits },
    hasLibrary: libraryIn(history, codes),
  };
}

/** Where a lane is seen: its line, or that of its group. */
export function lineOfTask({ census, lines }: LaneScene, { index }: History, task: number): number {
  const lane = index.laneOf.get(task);
  return lane === undefined ? -1 : lineOf(lines, task, census.groupsOf(lane));
}

const NOBODY: readonly number[] = [];

const censusOf = remember(
  (index: HistoryIndex, codes: readonly CodeInfo[], grouping: Grouping, isLibraryFolded: boolean) =>
    new Census(groupsFor({ grouping, isLibraryFolded }, { codes, laneOf: (task) => index.laneOf.get(task) })),
);

const libraryIn = remember((history: History, codes: readonly CodeInfo[]) => hasLibrary(shownLanes(history), codes));

const hitsOf = remember((trace: Trace, query: string, position: number) =>
  hitsIn(shownLanes(trace.history), query, {
    codes: trace.codes,
    position,
    placesOf: (task) =>
      (worldAfter(trace, position).tasks.get(task)?.parked ?? []).map(
        ({ code, line }) => `${trace.codes[code]?.file ?? ''}:${line}`,
      ),
  }),
);

const pinnedLines = remember((history: History, pins: readonly number[]): readonly Line[] =>
  pins.flatMap((task) => {
    const lane = shownLanes(history).find((each) => each.task === task);
    return lane === undefined ? [] : [{ kind: 'lane', key: `pin ${task}`, lane, depth: 0 }];
  }),
);

interface Arranged {
  readonly history: History;
  readonly codes: readonly CodeInfo[];
  readonly grouping: Grouping;
  readonly isLibraryFolded: boolean;
  readonly open: ReadonlySet<string>;
  readonly selected: number;
  readonly only: readonly number[] | null;
  readonly at: number;
}

function arranged({ at, codes, grouping, history, isLibraryFolded, only, open, selected }: Arranged): readonly Line[] {
  return arrange(history, codes, grouping, isLibraryFolded, open, selected, only, at);
}

const arrange = remember(
  (
    ...[history, codes, grouping, isLibraryFolded, open, selected, only, at]: [
      ...[History, readonly CodeInfo[], Grouping, boolean],
      ...[ReadonlySet<string>, number, readonly number[] | null, number],
    ]
  ) => {
    const { moves } = history.index;
    return linesOf({
      ...{ lanes: shownLanes(history), codes, grouping, open, isLibraryFolded },
      kept: new Set([selected]),
      only: only === null ? null : new Set(only),
      stateOf: (lane) => stateAt(lane, at),
      hasState: (state) => moves.has(stateIndex(state)),
    });
  },
);
