/** What differs between two runs: where they part, what they print, and what becomes of their tasks. */
import { endedText } from './ended-text.ts';
import { eventsBetween, type Trace, worldAfter } from './trace.ts';
import { FIRST_PROCESS, isOfShutdown, type OutputLine, outputOf, type Task } from './world.ts';

export interface Comparison {
  /** They are the same up to this position. */
  readonly common: number;
  readonly output: readonly DiffRow[];
  readonly tasks: readonly TaskPair[];
  /** The same of processes, where a run has several. */
  readonly processes: readonly TaskPair[];
}

/** A line that only one of them has stands alone in its row. */
export interface DiffRow {
  readonly left: OutputLine | null;
  readonly right: OutputLine | null;
}

export interface TaskOutcome {
  /** `waiting`, `done`; of a process `runs`, `was killed by SIGKILL`. */
  readonly state: string;
  readonly result: string;
}

export interface TaskPair {
  readonly name: string;
  readonly label: string;
  /** Null: the run has no such task. */
  readonly left: TaskOutcome | null;
  readonly right: TaskOutcome | null;
  readonly isSame: boolean;
}

const BLOCK = 2048;
/** Beyond so many lines on a side, those between what is the same at both ends are put side by side as they come. */
const LINES_MAX = 600;

/** `from`: they are known to be the same up to there. */
export function compareTraces(left: Trace, right: Trace, from = 0): Comparison {
  return {
    common: commonLength(left, right, from),
    output: diffLines(outputAtEnd(left), outputAtEnd(right)),
    tasks: pairs(tasksAtEnd(left), tasksAtEnd(right)),
    processes: pairs(processesAtEnd(left), processesAtEnd(right)),
  };
}

export function commonLength(left: Trace, right: Trace, from = 0): number {
  const end = Math.min(left.length, right.length);
  for (let at = Math.min(from, end); at < end; at += BLOCK) {
    const [ours, theirs] = [left, right].map((trace) => eventsBetween(trace, at, Math.min(end, at + BLOCK)));
    const index = ours?.findIndex((event, each) => JSON.stringify(event) !== JSON.stringify(theirs?.[each])) ?? -1;
    if (index >= 0) return at + index;
  }
  return end;
}

function outputAtEnd(trace: Trace): readonly OutputLine[] {
  return outputOf(worldAfter(trace, trace.length));
}

type Compared = Pick<Task, 'label' | 'name'> & TaskOutcome;

/** The first only waits for the others, or its end is that of the run. */
function processesAtEnd(trace: Trace): readonly Compared[] {
  return worldAfter(trace, trace.length)
    .processes.filter(({ id }) => id !== FIRST_PROCESS)
    .map(({ label, status }) => ({
      name: label,
      label,
      state: status === null ? 'runs' : endedText(status),
      result: '',
    }));
}

function tasksAtEnd(trace: Trace): readonly Compared[] {
  return [...worldAfter(trace, trace.length).tasks.values()].filter((task) => !isOfShutdown(task));
}

/** Line by line, with as few lines alone as possible. */
export function diffLines(left: readonly OutputLine[], right: readonly OutputLine[]): readonly DiffRow[] {
  const isSame = (a: OutputLine | undefined, b: OutputLine | undefined): boolean =>
    a !== undefined && b !== undefined && a.text === b.text && a.stream === b.stream;
  let start = 0;
  while (isSame(left[start], right[start])) start++;
  let ends = 0;
  while (ends < Math.min(left.length, right.length) - start && isSame(left.at(-1 - ends), right.at(-1 - ends))) ends++;
  const middle = [left.slice(start, left.length - ends), right.slice(start, right.length - ends)] as const;
  return [
    ...left.slice(0, start).map((line, index) => row(line, right[index])),
    ...(Math.max(middle[0].length, middle[1].length) > LINES_MAX
      ? sideBySide(middle[0], middle[1])
      : longestCommon(middle[0], middle[1], isSame)),
    ...left.slice(left.length - ends).map((line, index) => row(line, right[right.length - ends + index])),
  ];
}

function sideBySide(left: readonly OutputLine[], right: readonly OutputLine[]): DiffRow[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => row(left[index], right[index]));
}

function longestCommon(
  left: readonly OutputLine[],
  right: readonly OutputLine[],
  isSame: (a: OutputLine | undefined, b: OutputLine | undefined) => boolean,
): DiffRow[] {
  // best[i][j]: how many lines the rest of the left from i and of the right from j have in common, in order.
  const best = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      (best[i] ?? [])[j] = isSame(left[i], right[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const rows: DiffRow[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    if (isSame(left[i], right[j])) rows.push(row(left[i++], right[j++]));
    else if (j >= right.length || (i < left.length && at(i + 1, j) >= at(i, j + 1)))
      rows.push(row(left[i++], undefined));
    else rows.push(row(undefined, right[j++]));
  }
  return rows;
}

function row(left: OutputLine | undefined, right: OutputLine | undefined): DiffRow {
  return { left: left ?? null, right: right ?? null };
}

/** The first of a name with the first of that name, and so on. */
function pairs(left: readonly Compared[], right: readonly Compared[]): readonly TaskPair[] {
  const rest = [...right];
  const known = left.map((task) => {
    const index = rest.findIndex(({ name }) => name === task.name);
    return pair(task, index < 0 ? undefined : rest.splice(index, 1)[0]);
  });
  return [...known, ...rest.map((task) => pair(undefined, task))];
}

function pair(left: Compared | undefined, right: Compared | undefined): TaskPair {
  const { label = '', name = '' } = left ?? right ?? {};
  const isSame = left?.state === right?.state && left?.result === right?.result;
  return { name, label, left: outcome(left), right: outcome(right), isSame };
}

function outcome(task: Compared | undefined): TaskOutcome | null {
  return task === undefined ? null : { state: task.state, result: task.result };
}
