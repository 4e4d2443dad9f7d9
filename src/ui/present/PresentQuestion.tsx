/** The question that is due, in place of the sentence: options with the votes of the class; then what is true, and why. */
import { useState } from 'react';
import { letterOf, type Question, truthText } from '../../lesson/question.ts';
import { RULES } from '../../lesson/rules.ts';
import { mainFile } from '../../scenario/scenario.ts';
import { Glyph } from '../Glyph.tsx';
import { useServices, useSession } from '../services.ts';
import type { Asking } from './asking.ts';
import './question.css';

export function PresentQuestion({ asking }: { readonly asking: Asking }) {
  const { isRevealed, leave, question, reveal } = asking;
  return (
    <section className="present-question" aria-label="Question">
      <h2>{question.prompt ?? question.ask}</h2>
      {question.prompt === null || question.form === 'free' || question.prompt === question.ask ? null : (
        <p className="soft">{question.ask}</p>
      )}
      <Options question={question} isRevealed={isRevealed} />
      {isRevealed ? <Truth question={question} /> : null}
      <div className="present-question-buttons">
        {isRevealed ? (
          <>
            <button type="button" className="run-button" data-called="true" onClick={leave}>
              Go on
            </button>
            <ChangeOneThing />
          </>
        ) : (
          <>
            <button type="button" className="run-button" data-called="true" onClick={reveal}>
              Reveal
            </button>
            <button type="button" className="plain" onClick={leave}>
              Skip
            </button>
          </>
        )}
      </div>
    </section>
  );
}

function Options({ isRevealed, question }: { readonly question: Question; readonly isRevealed: boolean }) {
  if (question.form === 'free') return null;
  const texts = question.form === 'choice' ? question.options.map(({ text }) => text) : question.items;
  return (
    <ol className="present-options">
      {texts.map((text, index) => {
        const isTrue = isRevealed && question.form === 'choice' && index === question.truth;
        const isLegal = isRevealed && question.form === 'choice' && question.options[index]?.isLegal === true;
        return (
          <li key={text} data-true={isTrue}>
            <b>{letterOf(index)}</b>
            <span>{text}</span>
            {isTrue ? (
              <em>
                <Glyph name="tick" size={20} /> so it was
              </em>
            ) : isLegal ? (
              <em>would be as right</em>
            ) : null}
            {question.form === 'choice' ? <Votes letter={letterOf(index)} /> : null}
          </li>
        );
      })}
    </ol>
  );
}

const VOTES_MAX = 4;

/** How many hands went up, by eye: nothing, or one to four bars. It is told to nobody. */
function Votes({ letter }: { readonly letter: string }) {
  const [votes, setVotes] = useState(0);
  return (
    <button
      type="button"
      className="present-votes"
      aria-label={`Votes for ${letter}: ${votes} of ${VOTES_MAX}`}
      title="Votes of the class: press for more"
      onClick={() => setVotes((votes + 1) % (VOTES_MAX + 1))}
    >
      {Array.from({ length: VOTES_MAX }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a bar is known by its place.
        <i key={index} data-on={index < votes} />
      ))}
    </button>
  );
}

function Truth({ question }: { readonly question: Question }) {
  const { rule } = question;
  return (
    <div className="present-truth">
      {question.form === 'order' ? <p>{truthText(question)}</p> : null}
      {question.reason === '' ? null : <p>{question.reason}</p>}
      {question.because === '' ? null : <p>{question.because}</p>}
      {rule === null ? null : (
        <p>
          <a href={RULES[rule].page} target="_blank" rel="noopener noreferrer">
            {RULES[rule].says}
          </a>
        </p>
      )}
    </div>
  );
}

/** What the author of a gallery scenario suggests, done to the program, which is run again. */
function ChangeOneThing() {
  const { session, store } = useServices();
  const change = useSession(({ origin }) => (origin.kind === 'gallery' ? origin.entry.changeOneThing : null));
  if (change === null) return null;
  const apply = () => {
    const { name, text } = mainFile(store.getState().scenario);
    if (!text.includes(change.find)) return;
    session.edit(
      name,
      text.replace(change.find, () => change.replace),
    );
    session.run();
  };
  return (
    <button type="button" className="plain" title={change.text} onClick={apply}>
      Change one thing
    </button>
  );
}
