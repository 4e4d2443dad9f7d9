/**
 * Between two neighbouring positions: marks of the same key move from where they were to where they are, others fade. A
 * value of the playhead, so that pausing halfway and going back show the same.
 */

/** As much of a mark as moves. */
interface Moving {
  readonly key: string;
  readonly kind: string;
  readonly x: number;
  readonly y: number;
  readonly opacity: number;
}

interface Picture<M extends Moving> {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly M[];
}

/** `progress` 0: before, 1: after. */
export function tween<M extends Moving>(before: Picture<M>, after: Picture<M>, progress: number): Picture<M> {
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
  const leaving = [...old.values()].map((mark) => ({
    ...mark,
    opacity: mark.opacity * (1 - fadeIn(progress)),
  }));
  return {
    width: after.width,
    height: Math.max(before.height, after.height),
    marks: [...leaving, ...marks],
  };
}

function moved<M extends Moving>(from: M, to: M, progress: number): M {
  const mix = (a: number, b: number) => a + (b - a) * progress;
  const placed = {
    ...to,
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    opacity: mix(from.opacity, to.opacity),
  };
  if (!isSized(placed) || !isSized(from)) return placed;
  return {
    ...placed,
    width: mix(from.width, placed.width),
    height: mix(from.height, placed.height),
  };
}

function isSized<M extends Moving>(mark: M): mark is M & { readonly width: number; readonly height: number } {
  return 'width' in mark;
}

/** What appears waits until what moves is nearly there. */
function fadeIn(progress: number): number {
  return Math.max(0, (progress - 0.4) / 0.6);
}
