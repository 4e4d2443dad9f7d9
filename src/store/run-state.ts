/** What has become of the last run. A reply changes it in one pure function. */
import type { Reply, RunId } from '../bridge/protocol.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Diagnostic, Ending } from '../trace/ending.ts';
import { appendChunk, EMPTY_TRACE, type Trace } from '../trace/trace.ts';

/** `scenario` is what was run, to be compared with what has been edited since. */
export type RunState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly run: RunId; readonly scenario: Scenario; readonly trace: Trace }
  | {
      readonly phase: 'finished';
      readonly run: RunId;
      readonly scenario: Scenario;
      readonly trace: Trace;
      readonly ending: FinalEnding;
    }
  | { readonly phase: 'rejected'; readonly scenario: Scenario; readonly diagnostics: readonly Diagnostic[] }
  /** Our mistake. What was recorded before can still be looked at. */
  | { readonly phase: 'crashed'; readonly scenario: Scenario; readonly trace: Trace; readonly message: string };

export type FinalEnding = Exclude<Ending, { kind: 'rejected' | 'crashed' }>;

export const IDLE: RunState = { phase: 'idle' };

export function startRun(run: RunId, scenario: Scenario): RunState {
  return { phase: 'running', run, scenario, trace: EMPTY_TRACE };
}

export function receiveReply(state: RunState, reply: Reply): RunState {
  if (state.phase !== 'running' || reply.run !== state.run) return state;
  switch (reply.kind) {
    case 'started':
      // A run that lacked a module of the library starts a second time.
      return state.trace.length === 0 ? state : { ...state, trace: EMPTY_TRACE };
    case 'recorded':
      return { ...state, trace: appendChunk(state.trace, reply.chunk) };
    case 'explored':
    case 'inspected':
    case 'surveyed':
    case 'judged':
      return state;
    case 'finished':
      return finish(state, reply.ending);
  }
}

export function traceOf(state: RunState): Trace {
  return 'trace' in state ? state.trace : EMPTY_TRACE;
}

function finish(state: Extract<RunState, { phase: 'running' }>, ending: Ending): RunState {
  const { run, scenario, trace } = state;
  if (ending.kind === 'rejected') return { phase: 'rejected', scenario, diagnostics: ending.diagnostics };
  if (ending.kind === 'crashed') return { phase: 'crashed', scenario, trace, message: ending.message };
  return { phase: 'finished', run, scenario, trace, ending };
}
