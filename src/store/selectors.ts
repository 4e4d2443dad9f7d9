/** What is computed from the state. Each gives the same object while what it depends on is the same. */
import { type Scenario, sameProgram } from '../scenario/scenario.ts';
import { envelopeOf } from '../trace/brokers.ts';
import type { Diagnostic, Ending } from '../trace/ending.ts';
import type { TraceEvent } from '../trace/events.ts';
import { type Lane, lanesOf, wakesOf } from '../trace/history.ts';
import { laneOfThread, type Wake } from '../trace/history-index.ts';
import { anchorAt } from '../trace/moment.ts';
import { eventAt, type Trace, traceUpTo, worldAfter } from '../trace/trace.ts';
import { type Why, whyWaiting } from '../trace/why.ts';
import { type OutputLine, outputOf, type World } from '../trace/world.ts';
import { type Branch, inOrder } from './branches.ts';
import { remember } from './remember.ts';
import { traceOf } from './run-state.ts';
import type { State } from './state.ts';

const upTo = remember(
  (trace: Trace, horizon: number | null): Trace => (horizon === null ? trace : traceUpTo(trace, horizon)),
);
/** As much of the run as may be seen. */
export const selectTrace = (state: State): Trace => upTo(traceOf(state.run), state.horizon);
/** The whole of it, for those who ask about what comes. */
export const selectWholeTrace = (state: State): Trace => traceOf(state.run);
/** Something of the run is not to be seen yet. */
export const selectIsHiding = (state: State): boolean =>
  state.horizon !== null && state.run.phase !== 'idle' && state.horizon < Math.max(1, traceOf(state.run).length);
export const selectLength = (state: State): number => selectTrace(state).length;

const worldOf = remember(worldAfter);
export const selectWorld = (state: State): World => worldOf(selectTrace(state), state.position);

const branchesOf = remember(inOrder);
/** Runs of this program, the one that is shown among them once it has ended. */
export const selectBranches = (state: State): readonly Branch[] => branchesOf(state.run, state.kept);

/** The event that led to the position; null at the start. */
export const selectEvent = (state: State): TraceEvent | null => eventOf(selectTrace(state), state.position);
const eventOf = remember((trace: Trace, position: number) => eventAt(trace, position - 1));

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

// Pure, so that the page's first part does without `why.ts`.
const whyAt = /* @__PURE__ */ remember((world: World, task: number): Why | null =>
  task === 0 ? null : whyWaiting(world, task),
);
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
  return run.phase === 'finished' && !selectIsHiding(state) ? run.ending : null;
};

const NO_DIAGNOSTICS: readonly Diagnostic[] = [];
export const selectDiagnostics = (state: State): readonly Diagnostic[] =>
  state.run.phase === 'rejected' ? state.run.diagnostics : NO_DIAGNOSTICS;

/** The name of this place in the run, for links. */
export const selectAnchor = (state: State): string => anchorOf(selectTrace(state), state.position);
const anchorOf = remember((trace: Trace, position: number) => anchorAt(trace.history, position));

/** The lane of what is selected: a task's own; of a message that of who works on it, else of who has read or sent it. 0: none. */
export const selectLane = (state: State): number => {
  const { selection } = state;
  if (selection.kind === 'task') return selection.id;
  return selection.kind === 'envelope' ? laneOfEnvelope(selectWorld(state), selection.id) : 0;
};

function laneOfEnvelope(world: World, id: number): number {
  const found = envelopeOf(world, id);
  const who = found?.reader ?? found?.sender;
  if (who === undefined) return 0;
  return who.task === 0 ? laneOfThread(who.thread) : who.task;
}
