import { expect, test } from 'vitest';
import { readLibrary } from '../python/library/node-source.mjs';
import { adapt } from './adapt.ts';
import { RECIPES } from './recipes.ts';

const SOURCE = `import os
class A:
    """Doc."""
    @property
    def first(self):
        return (
            1
        )

    def second(self): return 2
def last():
    pass
x = 1`;

test('a cut leaves every other line where it was', () => {
  const lines = adapt('m', SOURCE, { cut: ['A.first'] }).split('\n');
  expect(lines.slice(3, 9)).toEqual(['', '', '', '', '', '']);
  expect(lines[9]).toBe('    def second(self): return 2');
  expect(lines).toHaveLength(SOURCE.split('\n').length);
});

test('a class can be cut to a few methods, or to none', () => {
  expect(adapt('m', SOURCE, { only: { A: ['first'] } })).not.toContain('second');
  expect(adapt('m', SOURCE, { only: { A: [] } }).split('\n')[1]).toBe('class A: pass');
});

test('a line is replaced with its indentation', () => {
  expect(adapt('m', SOURCE, { lines: [['return (', 'return [']] })).toContain('        return [');
});

test('a recipe that does not fit the source is our mistake', () => {
  expect(() => adapt('m', SOURCE, { cut: ['A.third'] })).toThrow('has A.third');
  expect(() => adapt('m', SOURCE, { lines: [['import sys', '']] })).toThrow('has the line import sys');
});

test.each(Object.entries(RECIPES))('the recipe for %s fits the Lib we ship', (name, recipe) => {
  const source = readLibrary(name)?.source ?? '';
  expect(adapt(name, source, recipe).split('\n').length).toBeGreaterThanOrEqual(source.split('\n').length);
});
