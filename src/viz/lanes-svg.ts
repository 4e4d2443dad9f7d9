/** The lanes as SVG text: the same marks as on the page, with the looks of `ui/lanes.css`. */

import type { BandMark } from './lane-bands.ts';
import { AXIS } from './lane-frame.ts';
import { nameIn } from './lane-labels.ts';
import type { GlyphMark, GroupRow, LaneRow, LanesDrawing, SpanMark } from './lane-marks.ts';
import { badgeHalf, fitted, SANS_12 } from './marks.ts';
import { badgeSvg, glyphSvg } from './marks-svg.ts';
import { hueOf, type Palette } from './palette.ts';
import type { StateName } from './states.ts';
import { element, textAt } from './svg-text.ts';

export interface LanesShown {
  /** Where the playhead stands; null when it is out of the window. */
  readonly now: number | null;
  readonly position: number;
  /** Whose lane this step is about; 0 nobody's. */
  readonly about: number;
  /** The part of the height that is drawn. */
  readonly view: { readonly top: number; readonly height: number };
}

/** What is yet to come is drawn so faintly. */
const FUTURE = 0.32;
const VEIL = 0.68;

/** As high as the view, and the axis above it. */
export function lanesSvg(drawing: LanesDrawing, { about, now, position, view }: LanesShown, palette: Palette): string {
  const { arrows, bands, glyphs, groups, labels, left, rows, spans, ticks, width } = drawing;
  const { accent, ground, hairline, inkSoft, states } = palette;
  const bottom = view.top + view.height;
  const isFuture = (since: number) => since > position;
  const plot = [
    ...ticks.map(({ x }) =>
      element('path', { d: `M${x} ${view.top}V${bottom}`, stroke: hairline, 'stroke-dasharray': '2 4' }),
    ),
    ...bands.map((band) => bandSvg(band, palette)),
    ...spans.map((span) => spanSvg(span, palette)),
    now === null
      ? ''
      : element('rect', {
          ...{ x: now, y: view.top, width: Math.max(0, width - now), height: view.height },
          ...{ fill: ground, opacity: VEIL },
        }),
    ...arrows.map(({ fromY, position: since, toY, x }) => {
      const direction = toY > fromY ? 1 : -1;
      const end = toY - direction * 8;
      const line = { fill: 'none', stroke: inkSoft, 'stroke-width': 1.5 };
      return element(
        'g',
        { opacity: isFuture(since) ? FUTURE : null },
        element('path', { d: `M${x} ${fromY + direction * 9}V${end - direction * 4}`, ...line }),
        element('path', { d: `M${x - 3.5} ${end - direction * 6}h7l-3.5 ${direction * 6}z`, fill: inkSoft }),
      );
    }),
    now === null ? '' : element('path', { d: `M${now} ${view.top}V${bottom}`, stroke: accent, 'stroke-width': 1.75 }),
    ...labels.map(({ look, position: since, text, x, y }) =>
      textAt(x, y, text, {
        fill: isFuture(since) ? inkSoft : look === 'refused' || look === 'cancelling' ? states[look] : states.waiting,
        ...{ isBold: look === 'refused', anchor: look === 'refused' ? 'end' : 'start', halo: ground },
      }),
    ),
    ...glyphs.map((glyph) =>
      element('g', { opacity: isFuture(glyph.position) ? FUTURE : null }, glyphOf(glyph, palette)),
    ),
    ...groups.map((group) => groupSvg(group, left, palette)),
    ...rows.map((row) =>
      nameSvg(row, left, { isAbout: row.task === about, isFuture: isFuture(row.createdAt) }, palette),
    ),
  ];
  return [
    ...ticks.map(({ label }) => textAt(label.x, 13, label.text, { fill: inkSoft, anchor: label.anchor })),
    now === null ? '' : element('path', { d: `M${now - 5} 13h10l-5 8z`, fill: accent }),
    element(
      'svg',
      { x: 0, y: AXIS, width, height: view.height, viewBox: `0 ${view.top} ${width} ${view.height}` },
      ...plot,
    ),
  ].join('');
}

