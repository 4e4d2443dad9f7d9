/** The shapes of the glyphs of states, 16 units wide, as paths: for the page and for pictures of it alike. */
import type { GlyphName } from './states.ts';

export interface GlyphPart {
  readonly d: string;
  /** Null: filled, without a line. */
  readonly stroke: number | null;
  readonly dash?: string;
}

export const GLYPHS: Readonly<Record<GlyphName, readonly GlyphPart[]>> = {
  triangle: [{ d: 'M4 2.5v11l9.5-5.5z', stroke: null }],
  dots: [3, 8, 13].map((x) => ({ d: circle(x, 8, 1.8), stroke: null })),
  pause: [{ d: 'M4.5 3h2.4v10H4.5zM9.1 3h2.4v10H9.1z', stroke: null }],
  bolt: [{ d: 'M9.5 1 3.5 9h3.7L6 15l6.5-8.6H8.6z', stroke: null }],
  tick: [{ d: 'm3 8.5 3.4 3.4L13 4.6', stroke: 2 }],
  cross: [{ d: 'm4 4 8 8m0-8-8 8', stroke: 2 }],
  'slashed-circle': [
    { d: circle(8, 8, 5.6), stroke: 1.7 },
    { d: 'm4.2 11.8 7.6-7.6', stroke: 1.7 },
  ],
  shield: [{ d: 'M3 3h10v5c0 3-2.4 4.8-5 6-2.6-1.2-5-3-5-6z', stroke: 1.7 }],
  hourglass: [{ d: 'M4 2h8v1.5L9 8l3 4.5V14H4v-1.5L7 8 4 3.5z', stroke: null }],
  'falling-dot': [
    { d: circle(8, 11, 3), stroke: 1.6, dash: '2 1.5' },
    { d: 'M8 1.5v4', stroke: 1.6 },
  ],
};

function circle(x: number, y: number, radius: number): string {
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
}
