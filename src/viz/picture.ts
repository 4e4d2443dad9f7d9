/**
 * A whole picture of one position as an SVG file that needs nothing else: title, step, virtual time, the sentence, the drawings
 * one below the other, and what the states look like. Leaves out what is drawn: that is given, as text.
 */

import { patternsSvg } from './lanes-svg.ts';
import { fitted, SANS_12 } from './marks.ts';
import { glyphSvg } from './marks-svg.ts';
import { PALETTES, type Palette, type Scheme } from './palette.ts';
import { STATES, type StateName } from './states.ts';
import { element, escaped, FACE, textAt } from './svg-text.ts';

export interface PictureSection {
  readonly title: string;
  /** Beside the title; '' nothing. */
  readonly note: string;
  readonly height: number;
  /** SVG text, as wide as the picture's inside. */
  readonly drawn: string;
}

export interface PictureInput {
  readonly title: string;
  /** As `step 105 of 217` and `t = 0.5 s`. */
  readonly facts: readonly string[];
  /** What this step is told as; '' nothing. */
  readonly sentence: string;
  readonly sections: readonly PictureSection[];
  readonly scheme: Scheme;
  readonly width: number;
  /** At least so high: pictures of a film are all of one height. */
  readonly heightMin: number;
}

export interface Picture {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

export const MARGIN = 28;
const LINE = 24;
/** A character of the sentence. */
const SENTENCE = 9;
const SECTION_HEAD = 34;
const SECTION_GAP = 18;
const LEGEND = 22;

export function pictureOf(input: PictureInput): Picture {
  const { facts, heightMin, scheme, sections, sentence, title, width } = input;
  const palette = PALETTES[scheme];
  const inside = width - 2 * MARGIN;
  const lines = wrapped(sentence, Math.floor(inside / SENTENCE));
  const factsText = facts.join(' · ');
  const room = inside - [...factsText].length * 7.2 - 20;
  const head = [
    textAt(0, 20, fitted(title, room, 10.4), { fill: palette.ink, size: 18, isBold: true }),
    textAt(inside, 19, factsText, { fill: palette.inkSoft, size: 13, anchor: 'end' }),
    ...lines.map((line, index) => textAt(0, 52 + index * LINE, line, { fill: palette.ink, size: 16 })),
  ];
  let y = 46 + lines.length * LINE;
  const drawn: string[] = [];
  for (const section of sections) {
    drawn.push(sectionSvg(section, y, inside, palette));
    y += SECTION_HEAD + section.height + SECTION_GAP;
  }
  const legend = legendSvg(inside, palette);
  const height = Math.ceil(Math.max(y + legend.height + 2 * MARGIN, heightMin));
  const legendY = height - 2 * MARGIN - legend.height + 12;
  const text = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...{ width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' },
      ...{ 'font-family': FACE, 'font-size': 12, fill: palette.ink },
    },
    element('title', {}, escaped(`${title}: ${facts.join(', ')}`)),
    element('desc', {}, escaped(sentence)),
    patternsSvg(palette),
    element('rect', { width, height, fill: palette.ground }),
    element(
      'g',
      { transform: `translate(${MARGIN} ${MARGIN})` },
      ...head,
      ...drawn,
      element('g', { transform: `translate(0 ${legendY})` }, legend.text),
    ),
  );
  return { text, width, height };
}

function sectionSvg({ drawn, note, title }: PictureSection, y: number, width: number, palette: Palette): string {
  return element(
    'g',
    { transform: `translate(0 ${y})` },
    element('path', { d: `M0 0.5H${width}`, stroke: palette.hairline }),
    textAt(0, 22, title, { fill: palette.ink, size: 14, isBold: true }),
    note === '' ? '' : textAt([...title].length * 8.6 + 16, 22, note, { fill: palette.inkSoft, size: 13 }),
    element('g', { transform: `translate(0 ${SECTION_HEAD})` }, drawn),
  );
}

/** Words broken at spaces; a word that is too long stands alone. */
export function wrapped(text: string, charactersMax: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || [...longer].length > charactersMax) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** Those of the lanes come with their patterns, the others with their glyph. */
function legendSvg(width: number, palette: Palette): { readonly text: string; readonly height: number } {
  const drawn: string[] = [];
  let [x, y] = [0, 0];
  for (const [name, { glyph, word }] of Object.entries(STATES)) {
    const state = name as StateName;
    const wide = 66 + [...word].length * SANS_12;
    if (x > 0 && x + wide - 20 > width) [x, y] = [0, y + LEGEND];
    const sample = sampleSvg(state, palette);
    const at = sample === '' ? 14 : 40;
    drawn.push(
      element(
        'g',
        { transform: `translate(${x} ${y})` },
        sample,
        glyphSvg(glyph, { x: sample === '' ? 7 : 32, y: 8 }, 13, palette.states[state]),
        textAt(at + 4, 12, word, { fill: palette.inkSoft }),
      ),
    );
    x += sample === '' ? wide - 26 : wide;
  }
  return { text: drawn.join(''), height: y + LEGEND };
}

function sampleSvg(state: StateName, { states }: Palette): string {
  switch (state) {
    case 'running':
      return element('rect', { y: 1, width: 22, height: 14, fill: states.running });
    case 'ready':
      return element('rect', { y: 4, width: 22, height: 8, fill: 'url(#hatch)' });
    case 'waiting':
      return element('rect', { y: 7, width: 22, height: 2, fill: states.waiting });
    case 'cancelling':
      return element('rect', { y: 4, width: 22, height: 8, fill: 'url(#stripes)' });
    default:
      return '';
  }
}
