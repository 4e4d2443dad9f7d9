import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brushAt, gripAt, movedBrush } from './minimap.ts';

const ground = { total: 100_000, width: 500 };

test('a window is taken by its edges, in the middle, or not at all', () => {
  const extent = { from: 20_000, to: 60_000 };
  expect(brushAt(extent, ground)).toEqual({ x: 100, width: 200 });
  expect(gripAt(20_200, extent, ground)).toBe('from');
  expect(gripAt(59_900, extent, ground)).toBe('to');
  expect(gripAt(40_000, extent, ground)).toBe('window');
  expect(gripAt(80_000, extent, ground)).toBe('none');
});

test('however little is seen, the window can be found and moved', () => {
  const extent = { from: 50_000, to: 50_010 };
  expect(brushAt(extent, ground).width).toBe(10);
  expect(gripAt(50_005, extent, ground)).toBe('window');
});

test('wherever it is dragged it stays within the run, and its length is kept or its other edge', () => {
  const edge = fc.integer({ min: 0, max: 100_000 });
  const grip = fc.constantFrom('from', 'to', 'window', 'none');
  fc.assert(
    fc.property(edge, edge, grip, fc.integer({ min: -200_000, max: 200_000 }), (a, b, held, by) => {
      fc.pre(Math.abs(a - b) > 1);
      const extent = { from: Math.min(a, b), to: Math.max(a, b) };
      const moved = movedBrush(extent, { grip: held, by, total: 100_000 });
      expect(moved.from).toBeGreaterThanOrEqual(0);
      expect(moved.to).toBeLessThanOrEqual(100_000);
      expect(moved.to).toBeGreaterThan(moved.from);
      if (held === 'window') expect(moved.to - moved.from).toBe(extent.to - extent.from);
      if (held === 'from') expect(moved.to).toBe(extent.to);
      if (held === 'to') expect(moved.from).toBe(extent.from);
      const { width, x } = brushAt(moved, ground);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(500.001);
    }),
  );
});
