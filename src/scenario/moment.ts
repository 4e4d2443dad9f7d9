/**
 * A moment says where in a run to look. It is named by what happens there, because positions
 * move when the program or the engine changes; the fallbacks are used when the name is gone.
 * Finding the position of an anchor needs a trace and is not done here.
 */
import { LIMITS } from './limits.ts';

export interface Moment {
  /** What happens there: `main#2:resume` is the second time that task `main` is resumed. May be empty. */
  readonly anchor: string;
  /** Fallback: the position, a count of events, 0 to 999,999,999. */
  readonly step: number;
  /** Fallback: microseconds of virtual time, 0 to 999,999,999,999,999. */
  readonly timeUs: number;
}

const TEXT = /^(.*?)(?:;t=(\d{1,15}))?(?:;s=(\d{1,9}))?$/s;
const LOOKS_LIKE_A_FALLBACK = /;[ts]=\d+$/;

/** `main#2:resume;t=1200000;s=14`; without fallbacks, the anchor alone. */
export function formatMoment({ anchor, step, timeUs }: Moment): string {
  const isPlain = step === 0 && timeUs === 0 && !LOOKS_LIKE_A_FALLBACK.test(anchor);
  return isPlain ? anchor : `${anchor};t=${timeUs};s=${step}`;
}

/** Reads what `formatMoment` wrote, and what a person typed. Null when the anchor is too long. */
export function parseMoment(text: string): Moment | null {
  if (text.length > LIMITS.anchorLengthMax + 30) return null;
  const [, anchor = '', timeUs = '0', step = '0'] = TEXT.exec(text) ?? [];
  if (anchor.length > LIMITS.anchorLengthMax) return null;
  return { anchor, step: Number(step), timeUs: Number(timeUs) };
}
