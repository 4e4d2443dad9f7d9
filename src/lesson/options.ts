/** Options of a question: the true one among things of that very moment that it might be taken for. */
import type { Option } from './question.ts';

export const OPTIONS_MAX = 4;

export interface Candidate {
  readonly text: string;
  readonly isLegal: boolean;
  /** Where it stands among the others. */
  readonly order: number;
}

export interface Offered {
  readonly options: readonly Option[];
  readonly truth: number;
}

/**
 * The truth, every other legal one, then as many of the rest as there is room for, the likeliest first. They stand in an order
 * that gives nothing away. Null: there is no choice.
 */
export function offer(truth: Candidate, others: readonly Candidate[]): Offered | null {
  const distinct: Candidate[] = [truth];
  const ranked = [...others.filter(({ isLegal }) => isLegal), ...others.filter(({ isLegal }) => !isLegal)];
  for (const candidate of ranked) {
    if (distinct.length >= OPTIONS_MAX) break;
    if (!distinct.some(({ text }) => text === candidate.text)) distinct.push(candidate);
  }
  if (distinct.length < 2) return null;
  const shown = distinct.sort((a, b) => a.order - b.order);
  return {
    options: shown.map(({ text, isLegal }) => ({ text, isLegal })),
    truth: shown.indexOf(truth),
  };
}
