/** The questions of a run, one after the other, what was answered, and what comes of a small change. */
import { type RefObject, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { type Answer, letterOf, type Question, truthText } from '../lesson/question.ts';
import { mainFile } from '../scenario/scenario.ts';
import { type Given, type LessonState, scoreOf } from '../store/lesson.ts';
import { useLessons, useSlowPlay } from './lessons.ts';
import { PredictCard } from './PredictCard.tsx';
import { useApp, useServices, useSession } from './services.ts';
import { lookOf, Shape, ShapeMark, verdictWord } from './Verdicts.tsx';

export function LessonPanel() {
  const { lesson } = useLessons();
  const state = useStore(lesson);
  const card = useRef<HTMLDivElement>(null);
  useSpoken(state);
  useSlowPlay(state.phase === 'revealed' ? state.question.to : null);
  const isOpen = state.phase === 'asked';
  const at = isOpen ? state.given.length : -1;
  // Who goes on by keyboard stays in the card; who was elsewhere is left there.
  useEffect(() => {
    const { activeElement } = card.current?.ownerDocument ?? {};
    const isElsewhere = activeElement !== null && activeElement !== undefined && activeElement.tagName !== 'BODY';
    if (at >= 0 && (!isElsewhere || card.current?.contains(activeElement) === true)) card.current?.focus();
  }, [at]);
  return (
    <div className="lesson">
      <Phase state={state} card={card} />
    </div>
  );
}

function Phase({ card, state }: { readonly state: LessonState; readonly card: RefObject<HTMLDivElement | null> }) {
  const { lesson } = useLessons();
  switch (state.phase) {
    case 'off':
      return null;
    case 'waiting':
      return <Waiting />;
    case 'empty':
      return (
        <p className="learn-note">
          Nothing in this run makes a good question. Choose another in the gallery, or change this one.
        </p>
      );
    case 'over':
      return <Summary given={state.given} />;
    default: {
      const { given, question, questions } = state;
      const last = state.phase === 'revealed' ? given.at(-1) : undefined;
      return (
        <>
          <Trail given={given} count={questions.length} />
          <PredictCard
            ref={card}
            question={question}
            number={questions.indexOf(question) + 1}
            count={questions.length}
            answer={state.phase === 'asked' ? state.draft : (last?.answer ?? null)}
            verdict={last?.verdict ?? null}
            onDraft={lesson.draft}
            onReveal={lesson.reveal}
            onSkip={lesson.skip}
          >
            <Onward isLast={given.length === questions.length} />
          </PredictCard>
        </>
      );
    }
  }
}

function Waiting() {
  const phase = useApp(({ run }) => run.phase);
  const { session } = useServices();
  if (phase === 'rejected')
    return <p className="learn-note">The program could not be read: there is no run to ask about.</p>;
  if (phase === 'running')
    return <p className="learn-note">The program runs. What happens is hidden until you have predicted it.</p>;
  return (
    <>
      <p className="learn-note">
        Run the program. It stops where something is worth a prediction; what comes after is hidden until you have made
        one.
      </p>
      <button type="button" className="run-button" data-called="true" onClick={session.run}>
        Run it
      </button>
    </>
  );
}

/** One shape for each question: what became of those behind, and how many are left. */
function Trail({ count, given }: { readonly given: readonly Given[]; readonly count: number }) {
  const { judged, right } = scoreOf(given);
  return (
    <p className="lesson-trail">
      <span className="lesson-shapes" aria-hidden="true">
        {Array.from({ length: count }, (_, index) => {
          const each = given[index];
          // biome-ignore lint/suspicious/noArrayIndexKey: questions have no other name than their number.
          return <ShapeMark key={index} look={each === undefined ? 'open' : lookOf(each.verdict, each.answer)} />;
        })}
      </span>
      <span className="figures">{judged === 0 ? '' : `${right} of ${judged} right`}</span>
    </p>
  );
}

function Onward({ isLast }: { readonly isLast: boolean }) {
  const { lesson } = useLessons();
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  return (
    <div className="predict-buttons">
      <button type="button" className="run-button" data-called="true" ref={next} onClick={lesson.next}>
        {isLast ? 'To the summary' : 'Next question'}
      </button>
      <ChangeOneThing />
    </div>
  );
}

/** What the gallery proposes to change; gone once it is changed. */
function ChangeOneThing() {
  const origin = useSession((session) => session.origin);
  const file = useApp(({ scenario }) => mainFile(scenario));
  const { session } = useServices();
  const change = origin.kind === 'gallery' ? origin.entry.changeOneThing : null;
  if (change === null || change.find === '' || !file.text.includes(change.find)) return null;
  return (
    <button
      type="button"
      className="plain"
      title={change.text}
      onClick={() => {
        session.edit(
          file.name,
          file.text.replace(change.find, () => change.replace),
        );
        session.run();
      }}
    >
      Change one thing, predict again
    </button>
  );
}

function Summary({ given }: { readonly given: readonly Given[] }) {
  const { lesson } = useLessons();
  const { chrome } = useServices();
  const { judged, right, skipped } = scoreOf(given);
  return (
    <div className="lesson-summary">
      <h3 className="predict-prompt">
        {judged === 0 ? 'That was the last question.' : `You predicted ${right} of ${judged}.`}
      </h3>
      {skipped === 0 ? null : (
        <p className="soft">{skipped === 1 ? 'One was passed over.' : `${skipped} were passed over.`}</p>
      )}
      <ol className="lesson-list">
        {given.map(({ answer, question, verdict }) => (
          <li key={question.at}>
            <Shape look={lookOf(verdict, answer)} word={verdictWord(verdict, answer)} />
            <span>{question.prompt ?? question.ask}</span>
          </li>
        ))}
      </ol>
      <p className="soft">Nothing of this leaves the page.</p>
      <div className="predict-buttons">
        <button type="button" className="run-button" data-called="true" onClick={lesson.again}>
          Once more
        </button>
        <ChangeOneThing />
        <button type="button" className="plain" onClick={() => chrome.setState({ mode: 'explore' })}>
          Explore this run
        </button>
      </div>
    </div>
  );
}

/** Each question, each verdict and the summary once. */
function useSpoken(state: LessonState): void {
  const { voice } = useServices();
  const { phase } = state;
  const number = 'given' in state ? state.given.length : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft is said by the radio that is chosen.
  useEffect(() => {
    const text = spokenOf(state);
    if (text !== '') voice.say(text);
  }, [phase, number, voice]);
}

function spokenOf(state: LessonState): string {
  switch (state.phase) {
    case 'asked':
      return `Question ${state.given.length + 1} of ${state.questions.length}. ${questionWords(state.question)}`;
    case 'revealed': {
      const last = state.given.at(-1);
      return last === undefined ? '' : revealedWords(last);
    }
    case 'over': {
      const { judged, right } = scoreOf(state.given);
      return `The lesson is over. You predicted ${right} of ${judged}.`;
    }
    default:
      return '';
  }
}

function questionWords(question: Question): string {
  const { ask, prompt } = question;
  const texts =
    question.form === 'choice'
      ? question.options.map(({ text }) => text)
      : question.form === 'order'
        ? question.items
        : [];
  const options = texts.map((text, index) => `${letterOf(index)}: ${text}.`);
  return [...(prompt === null || prompt === ask ? [] : [prompt]), ask, ...options].join(' ');
}

function revealedWords({
  answer,
  question,
  verdict,
}: {
  question: Question;
  answer: Answer;
  verdict: Given['verdict'];
}): string {
  const truth = truthText(question);
  return [`${verdictWord(verdict, answer)}.`, truth === '' ? '' : `${truth}.`, question.reason]
    .filter((text) => text !== '')
    .join(' ');
}
