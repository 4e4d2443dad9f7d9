import { expect, test } from 'vitest';
import { type ChoiceQuestion, isAnswered, judge, letterOf, type OrderQuestion, truthText } from './question.ts';

const ASKED = { at: 3, to: 5, prompt: null, ask: 'What?', reason: 'So.', because: '', rule: 'fifo' } as const;
const CHOICE: ChoiceQuestion = {
  ...ASKED,
  form: 'choice',
  kind: 'next',
  truth: 1,
  options: [
    { text: 'main', isLegal: false },
    { text: 'A', isLegal: true },
    { text: 'B', isLegal: true },
  ],
};
const ORDER: OrderQuestion = {
  ...ASKED,
  form: 'order',
  kind: 'order',
  items: ['one', 'two', 'three'],
  legal: [
    [2, 0, 1],
    [2, 1, 0],
  ],
};

test('a choice is right when the run did it, as right when it might have, and else wrong', () => {
  expect([0, 1, 2].map((option) => judge(CHOICE, { kind: 'choice', option }))).toEqual(['wrong', 'right', 'also']);
  expect(truthText(CHOICE)).toBe('A');
});

test('an order is right only as a whole', () => {
  const verdicts = [
    [2, 0, 1],
    [2, 1, 0],
    [0, 1, 2],
    [2, 0],
  ].map((order) => judge(ORDER, { kind: 'order', order }));
  expect(verdicts).toEqual(['right', 'also', 'wrong', 'wrong']);
  expect(truthText(ORDER)).toBe('three → one → two');
});

test('an order is an answer when everything in it has its place', () => {
  expect(isAnswered(ORDER, { kind: 'order', order: [2, 0] })).toBe(false);
  expect(isAnswered(ORDER, { kind: 'order', order: [2, 0, 1] })).toBe(true);
  expect(isAnswered(CHOICE, null)).toBe(false);
});

test('what was passed over, or only thought about, is not judged', () => {
  expect(judge(CHOICE, { kind: 'skipped' })).toBe('unjudged');
  expect(judge(ORDER, { kind: 'thought', text: 'so' })).toBe('unjudged');
});

test('options are called by letters', () => {
  expect([0, 1, 2, 3].map(letterOf)).toEqual(['A', 'B', 'C', 'D']);
});
