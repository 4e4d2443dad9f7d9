/**
 * Which lines the lanes have: each lane its own, or many of them folded into one line that counts them. The order depends on the run
 * and on what the reader has opened, never on the playhead, so that nothing jumps; only who is in an open group of one state does.
 */
import { grouped } from '../lib/grouped.ts';
import type { CodeInfo } from '../trace/events.ts';
import type { Grouping } from '../trace/grouping.ts';
import type { Lane } from '../trace/history.ts';
import type { LaneRecord } from '../trace/history-index.ts';
import { LANE_STATES, type LaneState } from '../trace/moves.ts';
import { STATES } from './states.ts';

export interface LaneLine {
  readonly kind: 'lane';
  readonly key: string;
  readonly lane: Lane;
  readonly depth: number;
}

export interface GroupLine {
  readonly kind: 'group';
  /** Its name among all groups, and in the census. */
  readonly key: string;
  readonly title: string;
  readonly depth: number;
  readonly isOpen: boolean;
  /** Lanes that it stands for, those below them too. */
  readonly size: number;
  /** Whose lanes it stands for; null: of all that are in one state. */
  readonly state: LaneState | null;
  readonly hue: number;
}

export type Line = LaneLine | GroupLine;

export interface Wishes {
  readonly grouping: Grouping;
  /** Keys of groups that are open. */
  readonly open: ReadonlySet<string>;
  /** Lanes that are shown one by one though their group is closed: what is selected. */
  readonly kept: ReadonlySet<number>;
  /** Null: all of them. */
  readonly only: ReadonlySet<number> | null;
  /** Tasks that a library has made for itself are one group. */
  readonly isLibraryFolded: boolean;
}

/** More lanes than this, and they are folded unless the reader wishes otherwise. */
export const MANY = 40;
/** The census of all lanes, and of those of one state. */
export const ALL = 'all';
export const LIBRARY = 'library';

export function groupingFor(wished: Grouping | null, count: number): Grouping {
  return wished ?? (count > MANY ? 'function' : 'none');
}

type Known = Pick<CodeInfo, 'qualname' | 'isUser'> | undefined;

/** In whose census a lane is counted. A pure function of what the lane was made from. */
export function groupsFor(
  { grouping, isLibraryFolded }: Pick<Wishes, 'grouping' | 'isLibraryFolded'>,
  { codes, laneOf }: { readonly codes: readonly Known[]; readonly laneOf: (task: number) => LaneRecord | undefined },
): (lane: LaneRecord) => readonly string[] {
  return ({ task }) => {
    if (isLibraryFolded && isOfLibrary(task.code, codes)) return [ALL, LIBRARY];
    if (grouping === 'function') return [ALL, functionKey(task)];
    if (grouping !== 'parent') return [ALL];
    const keys = [ALL];
    for (let at: LaneRecord['task'] | undefined = task; at !== undefined; at = laneOf(at.parent)?.task)
      keys.push(siblingsKey(at));
    return keys;
  };
}

export interface LinesInput extends Wishes {
  readonly lanes: readonly Lane[];
  readonly codes: readonly Known[];
  readonly stateOf: (lane: Lane) => LaneState | null;
  /** In which states any lane ever is. */
  readonly hasState: (state: LaneState) => boolean;
}

export function linesOf(input: LinesInput): readonly Line[] {
  const { codes, isLibraryFolded, only } = input;
  const lanes = only === null ? input.lanes : input.lanes.filter(({ task }) => only.has(task));
  const isFolded = ({ code }: Lane): boolean => isLibraryFolded && isOfLibrary(code, codes);
  const library = lanes.filter(isFolded);
  const own = library.length === 0 ? lanes : lanes.filter((lane) => !isFolded(lane));
  const lines = ownLines({ ...input, lanes: own });
  if (library.length === 0) return lines;
  const head = { key: LIBRARY, title: 'of libraries', depth: 0, size: library.length, state: null, hue: 0 };
  return [...lines, ...withMembers(input, head, library)];
}

function ownLines(input: LinesInput): readonly Line[] {
  const { grouping, lanes } = input;
  switch (grouping) {
    case 'none':
      return lanes.map((lane) => laneLine(lane, lane.depth));
    case 'function':
      return byFunction(input);
    case 'parent':
      return byParent(input);
    case 'state':
      return byState(input);
  }
}

function byFunction(input: LinesInput): readonly Line[] {
  return [...grouped(input.lanes, functionKey).values()].flatMap((members) => folded(input, members, 0));
}

/** Alone it is a lane; several are a group. */
function folded(input: LinesInput, members: readonly Lane[], depth: number): readonly Line[] {
  const [first] = members;
  if (first === undefined) return [];
  if (members.length === 1) return [laneLine(first, depth)];
  const size = members.length;
  return withMembers(
    input,
    { key: functionKey(first), title: titleOf(first, input.codes), depth, size, state: null, hue: first.hue },
    members,
  );
}

