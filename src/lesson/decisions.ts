/**
 * "You are the event loop": the choices that a loop, a broker or a channel layer made in a run, one after the other, each with
 * what else was on the table. Who picks a card is told whether it might be that one, and which rule says so.
 */
import type { Trace } from '../trace/trace.ts';
import { brokerDecisions } from './broker-decisions.ts';
import { layerDecisions } from './layer-decisions.ts';
import { loopDecisions } from './loop-decisions.ts';
import type { RuleId } from './rules.ts';

/** Whom the learner plays. */
export const ROLES = ['loop', 'broker', 'layer'] as const;
export type Role = (typeof ROLES)[number];

export interface Card {
  readonly id: string;
  readonly kind: 'ready' | 'timer' | 'io' | 'consumer' | 'message' | 'outcome';
  readonly title: string;
  /** More about it; '' nothing. */
  readonly detail: string;
  /** It may be this one. */
  readonly isLegal: boolean;
  /** Why it may be, or may not. */
  readonly says: string;
  readonly rule: RuleId;
}

export interface Decision {
  readonly role: Role;
  /** The position before it. */
  readonly at: number;
  /** The position after it. */
  readonly to: number;
  readonly ask: string;
  /** At least two, in an order that gives nothing away. */
  readonly cards: readonly Card[];
  /** The card of this run. */
  readonly truth: string;
}

/** Of one run. */
export const DECISIONS_MAX = 40;

const DECISIONS: Readonly<Record<Role, (trace: Trace) => readonly Decision[]>> = {
  loop: loopDecisions,
  broker: brokerDecisions,
  layer: layerDecisions,
};

export function decisionsOf(trace: Trace, role: Role): readonly Decision[] {
  return DECISIONS[role](trace);
}

/** Whom one can play in this run. */
export function rolesOf(trace: Trace): readonly Role[] {
  return ROLES.filter((role) => DECISIONS[role](trace).length > 0);
}

export type Pick = 'right' | 'also' | 'wrong';

/** `also`: the rules allow it, though this run did otherwise. */
export function judgePick({ cards, truth }: Decision, id: string): Pick {
  if (id === truth) return 'right';
  return cards.find((card) => card.id === id)?.isLegal === true ? 'also' : 'wrong';
}
