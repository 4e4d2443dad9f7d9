/**
 * Which orders are tried, one after another. A strategy is a generator: it gives an order and is told what was seen in it, so that it
 * knows which decisions there were.
 */

import { Prng } from '../../lib/prng.ts';
import { LATE_STEPS, SHORT_TURNS } from '../../python/vm/scheduler.ts';
import type { Order } from '../../scenario/orders.ts';
import type { ForcedChoice } from '../../scenario/scenario.ts';
import { FIRST_LATE } from '../../sim/choices.ts';

/** One decision of a run: out of how many, and which was taken. */
export interface Decision {
  readonly kind: string;
  readonly count: number;
  readonly chosen: number;
}

export interface Seen {
  readonly order: Order;
  /** The first `DECISIONS_MAX`, without those about sleeps. */
  readonly decisions: readonly Decision[];
  /** How many sleeps there were, each a decision of its own. */
  readonly sleeps: number;
}

export type Strategy = Generator<Order, void, Seen>;

export const DECISIONS_MAX = 2_000;
/** Of one decision with many options the first ones are tried, one by one. */
const OPTIONS_MAX = 40;
/** How far from the usual order systematic trying goes: so many decisions made otherwise. */
const DISTANCE_MAX = 3;
const WAITING_MAX = 50_000;
/** Decisions that an order may have beyond those of the usual one: a turn that was cut short is followed by others. */
const BEYOND = 8;

/** Other seeds than the scenario's. */
export function* bySeeds(order: Order): Strategy {
  for (let seed = 0; seed <= 0xffff_ffff; seed++) if (seed !== order.seed) yield { seed, choices: order.choices };
}

/**
 * From the usual order outwards: first every order in which one decision is made otherwise, then two... A turn is cut short after 1, 2, 3
 * statements and so on, as long as the thread is still at it then; within the statement after that, before each of its instructions.
 */
export function* systematic(usual: Seen): Strategy {
  /** By how far they are from the usual order. */
  const waiting: Order[][] = Array.from({ length: DISTANCE_MAX + 1 }, () => []);
  let left = WAITING_MAX;
  const wait = (distance: number, { seed }: Order, choices: readonly ForcedChoice[]): void => {
    if (left-- > 0) waiting[distance]?.push({ seed, choices });
  };
  const expand = ({ order, decisions }: Seen, distance: number): void => {
    const last = order.choices.at(-1);
    const longer = last === undefined ? null : longerTurn(last, decisions);
    if (longer !== null) wait(distance, order, [...order.choices.slice(0, -1), longer]);
    for (let nth = (last?.nth ?? -1) + 1; nth < decisions.length; nth++) {
      const decision = decisions[nth] as Decision;
      // Where in the statement a turn is cut short is no further away.
      const further = nth - 1 === last?.nth && decision.kind === 'switch' ? 0 : 1;
      if (distance + further > DISTANCE_MAX) break;
      for (const chosen of optionsOf(decision)) wait(distance + further, order, [...order.choices, { nth, chosen }]);
    }
  };
  expand(usual, 0);
  for (let distance = 1; distance <= DISTANCE_MAX; distance++)
    for (const order of waiting[distance] ?? []) expand(yield order, distance);
}

/**
 * A few decisions of the usual order made otherwise, by chance: reaches far into long programs. Small numbers mean something for
 * every kind of decision: another thread, a short turn, a place in the statement.
 */
export function* byChance({ decisions, order }: Seen): Strategy {
  if (decisions.length === 0) return;
  const chance = new Prng(order.seed).fork('orders');
  const range = decisions.length + BEYOND;
  for (;;) {
    const choices = new Map<number, ForcedChoice>();
    for (let left = 1 + chance.below(6); left > 0; left--) {
      const nth = chance.below(range);
      // As often below 2 as from 2 to 3, from 4 to 7...
      choices.set(nth, { nth, chosen: chance.below(2 << chance.below(6)) });
    }
    yield { seed: order.seed, choices: inOrder(choices.values()) };
  }
}

/** Some sleeps take longer, under this seed and others. */
export function* byStretching({ order, sleeps }: Seen): Strategy {
  if (sleeps === 0) return;
  const chance = new Prng(order.seed).fork('sleeps');
  for (let seed = order.seed; ; seed = (seed + 1) % 0x1_0000_0000) {
    const choices = new Map<number, ForcedChoice>();
    for (let left = 1 + chance.below(Math.min(sleeps, 12)); left > 0; left--) {
      const nth = FIRST_LATE + chance.below(sleeps);
      choices.set(nth, { nth, chosen: 1 + chance.below(LATE_STEPS) });
    }
    yield { seed, choices: inOrder(choices.values()) };
  }
}

/** One order of each in turn, until none has any more. */
export function* inTurns(strategies: readonly Strategy[]): Strategy {
  let left = strategies.map((strategy) => ({ strategy, next: strategy.next() }));
  while (left.length > 0) {
    for (const each of left) if (!each.next.done) each.next = each.strategy.next(yield each.next.value);
    left = left.filter(({ next }) => !next.done);
  }
}

const inOrder = (choices: Iterable<ForcedChoice>): readonly ForcedChoice[] =>
  [...choices].sort((a, b) => a.nth - b.nth);

const isTurn = (kind: string): boolean => kind === 'begin' || kind === 'slice';

/** A turn is cut short after one statement first; `begin` 0 is the usual turn. */
function optionsOf({ chosen, count, kind }: Decision): readonly number[] {
  if (isTurn(kind)) return [kind === 'begin' ? 1 : 0];
  const options = Array.from({ length: Math.min(count, OPTIONS_MAX) }, (_, option) => option);
  return options.filter((option) => option !== chosen);
}

/** A turn that was cut short, one statement longer; null when the thread gave it up by itself before. */
function longerTurn({ chosen, nth }: ForcedChoice, decisions: readonly Decision[]): ForcedChoice | null {
  const [cut, next] = [decisions[nth], decisions[nth + 1]];
  if (cut === undefined || !isTurn(cut.kind) || chosen + 1 >= SHORT_TURNS) return null;
  return next?.kind === 'switch' || next?.kind === 'thread' ? { nth, chosen: chosen + 1 } : null;
}
