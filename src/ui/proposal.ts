/** A scenario as it is proposed for the gallery: free to be used, run once, with questions to begin from. */
import type { Moment } from '../scenario/moment.ts';
import type { Question, Scenario } from '../scenario/scenario.ts';

/** Of everything in the gallery. */
const LICENCE = 'CC0-1.0';
const QUESTIONS_MIN = 2;

export type Proposal =
  | { readonly ok: true; readonly scenario: Scenario; readonly name: string }
  /** What is missing. */
  | { readonly ok: false; readonly sentence: string };

export function proposalOf(scenario: Scenario): Proposal {
  const { engine, title, view } = scenario;
  if (engine === null || engine.fingerprint === '')
    return { ok: false, sentence: 'Run the program first: what it does belongs to what is proposed.' };
  if (view.moment === null) return { ok: false, sentence: 'Share it at a step, the one that it should open at.' };
  const name = slugOf(title);
  return { ok: true, name, scenario: { ...scenario, licence: LICENCE, questions: questionsOf(scenario, view.moment) } };
}

/** Their own, and as many as are missing, about the moment that is shared. */
function questionsOf({ questions }: Scenario, at: Moment): readonly Question[] {
  const more: readonly Question[] = [
    { at, kind: 'next', prompt: 'Who runs next?' },
    { at, kind: 'why', prompt: 'Why does this happen here?' },
  ];
  return [...questions, ...more.slice(0, Math.max(0, QUESTIONS_MIN - questions.length))];
}

/** What a folder of the gallery may be called: up to 24 of a-z, 0-9 and the hyphen. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 24)
    .replace(/^-+|-+$/g, '');
  return words === '' ? 'scenario' : words;
}
