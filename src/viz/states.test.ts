import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { deltaE, SIGHTS } from './fixtures/sight.ts';
import { contrast, GROUNDS, STATES, TASK_HUES } from './states.ts';

const TOKENS = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8');
const looks = Object.entries(STATES);

test('A7: every two states differ in glyph and in pattern', () => {
  for (const key of ['glyph', 'pattern', 'word'] as const) {
    expect(new Set(looks.map(([, look]) => look[key])).size).toBe(looks.length);
  }
});

test('A7: the colour of every state has 4.5:1 against the ground of its theme', () => {
  for (const [, { dark, light }] of looks) {
    expect(contrast(light, GROUNDS.light)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark, GROUNDS.dark)).toBeGreaterThanOrEqual(4.5);
  }
});

test('A7: two states are told apart by their pattern, or by their colours as the colour-blind see them, in each theme', () => {
  for (const theme of ['light', 'dark', 'more, light', 'more, dark'] as const) {
    const seen = looks.map(([name, { pattern }]) => ({ name, pattern, colour: colourIn(theme, name) }));
    for (const [at, one] of seen.entries()) {
      for (const other of seen.slice(at + 1)) {
        const distances = SIGHTS.map((sight) => deltaE(sight(one.colour), sight(other.colour)));
        const isTold = one.pattern !== other.pattern || Math.min(...distances) >= 15;
        expect(isTold, `${one.name} and ${other.name}, ${theme}`).toBe(true);
      }
    }
  }
});

test('A7: marks have 3:1 against every ground they stand on, also as the colour-blind see them, in each theme', () => {
  for (const theme of ['light', 'dark', 'more, light', 'more, dark'] as const) {
    for (const ground of ['ground', 'ground-soft', 'ground-line']) {
      for (const [name] of looks) {
        for (const sight of SIGHTS) {
          const [mark, behind] = [sight(colourIn(theme, name)), sight(colourIn(theme, ground))];
          expect(contrast(mark, behind), `${name} on ${ground}, ${theme}`).toBeGreaterThanOrEqual(3);
        }
      }
    }
  }
});

test("a task's letter can be read in each of the eight hues", () => {
  for (const { dark, light } of TASK_HUES) {
    expect(contrast(light, GROUNDS.light)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark, GROUNDS.dark)).toBeGreaterThanOrEqual(4.5);
  }
});

test('the style sheet has the same colours', () => {
  for (const [name, { dark, light }] of looks) expect(TOKENS).toContain(`--${name}: light-dark(${light}, ${dark});`);
  for (const [hue, { dark, light }] of TASK_HUES.entries()) {
    expect(TOKENS).toContain(`--hue-${hue}: light-dark(${light}, ${dark});`);
  }
  expect(TOKENS).toContain(`--ground: light-dark(${GROUNDS.light}, ${GROUNDS.dark});`);
});

test('with high contrast every state, hue, ink and line of a border has 7:1 or 3:1 on every ground it stands on', () => {
  const block = /:root\[data-contrast="more"\] \{([^}]*)\}/.exec(TOKENS)?.[1] ?? '';
  const colours = [...block.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)];
  const pairs = colours.map(([, name = '', light = '', dark = '']) => ({ name, light, dark }));
  const usual = [...TOKENS.slice(0, TOKENS.indexOf(block)).matchAll(/--([\w-]+): light-dark/g)].map(([, name]) => name);
  expect(pairs.map(({ name }) => name)).toEqual(usual);
  const grounds = pairs.filter(({ name }) => name.startsWith('ground'));
  const least = (name: string) => (name === 'hairline' ? 3 : 7);
  for (const { dark, light, name } of pairs.filter((one) => !/^(ground|on-)/.test(one.name))) {
    for (const ground of grounds) {
      expect(contrast(light, ground.light), `${name} on ${ground.name}, light`).toBeGreaterThanOrEqual(least(name));
      expect(contrast(dark, ground.dark), `${name} on ${ground.name}, dark`).toBeGreaterThanOrEqual(least(name));
    }
  }
});

test('text, soft text and code have 4.5:1, on the ground, the soft ground and the running line', () => {
  const grounds = ['ground', 'ground-soft', 'ground-line'].map(pair);
  const inks = [...TOKENS.matchAll(/--((?:ink|code|accent)[a-z-]*): light-dark/g)].map(([, name = '']) => pair(name));
  expect(inks.length).toBeGreaterThan(6);
  for (const ground of grounds) {
    for (const ink of inks) {
      expect(contrast(ink.light, ground.light)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(ink.dark, ground.dark)).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test('black on white has the greatest contrast there is', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#777777')).toBe(1);
});

function pair(name: string): { readonly light: string; readonly dark: string } {
  const [, light = '', dark = ''] = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(TOKENS) ?? [];
  return { light, dark };
}

/** `more`: with high contrast, where the style sheet says all of them again. */
function colourIn(theme: 'light' | 'dark' | 'more, light' | 'more, dark', name: string): string {
  const isMore = theme.startsWith('more');
  const block = isMore ? TOKENS.slice(TOKENS.indexOf('[data-contrast="more"]')) : TOKENS;
  const [, light = '', dark = ''] = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(block) ?? [];
  return theme.endsWith('light') ? light : dark;
}
