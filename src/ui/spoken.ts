/** A position in words. */
import { selectTrace } from '../store/selectors.ts';
import type { State } from '../store/state.ts';
import { timeAt } from '../trace/history.ts';
import { secondsText } from '../viz/marks.ts';

/** `step 14 of 62, 1.2 s`. */
export function spokenPosition(state: State): string {
  const trace = selectTrace(state);
  return `step ${state.position} of ${trace.length}, ${secondsText(timeAt(trace.history, state.position))}`;
}
