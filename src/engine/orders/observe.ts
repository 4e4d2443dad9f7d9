/** One run in a given order: what came of it, and which decisions there were. Nothing is recorded, so it is quick. */
import { type Order, OUTPUT_MAX, type Outcome } from '../../scenario/orders.ts';
import { type Limits, type ProgramInit, runProgram } from '../program.ts';
import { outcomeOf } from './outcome.ts';
import { DECISIONS_MAX, type Decision, type Seen } from './strategies.ts';

/** Hundreds of runs shall take seconds: a run that is longer ends as `limit`, which is an outcome too. */
export const ORDER_LIMITS: Limits = {
  instructionsMax: 4_000_000,
  eventsMax: 1,
  detailsMax: 1,
  outputMax: 200_000,
};

export interface Observed extends Seen {
  readonly outcome: Outcome;
}

export type OrderInit = Pick<ProgramInit, 'files' | 'network' | 'interventions' | 'readLibrary' | 'codeCache'>;

export function observe(init: OrderInit, order: Order): Observed {
  const decisions: Decision[] = [];
  let sleeps = 0;
  let output = '';
  const ending = runProgram({
    ...init,
    seed: order.seed,
    choices: order.choices,
    limits: ORDER_LIMITS,
    onChunk: null,
    onChoice: (kind, count, chosen) => {
      if (kind === 'late') sleeps++;
      else if (decisions.length < DECISIONS_MAX) decisions.push({ kind, count, chosen });
    },
    write: (_stream, text) => {
      if (output.length < OUTPUT_MAX) output += text;
    },
  });
  return { order, decisions, sleeps, outcome: outcomeOf(ending, output) };
}
