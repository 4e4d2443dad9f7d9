/**
 * How many of some lanes were in which state, over positions or over times: every move is added once, in order, and then a question
 * costs a search. Counts, and their sums over all that came before, are written down every so many moves.
 */
import { grown, LANE_STATES } from './moves.ts';

const STATES = LANE_STATES.length;
/** Not there yet. */
export const NOWHERE = STATES;
/** Moves between two places where all is written down. */
const STRIDE = 32;
const FIRST_ROOM = 64;
/** What is written down: counts, their sums, and how often any of them began to run. */
const RUNS = 2 * STATES;
const WIDTH = RUNS + 1;

export interface Stretch {
  /** Lanes in each state in the mean, as `LANE_STATES` has them; at the one point where the stretch has no length. */
  readonly means: readonly number[];
  /** How often one of them began to run. */
  readonly runs: number;
}

export class Tally {
  count = 0;
  #places = new Float64Array(FIRST_ROOM);
  /** Before and after, in one byte. */
  #steps = new Uint8Array(FIRST_ROOM);
  /** What was so before each stride. */
  #written = new Float64Array(FIRST_ROOM * WIDTH);
  /** After the last move. */
  readonly #now = new Float64Array(WIDTH);
  #nowAt = 0;
  readonly #answer = new Float64Array(WIDTH);

  /** States as indexes of `LANE_STATES`, or `NOWHERE`. Places never descend. */
  add(place: number, before: number, after: number): void {
    if (this.count === this.#places.length) {
      this.#places = grown(this.#places, new Float64Array(this.count * 2));
      this.#steps = grown(this.#steps, new Uint8Array(this.count * 2));
    }
    if (this.count % STRIDE === 0) this.#writeDown((this.count / STRIDE) * WIDTH);
    this.#places[this.count] = place;
    this.#steps[this.count] = before * 16 + after;
    this.count++;
    passOn(this.#now, place - this.#nowAt);
    this.#nowAt = place;
    move(this.#now, before, after);
  }

  /** As `LANE_STATES` has them. */
  countsAt(place: number): readonly number[] {
    return [...this.#at(place).subarray(0, STATES)];
  }

  stretch(from: number, to: number): Stretch {
    const before = this.#at(from).slice();
    const after = this.#at(to);
    const runs = (after[RUNS] ?? 0) - (before[RUNS] ?? 0);
    if (to <= from) return { means: [...before.subarray(0, STATES)], runs };
    const mean = (index: number): number =>
      ((after[STATES + index] ?? 0) - (before[STATES + index] ?? 0)) / (to - from);
    return { means: LANE_STATES.map((_, index) => mean(index)), runs };
  }

  /** Good until the next question. */
  #at(place: number): Float64Array {
    const moves = this.#movesUpTo(place);
    const state = this.#answer.fill(0);
    if (moves === 0) return state;
    const stride = Math.floor((moves - 1) / STRIDE);
    for (let index = 0; index < WIDTH; index++) state[index] = this.#written[stride * WIDTH + index] ?? 0;
    let at = stride === 0 ? 0 : (this.#places[stride * STRIDE - 1] ?? 0);
    for (let index = stride * STRIDE; index < moves; index++) {
      const next = this.#places[index] ?? 0;
      passOn(state, next - at);
      at = next;
      const step = this.#steps[index] ?? 0;
      move(state, step >> 4, step & 15);
    }
    passOn(state, place - at);
    return state;
  }

  #movesUpTo(place: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle] ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #writeDown(at: number): void {
    if (at + WIDTH > this.#written.length)
      this.#written = grown(this.#written, new Float64Array(this.#written.length * 2));
    this.#written.set(this.#now, at);
  }
}

/** So much further. */
function passOn(state: Float64Array, far: number): void {
  if (far <= 0) return;
  for (let index = 0; index < STATES; index++)
    state[STATES + index] = (state[STATES + index] ?? 0) + (state[index] ?? 0) * far;
}

function move(state: Float64Array, before: number, after: number): void {
  if (before !== NOWHERE) state[before] = (state[before] ?? 0) - 1;
  state[after] = (state[after] ?? 0) + 1;
  if (after === 0) state[RUNS] = (state[RUNS] ?? 0) + 1;
}
