/** The answers to an open question: letters to choose from, events to put in order, room for words of one's own. */
import { useId } from 'react';
import { type Answer, type ChoiceQuestion, letterOf, type OrderQuestion } from '../lesson/question.ts';

interface AnswersProps<Asked> {
  readonly question: Asked;
  readonly answer: Answer | null;
  readonly onDraft: (answer: Answer | null) => void;
}

export function ChoiceAnswers({ answer, onDraft, question }: AnswersProps<ChoiceQuestion>) {
  const name = useId();
  const chosen = answer?.kind === 'choice' ? answer.option : -1;
  return (
    <fieldset className="predict-options">
      <legend className="unseen">{question.ask}</legend>
      {question.options.map(({ text }, option) => (
        <label key={text} className="predict-option" data-chosen={option === chosen}>
          <input
            type="radio"
            className="unseen"
            name={name}
            checked={option === chosen}
            onChange={() => onDraft({ kind: 'choice', option })}
          />
          <span className="predict-letter" aria-hidden="true">
            {letterOf(option)}
          </span>
          <span className="unseen">{letterOf(option)}: </span>
          <span className="predict-text">{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Pressed one after the other; pressing one again takes it and those after it back. */
export function OrderAnswers({ answer, onDraft, question }: AnswersProps<OrderQuestion>) {
  const order = answer?.kind === 'order' ? answer.order : [];
  const press = (item: number) => {
    const place = order.indexOf(item);
    const next = place < 0 ? [...order, item] : order.slice(0, place);
    onDraft(next.length === 0 ? null : { kind: 'order', order: next });
  };
  return (
    <fieldset className="predict-options">
      <legend className="predict-hint">Press them in the order in which they happen.</legend>
      {question.items.map((text, item) => {
        const place = order.indexOf(item);
        return (
          <button
            key={text}
            type="button"
            className="predict-option"
            aria-pressed={place >= 0}
            data-chosen={place >= 0}
            onClick={() => press(item)}
          >
            <span className="predict-letter">{letterOf(item)}</span>
            <span className="predict-text">{text}</span>
            <span className="predict-place figures">
              {place < 0 ? null : (
                <>
                  <span className="unseen">number </span>
                  {place + 1}
                </>
              )}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}

export function FreeAnswer({ answer, onDraft }: Omit<AnswersProps<unknown>, 'question'>) {
  return (
    <label className="predict-free">
      <span className="predict-hint">Your answer stays on this page.</span>
      <textarea
        rows={3}
        value={answer?.kind === 'thought' ? answer.text : ''}
        onChange={({ target: { value } }) => onDraft(value.trim() === '' ? null : { kind: 'thought', text: value })}
      />
    </label>
  );
}
