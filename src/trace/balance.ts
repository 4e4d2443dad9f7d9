/** The rule that every queue keeps: what it has accepted is somewhere. */
import type { BrokerQueue } from './brokers.ts';

/** U1: accepted = delivered + expired + flushed + lost + in the queue. What was refused or dropped never got in. */
export function isBalanced({ accepted, delivered, expired, flushed, items, lost }: BrokerQueue): boolean {
  return accepted === delivered + expired + flushed + lost + items.length;
}
