/** Runs a scenario in many legal orders and sorts what came of them: a generator, so that whoever drives it can pause between two runs. */
import type { ExploreEnd, ExploreNews, ExplorePlan, Order, OutcomeGroup } from '../../scenario/orders.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type Observed, type OrderInit, observe } from './observe.ts';
import { fulfils, keyOf } from './outcome.ts';
import { byChance, bySeeds, byStretching, inTurns, systematic } from './strategies.ts';

/** Groups beyond that are counted with the last: a program that prints everything it does has no two runs alike. */
export const GROUPS_MAX = 500;
/** Runs that turn out to have been made before, for each that is wanted. */
const AGAIN = 3;

export class Exploration {
  readonly groups: OutcomeGroup[] = [];
  #runs = 0;
  #told = 0;
  readonly #byKey: Map<string, number> = new Map();

  get runs(): number {
    return this.#runs;
  }

  /** What is new since the last time it was asked. */
  news(): ExploreNews {
    const added = this.groups.slice(this.#told);
    this.#told = this.groups.length;
    return { runs: this.#runs, added, counts: this.groups.map(({ count }) => count) };
  }

  /** Gives the number of its group. */
  add({ order, outcome }: Observed): number {
    this.#runs++;
    const key = keyOf(outcome);
    const known = this.#byKey.get(key) ?? (this.groups.length < GROUPS_MAX ? -1 : GROUPS_MAX - 1);
    const group = this.groups[known];
    if (group !== undefined) {
      this.groups[known] = { ...group, count: group.count + 1 };
      return known;
    }
    this.#byKey.set(key, this.groups.length);
    return this.groups.push({ outcome, count: 1, order }) - 1;
  }
}

/**
 * Yields after each run. Several ways take turns: other seeds, the usual order with few decisions made otherwise, one after another, and
 * the same by chance. Each order counts once.
 */
export function* explore(
  usualOrder: Order,
  plan: ExplorePlan,
  run: (order: Order) => Observed,
  into: Exploration,
): Generator<void, ExploreEnd> {
  const usual = run(usualOrder);
  const tried = new Set([nameOf(usualOrder)]);
  const isWanted = ({ outcome }: Observed) => plan.until !== null && fulfils(plan.until, outcome, usual.outcome);
  const first = into.add(usual);
  if (isWanted(usual)) return { kind: 'found', group: first };
  yield;
  const ways = [systematic(usual), byChance(usual), bySeeds(usualOrder)];
  const strategy = inTurns(plan.mayStretch ? [byStretching(usual), ...ways] : ways);
  let next = strategy.next();
  for (let made = 1; into.runs < plan.runsMax && made < plan.runsMax * AGAIN && !next.done; made++) {
    const seen = run(next.value);
    const name = nameOf(next.value);
    if (!tried.has(name)) {
      tried.add(name);
      const group = into.add(seen);
      if (isWanted(seen)) return { kind: 'found', group };
    }
    yield;
    next = strategy.next(seen);
  }
  return { kind: 'enough' };
}

/** Of a scenario: beginning with the order that it holds itself. */
export function explorationOf(
  { files, interventions, settings }: Scenario,
  plan: ExplorePlan,
  from: Pick<OrderInit, 'readLibrary' | 'codeCache'>,
): { readonly found: Exploration; readonly steps: Generator<void, ExploreEnd> } {
  const found = new Exploration();
  const init = { ...from, files, interventions, network: settings.network };
  const usual = { seed: settings.seed, choices: settings.choices ?? [] };
  return { found, steps: explore(usual, plan, (order) => observe(init, order), found) };
}

function nameOf({ choices, seed }: Order): string {
  return `${seed}:${choices.map(({ chosen, nth }) => `${nth}=${chosen}`).join()}`;
}
