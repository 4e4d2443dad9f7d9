/**
 * The virtual clock. It moves for three reasons only: a loop that has nothing to do waits for its next timer, a thread
 * sleeps, or a program polls the clock in a spin (`while time.time() < t: ...`), which would otherwise never end.
 * Seconds are floats, so that sums of them print as CPython prints them. Leaves out what a timer is.
 */

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
  /** The time of the main thread, while another runs. */
  #main: number | null = null;
  /** Told after each move of the main thread's time. */
  onAdvance: ((now: number, by: AdvanceKind) => void) | null = null;

  now(): number {
    return this.#now;
  }

  /** The program looks at the clock. */
  read(): number {
    this.#reads++;
    if (this.#reads > SPIN_READS) this.#charge(null);
    return this.#now;
  }

  /** A thread sleeps: the clock moves on. */
  sleep(seconds: number): void {
    this.#reads = 0;
    this.#spins = 0;
    this.#silent = 0;
    if (seconds > 0) this.#moveTo(this.#now + seconds, Advance.slept);
  }

  /** A simulated thread has a time line of its own: what it sleeps delays its own end and nobody else. */
  get isInThread(): boolean {
    return this.#main !== null;
  }

  /** From here on `now` is the time of a thread that starts at `at`. Threads do not start threads of their own. */
  enterThread(at: number): void {
    if (this.#main === null) this.#main = this.#now;
    this.#now = at;
  }

  /** The moment at which the thread ended; `now` is that of its starter again. */
  leaveThread(): number {
    const end = this.#now;
    if (this.#main !== null) this.#now = this.#main;
    this.#main = null;
    return end;
  }

  /** A loop with nothing to do waits until `when`. */
  waitUntil(when: number): void {
    this.#reads = 0;
    this.#spins = 0;
    this.#silent = 0;
    if (when > this.#now) this.#moveTo(when, Advance.waited);
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

  /** Busy polling costs time; never more than there is until the next timer. */
  #charge(limit: number | null): void {
    const later = Math.round((this.#now + SPIN_STEP) * 1e9) / 1e9;
    this.#moveTo(limit === null || later < limit ? later : limit, Advance.charged);
  }

  #moveTo(when: number, by: AdvanceKind): void {
    this.#now = when;
    if (this.#main === null) this.onAdvance?.(when, by);
  }
}
