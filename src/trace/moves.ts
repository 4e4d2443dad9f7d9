/** Every change of state of every lane, in order, a few bytes each: what a count of many lanes is made from. */

export const LANE_STATES = [
  'running',
  'ready',
  'waiting',
  'cancelling',
  'done',
  'failed',
  'cancelled',
  'refused',
] as const;
export type LaneState = (typeof LANE_STATES)[number];

const CODES: ReadonlyMap<LaneState, number> = new Map(LANE_STATES.map((state, index) => [state, index]));
export function stateIndex(state: LaneState): number {
  return CODES.get(state) ?? 0;
}

const FIRST_ROOM = 1_024;

/** Grows at its end only. */
export class Moves {
  count = 0;
  /** Bit n: a lane was in state n. */
  #seen = 0;
  #positions = new Int32Array(FIRST_ROOM);
  #lanes = new Int32Array(FIRST_ROOM);
  #states = new Uint8Array(FIRST_ROOM);

  /** `lane`: its place among all lanes. */
  add(lane: number, state: LaneState, position: number): void {
    if (this.count === this.#positions.length) this.#grow();
    this.#positions[this.count] = position;
    this.#lanes[this.count] = lane;
    this.#states[this.count] = stateIndex(state);
    this.#seen |= 1 << (this.#states[this.count] ?? 0);
    this.count++;
  }

  /** Whether any lane ever came into that state. */
  has(state: number): boolean {
    return (this.#seen & (1 << state)) !== 0;
  }

  positionOf(index: number): number {
    return this.#positions[index] ?? 0;
  }

  laneOf(index: number): number {
    return this.#lanes[index] ?? 0;
  }

  /** An index of `LANE_STATES`. */
  stateOf(index: number): number {
    return this.#states[index] ?? 0;
  }

  #grow(): void {
    const room = this.count * 2;
    this.#positions = grown(this.#positions, new Int32Array(room));
    this.#lanes = grown(this.#lanes, new Int32Array(room));
    this.#states = grown(this.#states, new Uint8Array(room));
  }
}

/** The same in a longer array. */
export function grown<T extends { set(from: T): void }>(old: T, room: T): T {
  room.set(old);
  return room;
}
