/**
 * What a projector has room for: few lanes, chosen by what happens near the playhead; the others are counted. A choice is a
 * value of the position, so it is the same however one got there.
 */
import { type History, type Lane, marksWithin, spansWithin } from '../trace/history.ts';

export const LANES_MAX = 6;
/** A lane that changes within so many steps, on either side, is not quiet. */
export const NEAR_STEPS = 10;

export interface Spotlight {
  /** In the order of all. */
  readonly lanes: readonly Lane[];
  /** How many others there are by now. */
  readonly quiet: number;
}

interface Wish {
  readonly history: History;
  readonly position: number;
  /** The task that this step is about; 0 nobody's. */
  readonly about: number;
  /** It alone is wanted. */
  readonly isAlone: boolean;
}

/**
 * Few lanes are all shown, so that they stay where they are. Of many, those that change within ten steps, the nearest
 * first; the one that the step is about is always among them.
 */
export function spotlightOf(lanes: readonly Lane[], wish: Wish): Spotlight {
  const { about, isAlone, position } = wish;
  const there = lanes.filter(({ createdAt }) => createdAt <= position + NEAR_STEPS);
  const alone = isAlone ? there.filter(({ task }) => task === about) : [];
  if (alone.length > 0) return { lanes: alone, quiet: there.length - 1 };
  if (lanes.length <= LANES_MAX) return { lanes, quiet: 0 };
  const near = there
    .map((lane) => ({ lane, steps: lane.task === about ? -1 : stepsToChange(lane, wish) }))
    .filter(({ steps }) => steps <= NEAR_STEPS)
    .sort((a, b) => a.steps - b.steps)
    .slice(0, LANES_MAX);
  const chosen = new Set(near.map(({ lane }) => lane));
  // Between two things that happen there is still a picture: whoever came last.
  if (chosen.size === 0 && there.length > 0) for (const lane of there.slice(-LANES_MAX)) chosen.add(lane);
  return { lanes: lanes.filter((lane) => chosen.has(lane)), quiet: there.length - chosen.size };
}

/** How far it is to where the lane changes next, or has changed last; of what is near. */
function stepsToChange(lane: Lane, { history, position }: Wish): number {
  const near = { from: position - NEAR_STEPS, to: position + NEAR_STEPS };
  const places = [
    ...spansWithin(history, lane, near, 'steps').map(({ from }) => from),
    ...marksWithin(history, lane, near, 'steps').map((mark) => mark.position),
    lane.createdAt,
    ...(lane.finishedAt > 0 ? [lane.finishedAt] : []),
  ];
  return places.reduce((least, place) => Math.min(least, Math.abs(place - position)), Number.POSITIVE_INFINITY);
}
