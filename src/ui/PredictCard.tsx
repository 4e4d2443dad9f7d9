/**
 * A question with its answers: first to be answered, then with what was answered and what is true, side by side. It knows neither where
 * the question comes from nor what follows: whoever shows it says so. Until it is revealed nothing of the answer is in the document.
 */
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { type Answer, isAnswered, letterOf, type Question, type Verdict } from '../lesson/question.ts';
import { ChoiceAnswers, FreeAnswer, OrderAnswers } from './PredictAnswers.tsx';
import { RevealedChoice, RevealedOrder } from './PredictTruth.tsx';
import { Verdicts } from './Verdicts.tsx';
import './predict.css';

export interface PredictCardProps {
  readonly question: Question;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** What would be the answer, or is. */
  readonly answer: Answer | null;
  /** Null: the question is open. */
  readonly verdict: Verdict | null;
  readonly onDraft: (answer: Answer | null) => void;
  readonly onReveal: () => void;
  readonly onSkip: () => void;
  /** To give it the focus: then letters answer. */
  readonly ref?: Ref<HTMLDivElement>;
  /** What goes on from here, once it is revealed. */
  readonly children?: ReactNode;
}

export function PredictCard(props: PredictCardProps) {
  const { answer, children, count, number, onReveal, onSkip, question, ref, verdict } = props;
  const { ask } = question;
  // An author who asks what the page would ask is heard once.
  const prompt = question.prompt === ask ? null : question.prompt;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its keys are a shorter way to the buttons and radios in it.
    <div className="predict" data-answers="" ref={ref} tabIndex={-1} onKeyDown={(event) => onKey(event, props)}>
      <p className="predict-number">
        Question {number} of {count}
      </p>
      {prompt === null ? null : <p className="predict-prompt">{prompt}</p>}
      <h3 className={prompt === null ? 'predict-prompt' : 'predict-ask'}>{ask}</h3>
      {verdict === null ? <Open {...props} /> : <Revealed {...props} verdict={verdict} />}
      {verdict === null ? (
        <div className="predict-buttons">
          <button
            type="button"
            className="run-button"
            data-called="true"
            disabled={!isAnswered(question, answer)}
            onClick={onReveal}
          >
            Reveal
          </button>
          <button type="button" className="plain" onClick={onSkip}>
            Skip
          </button>
          <span className="predict-keys" aria-hidden="true">
            {keysText(question)}
          </span>
        </div>
      ) : (
        children
      )}
    </div>
  );
}

function Open({ answer, onDraft, question }: PredictCardProps) {
  if (question.form === 'choice') return <ChoiceAnswers {...{ question, answer, onDraft }} />;
  if (question.form === 'order') return <OrderAnswers {...{ question, answer, onDraft }} />;
  return <FreeAnswer {...{ answer, onDraft }} />;
}

function Revealed({ answer, question, verdict }: PredictCardProps & { readonly verdict: Verdict }) {
  return (
    <>
      {question.form === 'choice' ? <RevealedChoice question={question} answer={answer} /> : null}
      {question.form === 'order' ? <RevealedOrder question={question} answer={answer} /> : null}
      {question.form === 'free' && answer?.kind === 'thought' ? <p className="predict-own">{answer.text}</p> : null}
      <Verdicts question={question} answer={answer} verdict={verdict} />
    </>
  );
}

function keysText(question: Question): string {
  if (question.form === 'free') return '';
  const last = letterOf((question.form === 'choice' ? question.options : question.items).length - 1);
  return question.form === 'choice' ? `A–${last}, then Enter` : `A–${last} in their order, Backspace takes back`;
}

/** Letters and numbers answer; Enter reveals, where it has no other meaning. */
function onKey(
  event: KeyboardEvent<HTMLElement>,
  { answer, onDraft, onReveal, question, verdict }: PredictCardProps,
): void {
  const { target } = event;
  if (verdict !== null || event.ctrlKey || event.metaKey || event.altKey || target instanceof HTMLTextAreaElement)
    return;
  const isButton = target instanceof HTMLButtonElement;
  if (event.key === 'Enter' && !isButton && isAnswered(question, answer)) {
    event.preventDefault();
    return onReveal();
  }
  if (question.form === 'free') return;
  const option = optionOf(event.key);
  if (question.form === 'choice') {
    if (option < question.options.length && option >= 0) onDraft({ kind: 'choice', option });
    return;
  }
  const order = answer?.kind === 'order' ? answer.order : [];
  if (event.key === 'Backspace') onDraft(orderAnswer(order.slice(0, -1)));
  else if (option >= 0 && option < question.items.length && !order.includes(option))
    onDraft(orderAnswer([...order, option]));
}

/** From 0; -1: the key names none. */
function optionOf(key: string): number {
  if (/^[a-h]$/i.test(key)) return key.toUpperCase().charCodeAt(0) - 'A'.charCodeAt(0);
  return /^[1-8]$/.test(key) ? Number(key) - 1 : -1;
}

function orderAnswer(order: readonly number[]): Answer | null {
  return order.length === 0 ? null : { kind: 'order', order };
}
