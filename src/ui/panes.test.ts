import { expect, test } from 'vitest';
import { pageWith } from './page-for-tests.ts';
import { isArranged, PANE_LAYOUTS } from './pane-layouts.ts';
import { clampSize, createPanes, keyedSize, type PaneName } from './panes.ts';

test('what a reader makes of the panes is kept, for each layout by itself', () => {
  const { kept, page } = pageWith({});
  createPanes(page).resize('wide', 'code', 52.345);
  createPanes(page).resize('stacked', 'code', 30);
  expect(kept).toEqual({ 'panes.wide': '{"code":52.3}', 'panes.stacked': '{"code":30}' });
  expect(createPanes(page).getState()).toEqual({ wide: { code: 52.3 }, stacked: { code: 30 } });
});

test('no pane can be made to vanish', () => {
  const panes = createPanes(pageWith({}).page);
  panes.resize('wide', 'code', 0);
  panes.resize('wide', 'bottom', 400);
  expect(panes.getState().wide).toEqual({ code: 20, bottom: 60 });
});

test('a pane that is put back is as designed, and nothing is kept', () => {
  const { kept, page } = pageWith({ 'panes.wide': '{"lanes":40}' });
  const panes = createPanes(page);
  panes.resize('wide', 'lanes', null);
  expect(panes.getState().wide).toEqual({});
  expect(kept).toEqual({});
});

test('a layout replaces all sizes of that kind of window, and is kept', () => {
  const { kept, page } = pageWith({ 'panes.wide': '{"lanes":40}', 'panes.stacked': '{"code":30}' });
  const panes = createPanes(page);
  for (const { sizes } of PANE_LAYOUTS) {
    panes.arrange('wide', sizes.wide);
    expect(PANE_LAYOUTS.filter((one) => isArranged(panes.getState().wide, one.sizes.wide))).toHaveLength(1);
    for (const [pane, size] of Object.entries(sizes.wide)) expect(clampSize('wide', pane as PaneName, size)).toBe(size);
    for (const [pane, size] of Object.entries(sizes.stacked)) {
      expect(clampSize('stacked', pane as PaneName, size)).toBe(size);
    }
  }
  expect(createPanes(page).getState().stacked).toEqual({ code: 30 });
  panes.arrange('wide', {});
  expect(kept).toEqual({ 'panes.stacked': '{"code":30}' });
});

test('what somebody else wrote under our key is as good as nothing', () => {
  for (const text of ['{', '7', 'null', '[]', '{"code":"wide"}', '{"code":1e999}', '{"__proto__":{"code":9}}']) {
    expect(createPanes(pageWith({ 'panes.wide': text }).page).getState().wide).toEqual({});
  }
});

test('the keys of a border are those of every separator', () => {
  expect(keyedSize('ArrowRight', 40, [20, 70])).toBe(42);
  expect(keyedSize('PageUp', 40, [20, 70])).toBe(30);
  expect(keyedSize('Home', 40, [20, 70])).toBe(20);
  expect(keyedSize('Enter', 40, [20, 70])).toBeNull();
  expect(keyedSize('x', 40, [20, 70])).toBeUndefined();
});
