import { expect, test } from 'vitest';
import { actionFor, BINDINGS, type Focus, type Press, spokenKey } from './keys.ts';

const ELSEWHERE: Focus = { on: 'nothing', isInTimeline: false };
const SLIDER: Focus = { on: 'timeline', isInTimeline: true };
const BUTTON: Focus = { on: 'control', isInTimeline: true };
const EDITOR: Focus = { on: 'text', isInTimeline: false };

test('A12: with shortcuts off no single key does anything, wherever the focus is', () => {
  for (const focus of [ELSEWHERE, SLIDER, BUTTON, EDITOR]) {
    for (const key of 'jkl.,n tgiwasdf?') expect(actionFor(press(key), focus, 'off')).toBeNull();
  }
});

test('by default single keys count only while the timeline has the focus', () => {
  expect(actionFor(press('n'), ELSEWHERE, 'focus')).toBeNull();
  expect(actionFor(press('n'), SLIDER, 'focus')).toBe('nextAwait');
  expect(actionFor(press(' '), SLIDER, 'focus')).toBe('toggle');
});

test('switched on they count everywhere but in text', () => {
  expect(actionFor(press('N'), ELSEWHERE, 'on')).toBe('nextAwait');
  expect(actionFor(press('n'), EDITOR, 'on')).toBeNull();
});

test('a button keeps its Space and its arrows', () => {
  expect(actionFor(press(' '), BUTTON, 'on')).toBeNull();
  expect(actionFor(press('ArrowRight'), BUTTON, 'on')).toBeNull();
  expect(actionFor(press('k'), BUTTON, 'on')).toBe('toggle');
});

test("the browser's own keys are taken over only inside the page", () => {
  expect(actionFor(press('F5'), ELSEWHERE, 'focus')).toBeNull();
  expect(actionFor(press('F5'), EDITOR, 'focus')).toBe('run');
  expect(actionFor(press('F10', { shiftKey: true }), SLIDER, 'focus')).toBe('back');
});

test('Ctrl and Command are one, and work in text', () => {
  expect(actionFor(press('S', { ctrlKey: true, shiftKey: true }), EDITOR, 'off')).toBe('share');
  expect(actionFor(press('s', { metaKey: true, shiftKey: true }), EDITOR, 'off')).toBe('share');
});

test('no key means two things', () => {
  const keys = BINDINGS.flatMap(({ keys: some }) => [...some]);
  expect(new Set(keys).size).toBe(keys.length);
});

test('arrows are shown as arrows', () => {
  expect(spokenKey('Alt+ArrowRight')).toBe('Alt+→');
});

function press(key: string, changes: Partial<Press> = {}): Press {
  return { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...changes };
}
