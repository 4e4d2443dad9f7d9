/** What happens to a task at one point of its lane: a bolt where CancelledError is thrown in, a notch where it is asked for, its end. */
import type { Lane } from '../trace/history.ts';
import type { Mark } from '../trace/history-index.ts';
import type { GlyphMark } from './lane-marks.ts';
import type { Placing } from './lanes.ts';
import { type GlyphName, STATES, type StateName } from './states.ts';

interface Where {
  readonly placing: Placing;
  readonly y: number;
  /** Closer than this two glyphs are one. */
  readonly apart: number;
  /** Whatever kinds they are of; else only two of one kind. */
  readonly isMany: boolean;
}

interface Look {
  readonly glyph: GlyphName | 'notch';
  readonly state: StateName;
  readonly dy: number;
  readonly title: string;
}

/** Of the marks in the window. */
export function glyphMarks(
  lane: Lane,
  inside: readonly Mark[],
  { apart, isMany, placing, y }: Where,
): readonly GlyphMark[] {
  const marks: GlyphMark[] = [];
  const lastX = new Map<string, number>();
  for (const mark of inside) {
    const look = lookOf(lane, mark);
    if (look === null) continue;
    const isCap = mark.kind === 'finish';
    const x = placing.x(mark.position, mark.timeUs) + (isCap ? 10 : 0);
    if (x < placing.left || x > placing.right + 16) continue;
    const kind = isMany && !isCap ? 'any' : look.glyph;
    if (x - (lastX.get(kind) ?? Number.NEGATIVE_INFINITY) < apart) continue;
    lastX.set(kind, x);
    const { dy, glyph, state, title } = look;
    const text = mark.text === '' ? '' : `: ${mark.text}`;
    marks.push({
      ...{ key: `${lane.task} ${mark.kind} ${mark.position}`, x, y: y + dy, glyph, state, isCap },
      ...{ title: `${lane.letter} ${title}${text}`, position: mark.position },
    });
  }
  return marks;
}

function lookOf({ cap }: Lane, { kind, text }: Mark): Look | null {
  switch (kind) {
    case 'cancel':
      return { glyph: 'notch', state: 'cancelling', dy: -12, title: 'is asked to cancel' };
    case 'throw':
      return { glyph: 'bolt', state: 'cancelling', dy: -12, title: 'gets CancelledError thrown in' };
    case 'refuse':
      return { glyph: 'shield', state: 'refused', dy: 17, title: 'refuses: the CancelledError was swallowed' };
    case 'exception':
      // The bolt of a cancellation says this already.
      return text.startsWith('CancelledError')
        ? null
        : { glyph: 'cross', state: 'failed', dy: -13, title: 'has an exception' };
    case 'blocked':
      return { glyph: 'hourglass', state: 'blocked', dy: -13, title: 'blocks the loop' };
    case 'finish': {
      const state = cap === '' ? 'done' : cap;
      return { glyph: STATES[state].glyph, state, dy: 0, title: STATES[state].word };
    }
    default:
      return null;
  }
}
