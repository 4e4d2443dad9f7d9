/**
 * The virtual clock. It moves for three reasons only: a loop that has nothing to do waits for its next timer, a thread
 * sleeps, or a program polls the clock in a spin (`while time.time() < t: ...`), which would otherwise never end.
 * Seconds are floats, so that sums of them print as CPython prints them. Leaves out what a timer is.
 */

import { Agenda } from './agenda.ts';

/** Iterations of an event loop in a row that read the clock and find no timer due, before time is charged. */
export const SPIN_ITERATIONS = 1_000;
/** The same for iterations that do not even look at the clock (`while not done: await sleep(0)`). */
export const SILENT_ITERATIONS = 100_000;
/** Looks at the clock within one iteration, before time is charged. */
export const SPIN_READS = 10_000;
/** Seconds charged for one turn of a spin. */
export const SPIN_STEP = 0.001;

/** Why the clock moved: the loop waited for a timer, `time.sleep` blocked the thread, or a spin was charged. */
export const Advance = { waited: 0, slept: 1, charged: 2 } as const;
export type AdvanceKind = (typeof Advance)[keyof typeof Advance];

export class VirtualClock {
  #now = 0;
  #reads = 0;
  #spins = 0;
  #silent = 0;
  readonly #agenda: Agenda;
  /** Told after each move. */
  onAdvance: ((now: number, by: AdvanceKind) => void) | null = null;

  /** Whatever the agenda holds is carried out when the clock gets there. */
  constructor(agenda: Agenda = new Agenda()) {
    this.#agenda = agenda;
  }

  now(): number {
    return this.#now;
  }

  /** The program looks at the clock. */
  read(): number {
    this.#reads++;
    if (this.#reads > SPIN_READS) this.#charge(null);
    return this.#now;
  }

  /** The only thread there is sleeps: the clock moves on. */
  sleep(seconds: number): void {
    this.#rest();
    if (seconds > 0) this.#moveTo(this.#now + seconds, Advance.slept);
  }

  /** Nobody has anything to do until `when`. */
  waitUntil(when: number): void {
    this.#rest();
    if (when > this.#now) this.#moveTo(when, Advance.waited);
    else this.#carryOut(this.#now, Advance.waited);
  }

  /** Threads that spin without looking at the clock: the same charge. */
  charge(): void {
    this.#charge(null);
  }

  #rest(): void {
    this.#reads = 0;
    this.#spins = 0;
    this.#silent = 0;
  }

  /** A loop with work to do looks whether a timer is due. `next`: the moment of its next timer, null when it has none. */
  poll(next: number | null): void {
    const isDue = next !== null && next <= this.#now;
    if (isDue || this.#reads === 0) this.#spins = 0;
    else if (++this.#spins > SPIN_ITERATIONS) this.#charge(next);
    if (isDue || next === null || this.#reads > 0) this.#silent = 0;
    else if (++this.#silent > SILENT_ITERATIONS) this.#charge(next);
    this.#reads = 0;
  }

  /** Busy polling costs time; never more than there is until the next timer or appointment. */
  #charge(limit: number | null): void {
    let later = Math.round((this.#now + SPIN_STEP) * 1e9) / 1e9;
    if (limit !== null && limit < later) later = limit;
    const next = this.#agenda.next();
    if (next !== null && next < later) later = Math.max(next, this.#now);
    this.#moveTo(later, Advance.charged);
  }

  #moveTo(when: number, by: AdvanceKind): void {
    this.#carryOut(when, by);
    this.#goTo(when, by);
  }

  /** What is due until `when` happens, each thing at its own moment. */
  #carryOut(when: number, by: AdvanceKind): void {
    for (let next = this.#agenda.next(); next !== null && next <= when; next = this.#agenda.next()) {
      this.#goTo(next, by);
      this.#agenda.runNext();
    }
  }

  #goTo(when: number, by: AdvanceKind): void {
    if (when <= this.#now) return;
    this.#now = when;
    this.onAdvance?.(when, by);
  }
}
