import { expect, test } from 'vitest';
import type { Answer, Inquiry } from '../scenario/inspection.ts';
import { scenarioOf } from '../scenario/scenario.ts';
import { traceFromEvents } from '../trace/from-text.ts';
import { findHalts, toggled } from './find-halts.ts';
import { createHalts } from './halts.ts';

const CODES = [{ qualname: 'main', file: 'main.py', firstLine: 1, isUser: true }];
const line = (at: number) => ({ kind: 'line.reached', code: 0, line: at }) as const;
const raised = { kind: 'exception.raised', code: 0, line: 2, text: 'ValueError' } as const;

function setUp() {
  const trace = traceFromEvents([line(1), line(2), raised, line(2), line(3)], CODES);
  const asked: { readonly inquiry: Inquiry; readonly receive: (answer: Answer) => void }[] = [];
  const halts = createHalts(['exception']);
  const find = (...breakpoints: readonly { readonly line: number; readonly condition: string | null }[]) =>
    findHalts(
      halts,
      {
        ...{ trace, scenario: scenarioOf('x'), isDeadlock: false },
        breakpoints: breakpoints.map((each) => ({ file: 'main.py', ...each })),
      },
      { ask: (_, inquiry, receive) => void asked.push({ inquiry, receive }) },
    );
  return { halts, asked, find };
}

test('lines and events are found at once, conditions when they have been evaluated', () => {
  const { asked, find, halts } = setUp();
  find({ line: 1, condition: null }, { line: 2, condition: 'n > 1' });
  expect(halts.getState().positions).toEqual([1, 3]);
  expect(halts.getState().lines.get('main.py:2')).toMatchObject({ isAsking: true, reached: 2 });
  expect(asked[0]?.inquiry).toEqual({ kind: 'conditions', conditions: [{ expression: 'n > 1', positions: [2, 4] }] });
  const error = { text: 'NameError: n', position: 2 };
  asked[0]?.receive({ kind: 'conditions', results: [{ positions: [4], error, looked: 2 }] });
  expect(halts.getState().positions).toEqual([1, 3, 4]);
  expect(halts.getState().lines.get('main.py:2')).toMatchObject({ isAsking: false, error: error.text, errorAt: 2 });
});

test('what a condition was is not asked twice, and one whose line never runs not at all', () => {
  const { asked, find } = setUp();
  find({ line: 2, condition: 'a' });
  asked[0]?.receive({ kind: 'conditions', results: [{ positions: [], error: null, looked: 2 }] });
  find({ line: 2, condition: 'a' }, { line: 9, condition: 'b' });
  expect(asked).toHaveLength(1);
  find({ line: 2, condition: 'c' });
  expect(asked).toHaveLength(2);
});

test('a breakpoint is set and taken away, in order of lines', () => {
  const one = toggled([], { file: 'main.py', line: 5 });
  const two = toggled(one, { file: 'main.py', line: 2 });
  expect(two.map((each) => each.line)).toEqual([2, 5]);
  expect(toggled(two, { file: 'main.py', line: 5 }).map((each) => each.line)).toEqual([2]);
});
