/**
 * How many lanes of a group were in which state, at any position of a run. It grows with its run. Groups are named by keys; one
 * lane may be of several.
 */
import { countUpTo, type History, type Lane } from './history.ts';
import type { LaneRecord } from './history-index.ts';
import { LANE_STATES, type LaneState, stateIndex } from './moves.ts';
import { NOWHERE, type Stretch, Tally } from './tally.ts';

export type Counts = Readonly<Record<LaneState, number>>;

/** Of which groups a lane is; asked once for each. */
export type GroupsOf = (lane: LaneRecord) => readonly string[];

export class Census {
  readonly groupsOf: GroupsOf;
  readonly #tallies = new Map<string, Tally>();
  readonly #ofLane: (readonly Tally[])[] = [];
  readonly #stateOf: number[] = [];
  #read = 0;

  constructor(groupsOf: GroupsOf) {
    this.groupsOf = groupsOf;
  }

  /** Takes in what its run has become. Always of the same run. */
  follow({ index: { lanes, moves } }: History): this {
    for (let at = this.#ofLane.length; at < lanes.length; at++) {
      const lane = lanes[at];
      if (lane !== undefined) this.#ofLane.push(this.groupsOf(lane).map((key) => this.#tally(key)));
      this.#stateOf.push(NOWHERE);
    }
    for (; this.#read < moves.count; this.#read++) {
      const lane = moves.laneOf(this.#read);
      const before = this.#stateOf[lane] ?? NOWHERE;
      const after = moves.stateOf(this.#read);
      this.#stateOf[lane] = after;
      if (before === after) continue;
      for (const tally of this.#ofLane[lane] ?? []) tally.add(moves.positionOf(this.#read), before, after);
    }
    return this;
  }

  /** After the first `position` events. */
  countsAt(key: string, position: number): Counts {
    const counts = this.#tallies.get(key)?.countsAt(position);
    const entries = LANE_STATES.map((state, index) => [state, counts?.[index] ?? 0]);
    return Object.fromEntries(entries) as Record<LaneState, number>;
  }

  /** From the one position to the other; null for a group that there is not. */
  stretch(key: string, from: number, to: number): Stretch | null {
    return this.#tallies.get(key)?.stretch(from, to) ?? null;
  }

  #tally(key: string): Tally {
    const known = this.#tallies.get(key);
    if (known !== undefined) return known;
    const fresh = new Tally();
    this.#tallies.set(key, fresh);
    return fresh;
  }
}

const known = { steps: new WeakMap<LaneRecord, Tally>(), time: new WeakMap<LaneRecord, Tally>() };

/** One lane alone, over positions or virtual time: for the parts of it that are too dense to be drawn one by one. */
export function tallyOf({ length }: History, { record }: Lane, axis: 'steps' | 'time'): Tally {
  const tally = known[axis].get(record) ?? new Tally();
  known[axis].set(record, tally);
  const { starts } = record;
  const until = countUpTo(starts, length, ({ from }) => from);
  for (let index = tally.count; index < until; index++) {
    const start = starts[index];
    if (start === undefined) break;
    const before = index === 0 ? NOWHERE : stateIndex(starts[index - 1]?.state ?? 'done');
    tally.add(axis === 'steps' ? start.from : start.fromUs, before, stateIndex(start.state ?? 'done'));
  }
  return tally;
}
