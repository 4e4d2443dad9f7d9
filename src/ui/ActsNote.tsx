/** What a shared scenario does to its run from outside, told before it runs. */
import { interventionClause } from '../scenario/intervention-words.ts';
import { useApp } from './services.ts';

export function ActsNote() {
  const interventions = useApp(({ scenario }) => scenario.interventions);
  const clauses = interventions.map(interventionClause).join('; ');
  return <span>{` run it. The link also acts on the run from outside: ${clauses}.`}</span>;
}
