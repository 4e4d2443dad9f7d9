/**
 * Questions on the projector. One is due where the playhead comes to its place: nothing after it may be seen until it is
 * revealed or passed over. Then its steps are played slowly, and the answer stays until the presenter goes on.
 */
import { useEffect, useRef, useState } from 'react';
import type { Question } from '../../lesson/question.ts';
import { selectWholeTrace } from '../../store/selectors.ts';
import { useQuestions } from '../questions.ts';
import { useActions, useApp, useChrome } from '../services.ts';

const SLOW = 0.5;

export interface Asking {
  readonly question: Question;
  readonly isRevealed: boolean;
  readonly reveal: () => void;
  /** Passes it over, or goes on from the answer. */
  readonly leave: () => void;
}

export interface Asked {
  /** Null: none is due. */
  readonly asking: Asking | null;
  /** The next one, which may be the one that is due. */
  readonly next: Question | null;
}

export function useAsking(): Asked {
  const questions = useQuestions();
  const actions = useActions();
  const position = useApp((state) => state.position);
  const speed = useApp((state) => state.speed);
  const trace = useApp(selectWholeTrace);
  const wishes = useChrome((chrome) => chrome.questionWishes);
  const [passed, setPassed] = useState<ReadonlySet<Question>>(new Set());
  const [revealed, setRevealed] = useState<Question | null>(null);
  // Where Present is entered nothing is asked: one has to come to a question.
  const [entered, setEntered] = useState<number | null>(position);
  const isThere = position !== entered;
  const due = (isThere && questions.find((each) => each.at === position && !passed.has(each))) || null;
  const question = revealed ?? due;
  const usualSpeed = useRef(speed);

  useEffect(() => {
    if (isThere) setEntered(null);
  }, [isThere]);
  useEffect(() => {
    if (revealed !== null) return;
    if (due !== null) actions.pause();
    // Who goes elsewhere is not asked any more.
    actions.conceal(due === null ? null : due.at);
  }, [actions, due, revealed]);
  // Who leaves Present, or runs the program again, sees all of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another trace is another run.
  useEffect(() => {
    setPassed(new Set());
    setRevealed(null);
    return () => actions.conceal(null);
  }, [actions, trace]);

  const pass = (one: Question) => {
    setPassed((before) => new Set([...before, one]));
    if (revealed !== null) actions.setSpeed(usualSpeed.current);
    setRevealed(null);
    actions.conceal(null);
  };
  const reveal = (one: Question) => {
    usualSpeed.current = speed;
    setRevealed(one);
    actions.conceal(one.to);
    if (one.to === one.at) return;
    actions.setSpeed(SLOW);
    actions.play();
  };
  const next = questions.find((each) => each.at >= position && !passed.has(each) && each !== revealed) ?? null;

  /** One key: on to the next question; the answer; on from it. */
  const latest = useRef(() => {});
  latest.current = () => {
    if (question === null) {
      setEntered(null);
      if (next !== null) actions.seek(next.at);
    } else if (revealed === null) reveal(question);
    else pass(question);
  };
  const seen = useRef(wishes);
  useEffect(() => {
    if (wishes !== seen.current) latest.current();
    seen.current = wishes;
  }, [wishes]);

  if (question === null) return { asking: null, next };
  const isRevealed = revealed !== null;
  return {
    next: isRevealed ? next : question,
    asking: { question, isRevealed, reveal: () => reveal(question), leave: () => pass(question) },
  };
}
