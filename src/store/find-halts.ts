/** Finds where breakpoints hold: lines and events in the trace, conditions by asking the worker. */
import type { ConditionResult } from '../scenario/inspection.ts';
import type { Breakpoint, Scenario } from '../scenario/scenario.ts';
import { haltsAtEvents, haltsAtLines, keyOfLine } from '../trace/halts.ts';
import type { Trace } from '../trace/trace.ts';
import type { Halts, LineHalts } from './halts.ts';
import type { Inquirer } from './inquirer.ts';

export interface Searched {
  readonly trace: Trace;
  /** What was run. */
  readonly scenario: Scenario;
  readonly isDeadlock: boolean;
  readonly breakpoints: readonly Breakpoint[];
}

/** What conditions were found to be, by run; a run is known by its trace. */
const known = new WeakMap<Trace, Map<string, ConditionResult>>();

export function findHalts(halts: Halts, searched: Searched, inquirer: Inquirer): void {
  const { breakpoints, isDeadlock, scenario, trace } = searched;
  const results = known.get(trace) ?? new Map<string, ConditionResult>();
  known.set(trace, results);
  const reached = haltsAtLines(trace, breakpoints);
  const positionsOf = (breakpoint: Breakpoint) => reached.get(keyOfLine(breakpoint)) ?? [];
  const events = haltsAtEvents(trace, halts.getState().wanted, isDeadlock);

  const show = () => {
    const lines = new Map(
      breakpoints.map((each) => [keyOfLine(each), lineHalts(each, positionsOf(each), results)] as const),
    );
    const all = [...lines.values()].flatMap(({ positions }) => positions).concat(...events.values());
    halts.setState({ lines, events, positions: [...new Set(all)].sort((a, b) => a - b) });
  };
  show();

  const unknown = breakpoints.filter(
    (each) => each.condition !== null && !results.has(nameOf(each)) && positionsOf(each).length > 0,
  );
  if (unknown.length === 0) return;
  const conditions = unknown.map((each) => ({ expression: each.condition ?? '', positions: positionsOf(each) }));
  inquirer.ask(scenario, { kind: 'conditions', conditions }, (answer) => {
    for (const [index, each] of unknown.entries()) {
      const result = answer.kind === 'conditions' ? answer.results[index] : undefined;
      results.set(nameOf(each), result ?? failed(answer.kind === 'failed' ? answer.message : ''));
    }
    // Other breakpoints may have been set meanwhile: they are being looked for by themselves.
    show();
  });
}

function lineHalts(
  breakpoint: Breakpoint,
  positions: readonly number[],
  results: ReadonlyMap<string, ConditionResult>,
): LineHalts {
  const reached = positions.length;
  const plain = { positions, reached, isAsking: false, error: '', errorAt: 0, looked: reached };
  if (breakpoint.condition === null || reached === 0) return plain;
  const result = results.get(nameOf(breakpoint));
  if (result === undefined) return { ...plain, positions: [], isAsking: true, looked: 0 };
  const { error, looked } = result;
  return { ...plain, positions: result.positions, looked, error: error?.text ?? '', errorAt: error?.position ?? 0 };
}

function nameOf(breakpoint: Breakpoint): string {
  return `${keyOfLine(breakpoint)} ${breakpoint.condition}`;
}

function failed(message: string): ConditionResult {
  return { positions: [], error: { text: message, position: 0 }, looked: 0 };
}

/** At the line or not any more; in order of file and line. */
export function toggled(list: readonly Breakpoint[], { file, line }: { readonly file: string; readonly line: number }) {
  const others = list.filter((each) => each.file !== file || each.line !== line);
  return others.length < list.length ? others : ordered([...others, { file, line, condition: null }]);
}

export function ordered(list: readonly Breakpoint[]): readonly Breakpoint[] {
  return [...list].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
