/** Who consumes from which queue in a run: one window for each place where a consumer stands, or another in its stead. */
import type { EventOf } from './events.ts';

/** Those that consume from one queue in a process, one after the other. */
export interface Window {
  readonly queue: number;
  /** Of the queue. */
  readonly name: string;
  readonly label: string;
  /** Ids of Consumers. */
  readonly consumers: readonly number[];
  /** The most that it ever was; 0 without limit, -1: acknowledged as it is delivered. */
  readonly prefetch: number;
}

type GrowingWindow = { -readonly [K in keyof Window]: Window[K] } & {
  isOpen: boolean;
  readonly consumers: number[];
};

/** Windows by process. */
export class Windows extends Map<number, readonly Window[]> {
  readonly #known = new Map<number, GrowingWindow[]>();

  /** A consumer stands where one before it stood that has gone. */
  note(process: number, event: EventOf<'consumer.changed'>, name: string): void {
    const { consumer, isOpen, label, prefetch, queue } = event;
    const windows = this.#known.get(process) ?? [];
    this.#known.set(process, windows);
    this.set(process, windows);
    const own = windows.find(({ consumers }) => consumers.includes(consumer));
    const found = own ?? windows.find((share) => !share.isOpen && share.queue === queue);
    const share = found ?? { queue, name, label, consumers: [], prefetch, isOpen: true };
    if (found === undefined) windows.push(share);
    if (own === undefined) share.consumers.push(consumer);
    share.isOpen = isOpen === 1;
    share.prefetch = widest(share.prefetch, prefetch);
  }
}

/** 0 is without limit. */
function widest(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : Math.max(a, b);
}
