/**
 * Runs of one program that differ in what was done to them from outside: branches. The store keeps the last few beside the one that
 * is shown. Two branches are the same up to the first thing that was done to only one of them.
 */
import { type Intervention, shortIntervention } from '../scenario/intervention.ts';
import { type Scenario, sameProgram } from '../scenario/scenario.ts';
import { anchorAt, resolveAnchor } from '../trace/moment.ts';
import type { RunState } from './run-state.ts';

export type Branch = Extract<RunState, { readonly phase: 'finished' }>;

/** Kept beside the one that is shown: so many, and so many events of all together. */
const KEPT_MAX = 4;
const EVENTS_MAX = 2_000_000;

/** What is kept when `next` is run after `current`. */
export function keptBefore(next: Scenario, current: RunState, kept: readonly Branch[]): readonly Branch[] {
  const all = current.phase === 'finished' ? [...kept, current] : kept;
  const others = all.filter(({ scenario }) => isSameButForActs(scenario, next) && !sameProgram(scenario, next));
  return bounded(others);
}

/** The newest, and the one to which nothing was done. */
function bounded(branches: readonly Branch[]): readonly Branch[] {
  const first = branches.filter(({ scenario }) => scenario.interventions.length === 0);
  const chosen = new Set<Branch>();
  let left = EVENTS_MAX;
  for (const branch of new Set([...first, ...[...branches].reverse()])) {
    left -= branch.trace.length;
    if (left >= 0 && chosen.size < KEPT_MAX) chosen.add(branch);
  }
  return branches.filter((branch) => chosen.has(branch));
}

/** In order: first the one to which nothing was done, then as they were run. */
export function inOrder(current: RunState, kept: readonly Branch[]): readonly Branch[] {
  const all = current.phase === 'finished' ? [...kept, current] : kept;
  const rank = ({ scenario }: Branch): number => (scenario.interventions.length === 0 ? 0 : 1);
  return [...all].sort((a, b) => rank(a) - rank(b) || a.run - b.run);
}

function isSameButForActs(a: Scenario, b: Scenario): boolean {
  return sameProgram({ ...a, interventions: [] }, { ...b, interventions: [] });
}

/** Up to this position both runs are the same, at least. */
export function commonPrefix(a: Scenario, b: Scenario): number {
  const [ofA, ofB] = [a, b].map(({ interventions }) => interventions.map((each) => [key(each), each] as const));
  const without = (mine: typeof ofA = [], theirs: typeof ofA = []) =>
    mine.filter(([own]) => !theirs.some(([other]) => other === own)).map(([, each]) => each);
  const starts = [...without(ofA, ofB), ...without(ofB, ofA)].map((each) => ('position' in each ? each.position : 0));
  return Math.min(Number.POSITIVE_INFINITY, ...starts);
}

/** The place in another branch that is meant by a position in this one. */
export function placeInBranch(from: Branch, position: number, to: Branch): number {
  const isCommon = position <= commonPrefix(from.scenario, to.scenario);
  const anchored = isCommon ? null : resolveAnchor(to.trace.history, anchorAt(from.trace.history, position));
  return anchored ?? Math.min(position, to.trace.length);
}

/** With one more, in order of position; times come last. */
export function withIntervention(list: readonly Intervention[], added: Intervention): readonly Intervention[] {
  const rank = (each: Intervention): number => ('position' in each ? each.position : Number.POSITIVE_INFINITY);
  return [...list, added].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

function key(intervention: Intervention): string {
  return JSON.stringify(shortIntervention(intervention));
}
