/** The window on the whole run: where it stands, what is taken hold of, and where it goes. Extents in steps or microseconds. */
import type { Extent } from './extent.ts';

export interface Ground {
  readonly total: number;
  /** Pixels for all of it. */
  readonly width: number;
}

/** What a pointer holds. */
export type Grip = 'from' | 'to' | 'window' | 'none';

/** However small a part is seen, it can be found and taken. */
const WINDOW_MIN = 10;
const EDGE = 6;

export function brushAt(
  { from, to }: Extent,
  { total, width }: Ground,
): { readonly x: number; readonly width: number } {
  const perUnit = width / Math.max(1, total);
  const exact = (to - from) * perUnit;
  const wide = Math.min(width, Math.max(WINDOW_MIN, exact));
  const x = from * perUnit - (wide - exact) / 2;
  return { x: Math.max(0, Math.min(x, width - wide)), width: wide };
}

/** `at` in units of the run. */
export function gripAt(at: number, extent: Extent, ground: Ground): Grip {
  const brush = brushAt(extent, ground);
  const x = (at / Math.max(1, ground.total)) * ground.width;
  const [from, to] = [x - brush.x, brush.x + brush.width - x];
  if (from < -EDGE || to < -EDGE) return 'none';
  // In a narrow window there is a middle, too.
  const edge = Math.min(EDGE, brush.width / 4);
  if (Math.abs(from) <= edge || from < 0) return 'from';
  return Math.abs(to) <= edge || to < 0 ? 'to' : 'window';
}

export interface Move {
  readonly grip: Grip;
  readonly by: number;
  readonly total: number;
}

/** Within the run, and never turned round. */
export function movedBrush({ from, to }: Extent, { by, grip, total }: Move): Extent {
  const whole = Math.max(1, total);
  switch (grip) {
    case 'from':
      return { from: Math.min(Math.max(0, from + by), to - 1), to };
    case 'to':
      return { from, to: Math.max(Math.min(whole, to + by), from + 1) };
    case 'window': {
      const span = Math.min(whole, to - from);
      const start = Math.max(0, Math.min(from + by, whole - span));
      return { from: start, to: start + span };
    }
    case 'none':
      return { from, to };
  }
}
