import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { livesOf } from '../trace/lives.ts';
import { eventAt, type Trace, worldAfter } from '../trace/trace.ts';
import { CELERY, RABBIT } from './fixtures/broker-run.ts';
import { CHANNEL_TRACE } from './fixtures/channel-run.ts';
import { richTrace } from './fixtures/rich-run.ts';
import { changedBy } from './focus.ts';
import { GLYPHS } from './glyphs.ts';
import { nowX, shownLanes } from './lane-frame.ts';
import { lanesDrawing } from './lanes.ts';
import { lanesSvg } from './lanes-svg.ts';
import { loopDrawing } from './loop.ts';
import { loopSvg } from './loop-svg.ts';
import { PALETTES, SCHEMES, type Scheme } from './palette.ts';
import { pictureOf, wrapped } from './picture.ts';
import { queueDrawing } from './queues.ts';
import { queuesSvg } from './queues-svg.ts';
import { STATES } from './states.ts';
import { element, escaped } from './svg-text.ts';

const TOKENS = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8');
const WIDTH = 1_000;

test('pictures have the colours of the page', () => {
  const { dark, light } = PALETTES;
  const names = {
    ground: '--ground',
    groundSoft: '--ground-soft',
    groundLine: '--ground-line',
    hairline: '--hairline',
    hairlineStrong: '--hairline-strong',
    ink: '--ink',
    inkSoft: '--ink-soft',
    accent: '--accent',
  } as const;
  for (const key of Object.keys(names) as (keyof typeof names)[]) {
    expect(TOKENS).toContain(`${names[key]}: light-dark(${light[key]}, ${dark[key]});`);
  }
});

test('every glyph of a state has a shape', () => {
  for (const { glyph } of Object.values(STATES)) expect(GLYPHS[glyph].length).toBeGreaterThan(0);
});

test('a picture is well-formed all through a run, and brings nothing but shapes and words', () => {
  const trace = richTrace();
  for (let position = 0; position <= trace.length; position += 5) {
    expectWhole(picture(position, SCHEMES[position % 2] ?? 'light').text);
  }
});

test('channels, queues and tasks of Celery are drawn whole', () => {
  for (const trace of [CHANNEL_TRACE, RABBIT.trace, CELERY.trace]) {
    for (let position = 0; position <= trace.length; position += 3) {
      const drawing = queues(trace, position);
      const text = element('svg', {}, queuesSvg(drawing, PALETTES.light));
      expectWhole(text);
      for (const mark of drawing.marks) if (mark.kind === 'box') expect(text).toContain(escaped(mark.name.slice(0, 4)));
    }
  }
});

test('title, step, virtual time, sentence, both drawings and the legend are in it', () => {
  const { text } = picture(40, 'light');
  for (const said of ['A rich run', 'step 40', 't = 0.5 s', 'B swallows', 'Lanes', 'Loop', 'main()']) {
    expect(text).toContain(escaped(said));
  }
  for (const { word } of Object.values(STATES)) expect(text).toContain(`>${word}<`);
});

test('the same position gives the same picture, and all of a film can be of one height', () => {
  expect(picture(30, 'dark').text).toBe(picture(30, 'dark').text);
  expect(picture(0, 'light', 2_000).height).toBe(2_000);
});

test('what a program calls itself is text, whatever it is', () => {
  const text = element('text', { x: 1.005, fill: '"&' }, escaped('<script>\u0000&"\uD800'));
  expect(text).toBe('<text x="1" fill="&#34;&#38;">&#60;script&#62;\uFFFD&#38;&#34;\uFFFD</text>');
});

test('a sentence is broken between words, and a long word stands alone', () => {
  expect(wrapped('one two three', 8)).toEqual(['one two', 'three']);
  expect(wrapped('a incomprehensibilities b', 6)).toEqual(['a', 'incomprehensibilities', 'b']);
  expect(wrapped('', 6)).toEqual([]);
});

function picture(position: number, scheme: Scheme, heightMin = 0) {
  const trace = richTrace();
  const { codes, history } = trace;
  const palette = PALETTES[scheme];
  const world = worldAfter(trace, position);
  const changed = changedBy(eventAt(trace, position - 1));
  const loop = loopDrawing({ world, codes, width: WIDTH, changed });
  const lines = shownLanes(history).map((lane) => ({
    ...{ kind: 'lane' as const, key: `lane ${lane.task}`, lane, depth: lane.depth },
  }));
  const shown = { extent: { from: 0, to: trace.length }, axis: 'steps' as const, width: WIDTH };
  const view = { top: 0, height: 300 };
  const lanes = lanesDrawing({ history, lines, census: null, view, ...shown });
  const drawn = lanesSvg(lanes, { now: nowX(shown, position), position, about: 1, view }, palette);
  return pictureOf({
    ...{ title: 'A rich run', facts: [`step ${position}`, 't = 0.5 s'], sentence: 'B swallows "it".', scheme },
    sections: [
      { title: 'Lanes', note: 'over steps', height: 322, drawn },
      { title: 'Loop', note: '', height: loop.height, drawn: loopSvg(loop, palette) },
    ],
    ...{ width: WIDTH + 56, heightMin },
  });
}

function queues(trace: Trace, position: number) {
  const world = worldAfter(trace, position);
  return queueDrawing({
    ...{ world, event: eventAt(trace, position - 1), lives: livesOf(trace), width: WIDTH, selected: 0 },
  });
}

/** Each element is closed where it should be; no number is missing; nothing is referred to outside, and nothing can run. */
function expectWhole(text: string): void {
  const open: string[] = [];
  for (const [, close, name = '', , isEmpty] of text.matchAll(/<(\/?)([a-z]+)((?: [\w-]+="[^"<>]*")*)(\/?)>/gi)) {
    if (close === '/') expect(open.pop()).toBe(name);
    else if (isEmpty !== '/') open.push(name);
  }
  expect(open).toEqual([]);
  expect(text.replace(/<\/?[a-z]+(?: [\w-]+="[^"<>]*")*\/?>/gi, '')).not.toMatch(/[<>]/);
  expect(text).not.toMatch(/NaN|Infinity|undefined|<script|<style|href|foreignObject|(?<!\w)style=/i);
}
