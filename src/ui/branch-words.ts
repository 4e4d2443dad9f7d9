/** What a branch is called: by what was done to it. */
import { interventionClause } from '../scenario/intervention-words.ts';
import type { Branch } from '../store/branches.ts';
import { pointsOf } from '../trace/history.ts';
import { eventAt } from '../trace/trace.ts';

export function branchName({ scenario, trace }: Branch): string {
  const { interventions } = scenario;
  if (interventions.length === 0) return 'Original';
  const effects = new Map<number, string>();
  for (const position of pointsOf(trace.history, 'intervention')) {
    const event = eventAt(trace, position - 1);
    if (event?.kind === 'intervention.missed') effects.set(event.nth, ', in vain');
    // What is asked for at a step can be done at once, or has to wait for a place where the program may be interrupted.
    const asked = event?.kind === 'intervention.done' ? interventions[event.nth - 1] : undefined;
    if (
      asked !== undefined &&
      event?.kind === 'intervention.done' &&
      'position' in asked &&
      position > asked.position + 1
    )
      effects.set(event.nth, `, in effect at ${position}`);
  }
  return interventions.map((each, index) => interventionClause(each) + (effects.get(index + 1) ?? '')).join('; ');
}
