/** What is computed from the state. Each gives the same object while what it depends on is the same. */
import { type Scenario, sameProgram } from '../scenario/scenario.ts';
import type { Diagnostic, Ending } from '../trace/ending.ts';
import type { TraceEvent } from '../trace/events.ts';
import { type Lane, lanesOf, timeAt, wakesOf } from '../trace/history.ts';
import type { Wake } from '../trace/history-index.ts';
import { anchorAt } from '../trace/moment.ts';
import { narrate } from '../trace/narrate.ts';
import { eventAt, type Trace, worldAfter } from '../trace/trace.ts';
import { type Why, whyWaiting } from '../trace/why.ts';
import { type OutputLine, outputOf, type World } from '../trace/world.ts';
import { traceOf } from './run-state.ts';
import type { State } from './state.ts';

export const selectTrace = (state: State): Trace => traceOf(state.run);
export const selectLength = (state: State): number => selectTrace(state).length;

const worldOf = remember(worldAfter);
export const selectWorld = (state: State): World => worldOf(selectTrace(state), state.position);

/** The event that led to the position; null at the start. */
export const selectEvent = (state: State): TraceEvent | null => eventOf(selectTrace(state), state.position);
const eventOf = remember((trace: Trace, position: number) => eventAt(trace, position - 1));

/** One sentence about the event that led to the position; '' at the start. */
export const selectNarration = (state: State): string => sentenceAt(selectTrace(state), state.position);
export const sentenceAt = remember((trace: Trace, position: number): string => {
  const event = eventAt(trace, position - 1);
  if (event === null) return '';
  return narrate(event, worldAfter(trace, position - 1), worldAfter(trace, position), trace.codes);
});

export interface StepRow {
  /** The position after the event. */
  readonly position: number;
  readonly event: TraceEvent;
  readonly timeUs: number;
  /** Whose step it is part of; 0 nobody's. */
  readonly task: number;
  readonly sentence: string;
}

/** The steps from `from` on, for a list that shows a window of them. */
export const stepsWindow = remember((trace: Trace, from: number, count: number): readonly StepRow[] => {
  const rows: StepRow[] = [];
  for (let position = Math.max(1, from); position < from + count && position <= trace.length; position++) {
    const event = eventAt(trace, position - 1);
    if (event === null) break;
    const before = worldAfter(trace, position - 1);
    const after = worldAfter(trace, position);
    const task = 'task' in event && event.task !== 0 ? event.task : before.runningTask;
    const sentence = narrate(event, before, after, trace.codes);
    rows.push({ position, event, timeUs: timeAt(trace.history, position), task, sentence });
  }
  return rows;
});

export interface LanesInput {
  readonly lanes: readonly Lane[];
  readonly wakes: readonly Wake[];
  readonly length: number;
  readonly timeUs: number;
}

const lanesInput = remember((trace: Trace): LanesInput => {
  const { history, length, timeUs } = trace;
  return { lanes: lanesOf(history), wakes: wakesOf(history), length, timeUs };
});
export const selectLanes = (state: State): LanesInput => lanesInput(selectTrace(state));

const outputAt = remember(outputOf);
export const selectOutput = (state: State): readonly OutputLine[] => outputAt(selectWorld(state));

const whyAt = remember((world: World, task: number): Why | null => (task === 0 ? null : whyWaiting(world, task)));
/** Of the selected task; null when none is selected. */
export const selectWhy = (state: State): Why | null =>
  whyAt(selectWorld(state), state.selection.kind === 'task' ? state.selection.id : 0);

const differ = remember((a: Scenario, b: Scenario) => !sameProgram(a, b));
/** The program differs from what was loaded. */
export const selectIsEdited = (state: State): boolean => differ(state.scenario, state.original);

/** The program was edited since it ran: the picture shows the old one. */
export const selectIsStale = (state: State): boolean =>
  state.run.phase !== 'idle' && differ(state.scenario, state.run.scenario);

export const selectEnding = (state: State): Ending | null => {
  const { run } = state;
  return run.phase === 'finished' ? run.ending : null;
};

const NO_DIAGNOSTICS: readonly Diagnostic[] = [];
export const selectDiagnostics = (state: State): readonly Diagnostic[] =>
  state.run.phase === 'rejected' ? state.run.diagnostics : NO_DIAGNOSTICS;

/** The name of this place in the run, for links. */
export const selectAnchor = (state: State): string => anchorOf(selectTrace(state), state.position);
const anchorOf = remember((trace: Trace, position: number) => anchorAt(trace.history, position));

/** Remembers the last few answers, by identity of the arguments. */
function remember<Args extends readonly unknown[], R>(compute: (...args: Args) => R): (...args: Args) => R {
  const kept: { readonly args: Args; readonly result: R }[] = [];
  return (...args) => {
    const known = kept.find((each) => each.args.every((arg, index) => Object.is(arg, args[index])));
    if (known !== undefined) return known.result;
    const result = compute(...args);
    kept.unshift({ args, result });
    kept.length = Math.min(kept.length, 4);
    return result;
  };
}
