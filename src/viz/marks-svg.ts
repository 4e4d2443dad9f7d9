/** Parts that several drawings have, as SVG text: a task's badge, the glyph of a state. */
import { GLYPHS } from './glyphs.ts';
import { badgeHalf } from './marks.ts';
import { hueOf, type Palette } from './palette.ts';
import type { GlyphName } from './states.ts';
import { element, textAt } from './svg-text.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Centred on a point. */
export function glyphSvg(name: GlyphName, { x, y }: Point, size: number, colour: string): string {
  const scale = size / 16;
  const parts = GLYPHS[name].map(({ d, dash, stroke }) =>
    element('path', {
      ...{ d, fill: stroke === null ? colour : 'none', stroke: stroke === null ? null : colour },
      'stroke-width': stroke,
      'stroke-dasharray': dash ?? null,
    }),
  );
  const placed = `translate(${x - size / 2} ${y - size / 2}) scale(${scale})`;
  return element('g', { transform: placed }, ...parts);
}

export interface Badge extends Point {
  readonly letter: string;
  readonly hue: number;
  readonly ground: string;
}

export function badgeSvg({ ground, hue, letter, x, y }: Badge, palette: Palette): string {
  const half = badgeHalf(letter);
  const colour = hueOf(palette, hue);
  return element(
    'g',
    { transform: `translate(${x} ${y})` },
    element('rect', {
      ...{ x: -half, y: -10, width: 2 * half, height: 20, rx: 10 },
      ...{ fill: ground, stroke: colour, 'stroke-width': 1.5 },
    }),
    textAt(0, 4, letter, { fill: colour, size: 11, isBold: true, anchor: 'middle' }),
  );
}
