/**
 * Between two neighbouring positions: marks of the same key move from where they were to where they are, others fade. A
 * value of the playhead, so that pausing halfway and going back show the same.
 */
import type { Drawing, Mark } from './marks.ts';

/** `progress` 0: before, 1: after. */
export function tween(before: Drawing, after: Drawing, progress: number): Drawing {
  if (progress <= 0 || before === after) return progress <= 0 ? before : after;
  if (progress >= 1) return after;
  const old = new Map(before.marks.map((mark) => [mark.key, mark]));
  const marks = after.marks.map((mark) => {
    const from = old.get(mark.key);
    old.delete(mark.key);
    return from === undefined || from.kind !== mark.kind
      ? { ...mark, opacity: mark.opacity * fadeIn(progress) }
      : moved(from, mark, progress);
  });
  const leaving = [...old.values()].map((mark) => ({ ...mark, opacity: mark.opacity * (1 - fadeIn(progress)) }));
  return {
    width: after.width,
    height: Math.max(before.height, after.height),
    marks: [...leaving, ...marks],
  };
}

function moved(from: Mark, to: Mark, progress: number): Mark {
  const mix = (a: number, b: number) => a + (b - a) * progress;
  const placed = { ...to, x: mix(from.x, to.x), y: mix(from.y, to.y), opacity: mix(from.opacity, to.opacity) };
  if (!('width' in placed) || !('width' in from)) return placed;
  return { ...placed, width: mix(from.width, placed.width), height: mix(from.height, placed.height) };
}

/** What appears waits until what moves is nearly there. */
function fadeIn(progress: number): number {
  return Math.max(0, (progress - 0.4) / 0.6);
}
