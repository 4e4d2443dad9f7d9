/** What became of an answer, and why: the rule, and the page where it is written down. */
import type { Answer, Question, Verdict } from '../lesson/question.ts';
import { RULES } from '../lesson/rules.ts';

export type ShapeLook = 'right' | 'also' | 'wrong' | 'own' | 'skipped' | 'open';

/** A shape and a word: never a colour alone. */
export function Shape({ look, word }: { readonly look: ShapeLook; readonly word: string }) {
  return (
    <span className="predict-shape" data-look={look}>
      <ShapeMark look={look} />
      {word}
    </span>
  );
}

export function ShapeMark({ look }: { readonly look: ShapeLook }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" data-look={look} className="predict-mark">
      <path d={PATHS[look]} />
    </svg>
  );
}

/** A tick in a disc, a ring, a cross in a square, a triangle, a bar, a dot. */
const PATHS: Readonly<Record<ShapeLook, string>> = {
  right: 'M7 0a7 7 0 1 1 0 14A7 7 0 0 1 7 0ZM5.9 10.3l5-5.4-1.4-1.2-3.7 4-1.6-1.6-1.3 1.3Z',
  also: 'M7 0a7 7 0 1 1 0 14A7 7 0 0 1 7 0Zm0 2.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6Z',
  wrong: 'M0 0h14v14H0Zm4.2 2.9L2.9 4.2 5.7 7 2.9 9.8l1.3 1.3L7 8.3l2.8 2.8 1.3-1.3L8.3 7l2.8-2.8-1.3-1.3L7 5.7Z',
  own: 'M1 1.5 13 7 1 12.5Z',
  skipped: 'M1 5.6h12v2.8H1Z',
  open: 'M7 4.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z',
};

interface VerdictsProps {
  readonly question: Question;
  readonly answer: Answer | null;
  readonly verdict: Verdict;
}

export function Verdicts({ answer, question, verdict }: VerdictsProps) {
  const { because, reason, rule } = question;
  const known = rule === null ? null : RULES[rule];
  return (
    <section className="why-card" aria-label="Why">
      <p className="why-verdict">
        <Shape look={lookOf(verdict, answer)} word={verdictWord(verdict, answer)} />
      </p>
      {reason === '' ? null : <p>{reason}</p>}
      {because === '' ? null : <p>{because}</p>}
      {known === null ? null : (
        <p className="why-rule">
          {known.says}{' '}
          <a href={known.page} target="_blank" rel="noopener noreferrer">
            {known.source}
          </a>
        </p>
      )}
    </section>
  );
}

export function verdictWord(verdict: Verdict, answer: Answer | null): string {
  if (verdict === 'right') return 'Right';
  if (verdict === 'also') return 'Right: that is possible, too';
  if (verdict === 'wrong') return 'Not so';
  return answer?.kind === 'skipped' ? 'Passed over' : 'Compare';
}

export function lookOf(verdict: Verdict, answer: Answer | null): ShapeLook {
  if (verdict === 'unjudged') return answer?.kind === 'skipped' ? 'skipped' : 'own';
  return verdict;
}
