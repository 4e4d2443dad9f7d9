/** What became of each order of a run of the guarantee lab: lost, charged once, or charged again. Pure, over the trace. */
import type { TraceEvent } from '../trace/events.ts';

export const FATES = ['lost', 'once', 'duplicated'] as const;
export type Fate = (typeof FATES)[number];

export interface OrderFate {
  readonly order: number;
  readonly fate: Fate;
  /** How often the card was charged. */
  readonly charges: number;
}

export interface Verdict {
  /** Empty: nobody has read the book, so that nothing is known. */
  readonly orders: readonly OrderFate[];
  /** How many messages stand aside, as dead letters. */
  readonly deadLettered: number;
  /** Tasks that are marked as failed: somebody can know. */
  readonly failed: number;
  /** How often a message was given to somebody once more. */
  readonly redelivered: number;
}

/** The process that reads the book, and says what is in it. */
export const AUDITOR = 'audit.1';
const LINE = /^order (\d+): charged (\d+) times$/gm;

/** From what the audit says. */
export function verdictOf(events: Iterable<TraceEvent>): Verdict {
  const auditors = new Set<number>();
  const states = new Map<string, string>();
  const orders: OrderFate[] = [];
  const counts = { deadLettered: 0, redelivered: 0 };
  for (const event of events) {
    switch (event.kind) {
      case 'process.started':
        if (event.label === AUDITOR) auditors.add(event.process);
        break;
      case 'output.written':
        if (auditors.has(event.process)) orders.push(...ordersIn(event.text));
        break;
      case 'celeryTask.changed':
        states.set(event.id, event.state);
        break;
      case 'envelope.deadLettered':
        counts.deadLettered++;
        break;
      case 'envelope.returned':
        counts.redelivered++;
        break;
      default:
    }
  }
  return { orders, ...counts, failed: [...states.values()].filter((state) => state === 'FAILURE').length };
}

function ordersIn(text: string): readonly OrderFate[] {
  return [...text.matchAll(LINE)].map(([, order, times]) => {
    const charges = Number(times);
    return { order: Number(order), charges, fate: charges === 0 ? 'lost' : charges === 1 ? 'once' : 'duplicated' };
  });
}

export type Tally = Readonly<Record<Fate, number>>;

/** Orders of all verdicts together. */
export function tallyOf(verdicts: Iterable<Verdict>): Tally {
  const tally = { lost: 0, once: 0, duplicated: 0 };
  for (const { orders } of verdicts) for (const { fate } of orders) tally[fate]++;
  return tally;
}
