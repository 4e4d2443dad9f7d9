/**
 * What a question about a run is, and what becomes of an answer. The right answers are in the question, because who asks
 * it must be able to judge it with no run at hand; a page shows them only after the answer.
 */
import { assertNever } from '../lib/assert.ts';
import type { RuleId } from './rules.ts';

interface Asked {
  /** The position at which it is asked: nothing after it may be seen. */
  readonly at: number;
  /** The position that shows the answer; the same as `at` where none does. */
  readonly to: number;
  /** The author's words; null: it was made from the trace alone. */
  readonly prompt: string | null;
  /** What is to be said, in words that leave no doubt. */
  readonly ask: string;
  /** Why the answer is what it is, in words about this run. */
  readonly reason: string;
  /** What an author wants to be told afterwards; '' nothing. */
  readonly because: string;
  /** Null: there is none to be told, because the question is open. */
  readonly rule: RuleId | null;
}

export interface Option {
  readonly text: string;
  /** It may be so by Python's rules: it is accepted, whether or not this run did it. */
  readonly isLegal: boolean;
}

export interface ChoiceQuestion extends Asked {
  readonly form: 'choice';
  readonly kind: 'next' | 'value' | 'why';
  /** Two to four. */
  readonly options: readonly Option[];
  /** What this run did: an index into `options`. */
  readonly truth: number;
}

export interface OrderQuestion extends Asked {
  readonly form: 'order';
  readonly kind: 'order';
  /** Five to eight things that happen, shuffled. */
  readonly items: readonly string[];
  /** Orders of indices into `items`; the first is the one of this run. */
  readonly legal: readonly (readonly number[])[];
}

/** Nobody can judge it but who thought about it. */
export interface FreeQuestion extends Asked {
  readonly form: 'free';
  readonly kind: 'free';
}

export type Question = ChoiceQuestion | OrderQuestion | FreeQuestion;

export type Answer =
  | { readonly kind: 'choice'; readonly option: number }
  | { readonly kind: 'order'; readonly order: readonly number[] }
  /** In the learner's own words. */
  | { readonly kind: 'thought'; readonly text: string }
  /** Passed over. */
  | { readonly kind: 'skipped' };

/** It is all of an answer: an order is one only when everything has its place. */
export function isAnswered(question: Question, answer: Answer | null): answer is Answer {
  if (answer?.kind !== 'order') return answer !== null;
  return question.form === 'order' && answer.order.length === question.items.length;
}

/** `also`: not what this run did, but as right. */
export type Verdict = 'right' | 'also' | 'wrong' | 'unjudged';

export function judge(question: Question, answer: Answer): Verdict {
  switch (answer.kind) {
    case 'skipped':
    case 'thought':
      return 'unjudged';
    case 'choice': {
      if (question.form !== 'choice') return 'unjudged';
      if (answer.option === question.truth) return 'right';
      return question.options[answer.option]?.isLegal === true ? 'also' : 'wrong';
    }
    case 'order': {
      if (question.form !== 'order') return 'unjudged';
      const place = question.legal.findIndex((legal) => sameOrder(legal, answer.order));
      if (place < 0) return 'wrong';
      return place === 0 ? 'right' : 'also';
    }
    default:
      return assertNever(answer);
  }
}

/** A to D, as one would call it across a room. */
export function letterOf(option: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + option);
}

/** What this run did, in words. */
export function truthText(question: Question): string {
  if (question.form === 'choice') return question.options[question.truth]?.text ?? '';
  if (question.form === 'free') return question.because;
  return (question.legal[0] ?? []).map((index) => question.items[index] ?? '').join(' → ');
}

function sameOrder(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
