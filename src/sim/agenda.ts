/**
 * What will happen at which moment of virtual time: a sleeper wakes, a wait times out, a packet arrives. The clock carries it out
 * when it gets there. At one moment things happen in the order in which they were put down.
 */
import { heappop, heappush } from '../lib/heap.ts';

export interface Appointment {
  /** Virtual time. */
  readonly seconds: number;
}

class Entry implements Appointment {
  readonly seconds: number;
  readonly order: number;
  action: (() => void) | null;
  constructor(seconds: number, order: number, action: () => void) {
    this.seconds = seconds;
    this.order = order;
    this.action = action;
  }
}

function isSooner(a: Entry, b: Entry): boolean {
  return a.seconds < b.seconds || (a.seconds === b.seconds && a.order < b.order);
}

export class Agenda {
  readonly #heap: Entry[] = [];
  #made = 0;

  at(seconds: number, action: () => void): Appointment {
    const entry = new Entry(seconds, this.#made++, action);
    heappush(this.#heap, entry, isSooner);
    return entry;
  }

  /** One that has happened already, or was cancelled, may be cancelled again. */
  cancel(appointment: Appointment): void {
    if (appointment instanceof Entry) appointment.action = null;
  }

  /** The moment of the next appointment; null when there is none. */
  next(): number | null {
    for (let first = this.#heap[0]; first !== undefined; first = this.#heap[0]) {
      if (first.action !== null) return first.seconds;
      heappop(this.#heap, isSooner);
    }
    return null;
  }

  /** Carries out the next appointment, if there is one. */
  runNext(): void {
    if (this.next() === null) return;
    const entry = heappop(this.#heap, isSooner);
    const action = entry?.action;
    if (entry !== undefined) entry.action = null;
    action?.();
  }
}
