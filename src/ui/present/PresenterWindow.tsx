/** The presenter's own window: notes, the next question with its answer, and a clock. The projector shows none of it. */
import { useEffect, useRef, useState } from 'react';
import { letterOf } from '../../lesson/question.ts';
import { canTalk, type Line, type Notes, openLine, type Pressed } from './presenter-channel.ts';
import '../tokens.css';
import './presenter.css';

export function PresenterWindow() {
  const [notes, setNotes] = useState<Notes | null>(null);
  const line = useRef<Line | null>(null);
  useEffect(() => {
    const opened = openLine((message) => message.kind === 'notes' && setNotes(message.notes));
    opened?.send({ kind: 'hello' });
    line.current = opened;
    return () => opened?.close();
  }, []);
  const press = (action: Pressed) => line.current?.send({ kind: 'press', action });
  return (
    <main className="presenter" aria-label="Presenter">
      <title>{notes === null ? 'Presenter – Loopscope' : `Presenter: ${notes.title} – Loopscope`}</title>
      <header>
        <h1>{notes?.title ?? 'Presenter'}</h1>
        <Clock />
      </header>
      {notes === null ? (
        <p>
          {canTalk()
            ? 'Waiting for the window that is projected: open a program there and choose Present.'
            : 'This browser does not let windows talk to each other (it has no BroadcastChannel). Present works without this window.'}
        </p>
      ) : (
        <Shown notes={notes} />
      )}
      <footer>
        <button type="button" className="run-button" onClick={() => press('back')}>
          Back
        </button>
        <button type="button" className="run-button" data-called="true" onClick={() => press('forward')}>
          One step on
        </button>
        <button type="button" className="run-button" onClick={() => press('question')}>
          Question
        </button>
        <button
          type="button"
          className="run-button"
          aria-pressed={notes?.isBlank ?? false}
          onClick={() => press('blank')}
        >
          Blank the screen
        </button>
      </footer>
    </main>
  );
}

function Shown({ notes }: { readonly notes: Notes }) {
  const { ahead, count, here, question, sentence, step, time } = notes;
  return (
    <>
      <section>
        <h2 className="figures">
          Step {step} of {count}, {time}
        </h2>
        <p>{sentence}</p>
      </section>
      <section>
        <h2>Notes</h2>
        {here === '' && ahead === '' ? <p className="soft">The author has left none.</p> : null}
        {here === '' ? null : <p className="presenter-note">{here}</p>}
        {ahead === '' ? null : <p className="soft">Then: {ahead}</p>}
      </section>
      {question === null ? null : (
        <section>
          <h2>Next question, at step {question.step}</h2>
          <p>{question.ask}</p>
          {question.options.map((text, index) => (
            <p key={text} data-true={text === question.answer}>
              <b>{letterOf(index)}</b> {text}
            </p>
          ))}
          <h2>Its answer</h2>
          <p className="presenter-note">{question.answer}</p>
          {question.reasons.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </section>
      )}
    </>
  );
}

/** How long it has been, since the window was opened or the clock was set back. */
function Clock() {
  const [since, setSince] = useState(() => Date.now());
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  return (
    <button
      type="button"
      className="plain presenter-clock figures"
      title="Set the clock back"
      onClick={() => setSince(Date.now())}
    >
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
    </button>
  );
}
