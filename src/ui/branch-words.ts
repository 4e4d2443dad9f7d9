/** What a branch is called: by what was done to it. */
import { interventionClause } from '../scenario/intervention-words.ts';
import type { Branch } from '../store/branches.ts';

export function branchName({ scenario }: Branch): string {
  return scenario.interventions.length === 0 ? 'Original' : scenario.interventions.map(interventionClause).join('; ');
}
