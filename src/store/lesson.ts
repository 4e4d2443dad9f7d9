/**
 * A lesson: the questions of the run that is shown, one after the other. While one is open nothing after its place may be seen; it
 * is revealed only after an answer, or when it is passed over. What was answered stays in this page and goes nowhere.
 */
import { createStore as createVanilla, type StoreApi } from 'zustand/vanilla';
import { type Because, lessonOf } from '../lesson/lesson.ts';
import { type Answer, isAnswered, judge, type Question, type Verdict } from '../lesson/question.ts';
import { selectWholeTrace } from './selectors.ts';
import type { Store } from './store.ts';

/** What became of one question. */
export interface Given {
  readonly question: Question;
  readonly answer: Answer;
  readonly verdict: Verdict;
}

interface Course {
  readonly questions: readonly Question[];
  /** Those that are behind, in order. */
  readonly given: readonly Given[];
  /** The one that is asked, or that was revealed last. */
  readonly question: Question;
}

export type LessonState =
  /** Nothing is asked: another mode is on. */
  | { readonly phase: 'off' }
  /** For a run to end. */
  | { readonly phase: 'waiting' }
  /** This run is worth no question. */
  | { readonly phase: 'empty' }
  /** `draft`: what would be the answer. */
  | ({ readonly phase: 'asked'; readonly draft: Answer | null } & Course)
  /** `given` ends with it. */
  | ({ readonly phase: 'revealed' } & Course)
  | { readonly phase: 'over'; readonly given: readonly Given[] };

export interface Lesson extends StoreApi<LessonState> {
  /** From now on each run is asked about as soon as it has ended; so is the one that is there. */
  readonly enter: () => void;
  /** All may be seen again. */
  readonly leave: () => void;
  /** Does nothing unless a question is open. */
  readonly draft: (answer: Answer | null) => void;
  readonly reveal: () => void;
  readonly skip: () => void;
  /** On to the next question, or to the end of the lesson. */
  readonly next: () => void;
  readonly again: () => void;
}

/** `because`: what the author of a prompt says afterwards, asked anew for each run. */
export function createLesson(store: Store, because: () => Because): Lesson {
  const lesson = createVanilla<LessonState>()(() => ({ phase: 'off' }));
  const { getState: get, setState: set } = lesson;
  const { actions } = store;
  let unsubscribe: (() => void) | null = null;

  const begin = () => {
    const { run, scenario } = store.getState();
    if (run.phase === 'running' || run.phase === 'idle' || run.phase === 'rejected') {
      actions.conceal(0);
      return set({ phase: 'waiting' }, true);
    }
    const trace = selectWholeTrace(store.getState());
    const questions = lessonOf(trace, scenario.questions, because());
    const [first] = questions;
    if (first === undefined) {
      actions.conceal(trace.length);
      return set({ phase: 'empty' }, true);
    }
    ask({ questions, given: [], question: first });
  };

  const ask = (course: Course) => {
    const { at } = course.question;
    actions.conceal(at);
    actions.seek(at);
    set({ phase: 'asked', draft: null, ...course }, true);
  };

  const answer = (answered: Answer) => {
    const state = get();
    if (state.phase !== 'asked') return;
    const { given, question, questions } = state;
    const verdict = judge(question, answered);
    actions.conceal(question.to);
    set({ phase: 'revealed', questions, question, given: [...given, { question, answer: answered, verdict }] }, true);
  };

  return {
    ...lesson,
    enter() {
      if (unsubscribe !== null) return;
      unsubscribe = store.subscribe((state, before) => {
        if (state.run !== before.run) begin();
      });
      begin();
    },
    leave() {
      unsubscribe?.();
      unsubscribe = null;
      set({ phase: 'off' }, true);
      actions.conceal(null);
    },
    draft(draft) {
      const state = get();
      if (state.phase === 'asked') set({ ...state, draft }, true);
    },
    reveal() {
      const state = get();
      if (state.phase === 'asked' && isAnswered(state.question, state.draft)) answer(state.draft);
    },
    skip: () => answer({ kind: 'skipped' }),
    next() {
      const state = get();
      if (state.phase !== 'revealed') return;
      const { given, questions } = state;
      const question = questions[given.length];
      if (question !== undefined) return ask({ questions, given, question });
      actions.conceal(selectWholeTrace(store.getState()).length);
      set({ phase: 'over', given }, true);
    },
    again: begin,
  };
}

export interface Score {
  readonly right: number;
  /** Answers that could be judged. */
  readonly judged: number;
  readonly skipped: number;
}

export function scoreOf(given: readonly Given[]): Score {
  const judged = given.filter(({ verdict }) => verdict !== 'unjudged');
  return {
    right: judged.filter(({ verdict }) => verdict !== 'wrong').length,
    judged: judged.length,
    skipped: given.filter(({ answer }) => answer.kind === 'skipped').length,
  };
}
