/** Where a moment of a link has led: names find their place again after a change, numbers and times only come near it. */
import type { Moment } from '../scenario/moment.ts';
import { momentPlace, resolveAnchor } from '../trace/moment.ts';
import type { Trace } from '../trace/trace.ts';

export type Arrival =
  /** At what was meant, at the same number if it had one. */
  | { readonly kind: 'there' }
  /** The same happens here, but as another step. */
  | { readonly kind: 'moved'; readonly from: number; readonly to: number }
  /** Nothing of that name happens: this is the same number, or the same time. */
  | { readonly kind: 'near'; readonly to: number }
  | { readonly kind: 'missing' };

export function arrivalOf(trace: Trace, moment: Moment): Arrival {
  const { anchor, step } = moment;
  const named = anchor === '' ? null : resolveAnchor(trace.history, anchor);
  if (named !== null)
    return step === 0 || named === step ? { kind: 'there' } : { kind: 'moved', from: step, to: named };
  const to = momentPlace(trace, moment);
  if (to === null) return { kind: 'missing' };
  return anchor === '' ? { kind: 'there' } : { kind: 'near', to };
}

/** For people; empty when there is nothing to say. */
export function arrivalSentence(arrival: Arrival): string {
  switch (arrival.kind) {
    case 'there':
      return '';
    case 'moved':
      return `The moment that was shared was step ${arrival.from} then; here it is step ${arrival.to}.`;
    case 'near':
      return `The moment that was shared does not come up in this run. Step ${arrival.to} is the nearest to it.`;
    case 'missing':
      return 'The moment that was shared does not come up in this run: it ended before. This is its last step.';
  }
}
