/** Learn: above the sentence of the step stand the questions of the scenario, each asked where its moment is. */
import { useMemo } from 'react';
import { selectTrace } from '../store/selectors.ts';
import { momentPlace } from '../trace/moment.ts';
import { useActions, useApp } from './services.ts';
import './learn.css';

export function LearnMode() {
  const trace = useApp(selectTrace);
  const position = useApp((state) => state.position);
  const questions = useApp((state) => state.scenario.questions);
  const actions = useActions();
  const asked = useMemo(
    () =>
      questions
        .flatMap(({ at, prompt }) => {
          const place = trace.length === 0 ? null : momentPlace(trace, at);
          return place === null ? [] : [{ place, prompt }];
        })
        .sort((a, b) => a.place - b.place),
    [questions, trace],
  );
  const due = asked.filter(({ place }) => place === position);
  const next = asked.find(({ place }) => place > position);
  return (
    <section className="learn" aria-label="Questions">
      {due.map(({ prompt }) => (
        <p key={prompt} className="learn-prompt">
          {prompt}
        </p>
      ))}
      {asked.length === 0 ? (
        <p className="soft">
          {trace.length === 0 ? 'Questions come up when the program has run.' : 'No question is asked in this run.'}
        </p>
      ) : next === undefined ? (
        <p className="soft">No question further on.</p>
      ) : (
        <button type="button" className="run-button" onClick={() => actions.seek(next.place)}>
          On to question {asked.indexOf(next) + 1} of {asked.length}
        </button>
      )}
    </section>
  );
}