/** Below each lane those that it has made, and of those the ones of one function together. */
function byParent(input: LinesInput): readonly Line[] {
  const { lanes, kept, open } = input;
  const known = new Set(lanes.map(({ task }) => task));
  const children = grouped(lanes, ({ parent }) => (known.has(parent) ? String(parent) : ''));
  const sizes = new Map<number, number>();
  // Children are made after their parents, and so have greater numbers; those of threads are below zero and have none.
  for (const lane of [...lanes].sort((a, b) => b.task - a.task)) {
    const size = (sizes.get(lane.task) ?? 0) + 1;
    sizes.set(lane.task, size);
    sizes.set(lane.parent, (sizes.get(lane.parent) ?? 0) + size);
  }
  const lines: Line[] = [];
  const below = (lane: Lane, depth: number) => {
    lines.push(laneLine(lane, depth));
    siblings(children.get(String(lane.task)) ?? [], depth + 1);
  };
  const siblings = (members: readonly Lane[], depth: number) => {
    for (const alike of grouped(members, functionKey).values()) {
      const [first] = alike;
      if (first === undefined) continue;
      if (alike.length === 1) {
        below(first, depth);
        continue;
      }
      const key = siblingsKey({ code: first.code, parent: first.parent, label: first.label, name: first.name });
      const isOpen = open.has(key);
      const size = alike.reduce((sum, { task }) => sum + (sizes.get(task) ?? 1), 0);
      const title = titleOf(first, input.codes);
      lines.push({ kind: 'group', key, title, depth, isOpen, size, state: null, hue: first.hue });
      for (const lane of alike) {
        if (isOpen) below(lane, depth + 1);
        else if (kept.has(lane.task)) lines.push(laneLine(lane, depth + 1));
      }
    }
  };
  siblings(children.get('') ?? [], 0);
  const shown = new Set(lines.map(({ key }) => key));
  const hidden = lanes.filter(({ task }) => kept.has(task) && !shown.has(`lane ${task}`));
  return hidden.length === 0 ? lines : [...lines, ...hidden.map((lane) => laneLine(lane, 1))];
}

function byState(input: LinesInput): readonly Line[] {
  const { hasState, kept, lanes, open, stateOf } = input;
  const isAny = LANE_STATES.some((state) => open.has(stateKey(state))) || kept.size > 0;
  const members = isAny ? grouped(lanes, (lane) => stateOf(lane) ?? '') : new Map<string, readonly Lane[]>();
  return LANE_STATES.filter(hasState).flatMap((state) => {
    const head = { key: stateKey(state), title: STATES[state].word, depth: 0, size: lanes.length, state, hue: 0 };
    return withMembers(input, head, members.get(state) ?? []);
  });
}

function withMembers(
  { kept, open }: Pick<Wishes, 'kept' | 'open'>,
  head: Omit<GroupLine, 'kind' | 'isOpen'>,
  members: readonly Lane[],
): readonly Line[] {
  const isOpen = open.has(head.key);
  const shown = isOpen ? members : members.filter(({ task }) => kept.has(task));
  return [{ kind: 'group', isOpen, ...head }, ...shown.map((lane) => laneLine(lane, head.depth + 1))];
}

function laneLine(lane: Lane, depth: number): LaneLine {
  return { kind: 'lane', key: `lane ${lane.task}`, lane, depth };
}

type Made = Pick<Lane, 'code' | 'label' | 'name'>;

function functionKey({ code, label, name }: Made): string {
  return code !== 0 ? `function ${code}` : `named ${bare(label === '' ? name : label)}`;
}

function siblingsKey(made: Made & Pick<Lane, 'parent'>): string {
  return `of ${made.parent} ${functionKey(made)}`;
}

export function stateKey(state: LaneState): string {
  return `state ${state}`;
}

function titleOf({ code, label, name }: Made, codes: readonly Known[]): string {
  return codes[code]?.qualname.replace(/^.*<locals>\./, '') ?? bare(label === '' ? name : label);
}

/** `Thread-3` and `Thread-4` are of one kind. */
function bare(label: string): string {
  return label.replace(/\(.*$/s, '').replace(/[-_ ]?\d+$/, '');
}

function isOfLibrary(code: number, codes: readonly Known[]): boolean {
  return code !== 0 && codes[code]?.isUser === false;
}

export function hasLibrary(lanes: readonly Lane[], codes: readonly Known[]): boolean {
  return lanes.some(({ code }) => isOfLibrary(code, codes)) && lanes.some(({ code }) => !isOfLibrary(code, codes));
}

/** Where a lane is seen: its own line, else that of the group that it is folded into; -1 nowhere. */
export function lineOf(lines: readonly Line[], task: number, groups: readonly string[]): number {
  const own = lines.findIndex((line) => line.kind === 'lane' && line.lane.task === task);
  if (own >= 0) return own;
  const wanted = new Set(groups);
  return lines.findLastIndex((line) => line.kind === 'group' && wanted.has(line.key));
}

/** The group in which a lane is, the innermost that has a line; undefined: none. */
export function groupOf(lines: readonly Line[], task: number, groups: readonly string[]): GroupLine | undefined {
  const own = lines.findIndex((line) => line.kind === 'lane' && line.lane.task === task);
  const wanted = new Set(groups);
  const before = own < 0 ? lines : lines.slice(0, own);
  const found = before.findLast(
    (line) => line.kind === 'group' && (wanted.has(line.key) || (own >= 0 && line.state !== null)),
  );
  return found?.kind === 'group' ? found : undefined;
}
