/** The rule that every queue keeps: what it has accepted is somewhere. */
import type { BrokerQueue } from './brokers.ts';

/**
 * U1: accepted = delivered + expired + flushed + lost + in the queue; U8 adds acknowledged, dead-lettered and unacknowledged ones. What
 * was refused or dropped never got in.
 */
export function isBalanced(queue: BrokerQueue): boolean {
  const { accepted, acked, deadLettered, delivered, expired, flushed, items, lost, unacked } = queue;
  return accepted === delivered + acked + deadLettered + expired + flushed + lost + items.length + unacked.length;
}
