import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
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
