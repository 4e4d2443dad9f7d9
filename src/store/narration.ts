/** What is told of each step. Apart from the other selectors: nothing is told before something has run. */
import type { TraceEvent } from '../trace/events.ts';
import { timeAt } from '../trace/history.ts';
import { narrate } from '../trace/narrate.ts';
import { eventAt, type Trace, worldAfter } from '../trace/trace.ts';
import { remember } from './remember.ts';
import { selectTrace } from './selectors.ts';
import type { State } from './state.ts';

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
