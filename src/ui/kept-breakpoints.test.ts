import { expect, test } from 'vitest';
import { keepBreakpoints, keepHaltEvents, keptBreakpoints, keptHaltEvents } from './kept-breakpoints.ts';
import type { Page } from './page.ts';

/** A page that only remembers. */
function pageWith(kept: Map<string, string>): Page {
  const part: Pick<Page, 'keep' | 'remember'> = {
    remember: (key) => kept.get(key),
    keep: (key, value) => void (value === undefined ? kept.delete(key) : kept.set(key, value)),
  };
  return part as Page;
}

test('breakpoints of a scenario are there again, and none is not the same as never set', () => {
  const page = pageWith(new Map());
  expect(keptBreakpoints(page, 'gather')).toBeUndefined();
  const list = [
    { file: 'main.py', line: 3, condition: null },
    { file: 'main.py', line: 9, condition: 'n > 1' },
  ];
  keepBreakpoints(page, 'gather', list);
  expect(keptBreakpoints(page, 'gather')).toEqual(list);
  keepBreakpoints(page, 'gather', []);
  expect(keptBreakpoints(page, 'gather')).toEqual([]);
});

test('what somebody else has put there is left out', () => {
  const page = pageWith(
    new Map([
      ['breakpoints.a', '{'],
      ['breakpoints.b', '[["main.py", 0], ["main.py", 2, 7], 3, ["x.py", 1.5]]'],
      ['haltEvents', 'deadlock,nonsense,cancel'],
    ]),
  );
  expect(keptBreakpoints(page, 'a')).toBeUndefined();
  expect(keptBreakpoints(page, 'b')).toEqual([{ file: 'main.py', line: 2, condition: null }]);
  expect(keptHaltEvents(page)).toEqual(['cancel', 'deadlock']);
  keepHaltEvents(page, []);
  expect(keptHaltEvents(page)).toEqual([]);
});