/** Referred to by the spans; once in a picture. */
export function patternsSvg({ states }: Palette): string {
  const pattern = (id: string, size: number, angle: number, path: string, stroke: string, wide: number) =>
    element(
      'pattern',
      { id, width: size, height: size, patternUnits: 'userSpaceOnUse', patternTransform: `rotate(${angle})` },
      element('path', { d: path, stroke, 'stroke-width': wide }),
    );
  return element(
    'defs',
    {},
    pattern('hatch', 5, 45, 'M0 0V5', states.ready, 2.2),
    pattern('stripes', 6, -45, 'M1.5 0V6', states.cancelling, 5.5),
  );
}

function spanSvg({ height, look, width, x, y }: SpanMark, palette: Palette): string {
  return element('rect', { x, y, width, height, fill: fillOf(look, palette) });
}

function fillOf(state: StateName, { states }: Palette): string {
  return state === 'ready' ? 'url(#hatch)' : state === 'cancelling' ? 'url(#stripes)' : states[state];
}

/** As `ui/lanes.css` has it: of ends that are whole the glyph is cut out. */
function glyphOf({ glyph, isCap, state, title, x, y }: GlyphMark, { ground, states }: Palette): string {
  const colour = states[state];
  const said = element('title', {}, title.replace(/[&<>]/g, ' '));
  if (glyph === 'notch') return said + element('path', { d: `M${x - 4.5} ${y - 2}h9l-4.5 7z`, fill: colour });
  if (!isCap) return said + glyphSvg(glyph, { x, y }, 15, colour);
  const isWhole = state === 'done' || state === 'failed';
  const cap = isWhole ? colour : ground;
  const shape =
    state === 'failed'
      ? element('rect', { x: x - 7, y: y - 7, width: 14, height: 14, rx: 1.5, fill: cap })
      : element('circle', { cx: x, cy: y, r: 7.5, fill: cap });
  return said + shape + glyphSvg(glyph, { x, y }, isWhole ? 11 : 16, isWhole ? ground : colour);
}

/** How much of its colour a state has in a band; the others have all of it. */
const FAINT: Readonly<Partial<Record<StateName, number>>> = { waiting: 0.3, done: 0.09, cancelled: 0.6, refused: 0.6 };

function bandSvg({ areas }: BandMark, palette: Palette): string {
  return areas
    .map(({ path, state }) =>
      element('path', { d: path, fill: fillOf(state, palette), 'fill-opacity': FAINT[state] ?? null }),
    )
    .join('');
}

function groupSvg({ depth, hue, size, state, title, y }: GroupRow, left: number, palette: Palette): string {
  const x = 4 + Math.min(depth, 4) * 10;
  const count = `× ${size.toLocaleString('en')}`;
  const name = fitted(title, left - x - 20 - [...count].length * SANS_12, SANS_12);
  return [
    textAt(x, y + 4, name, { fill: state === null ? hueOf(palette, hue) : palette.ink, isBold: true }),
    textAt(left - 12, y + 4, count, { fill: palette.inkSoft, anchor: 'end' }),
  ].join('');
}

interface RowLook {
  readonly isAbout: boolean;
  readonly isFuture: boolean;
}

function nameSvg(
  { depth, hue, label, letter, y }: LaneRow,
  left: number,
  { isAbout, isFuture }: RowLook,
  palette: Palette,
): string {
  const x = 18 + Math.min(depth, 5) * 12;
  const half = badgeHalf(letter);
  const text = nameIn(left - x - half - 14, label);
  return [
    isAbout ? element('rect', { x: 0, y: y - 15, width: left - 10, height: 30, rx: 3, fill: palette.groundLine }) : '',
    badgeSvg({ x, y, letter, hue, ground: palette.ground }, palette),
    textAt(x + half + 6, y + 4, text, { fill: isFuture ? palette.inkSoft : palette.ink, size: 12.5 }),
  ].join('');
}
