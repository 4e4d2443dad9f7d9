/** The exercise that the program is an answer to: what is asked for, and after each run whether it is so. */
import { useEffect, useMemo, useState } from 'react';
import { type CheckResult, checkResults } from '../lesson/checks.ts';
import type { Exercise } from '../scenario/exercises/exercise.ts';
import { EXERCISES, exerciseNamed } from '../scenario/exercises/exercises.ts';
import { FILE_EXTENSION, writeScenarioFile } from '../scenario/file.ts';
import { sameProgram } from '../scenario/scenario.ts';
import type { RunState } from '../store/run-state.ts';
import { endingSentence } from './ending-words.ts';
import { usePage } from './page.ts';
import { keepSolved } from './progress.ts';
import { useApp, useServices } from './services.ts';
import './exercise.css';

export function ExerciseTab() {
  const slug = useApp(({ scenario }) => scenario.exercise ?? '');
  const exercise = exerciseNamed(slug);
  if (exercise === undefined) return <p className="empty">{`There is no exercise called "${slug}" here.`}</p>;
  return <OneExercise key={slug} exercise={exercise} />;
}

function OneExercise({ exercise }: { readonly exercise: Exercise }) {
  const page = usePage();
  const { gallery, session, voice } = useServices();
  const run = useApp((state) => state.run);
  const scenario = useApp((state) => state.scenario);
  const [problem, setProblem] = useState('');
  const results = useMemo(() => resultsOf(exercise, run), [exercise, run]);
  const isStale = run.phase !== 'idle' && !sameProgram(run.scenario, scenario);
  const met = results?.filter(({ isMet }) => isMet).length ?? 0;
  const isSolved = results !== null && met === results.length && !isStale;
  const next = EXERCISES[EXERCISES.indexOf(exercise) + 1];
  useEffect(() => {
    if (isSolved) keepSolved(page, exercise.slug);
  }, [isSolved, page, exercise]);
  const shown = results ?? exercise.checks.map(({ says }) => ({ says, isMet: null, why: '' }));
  const handIn = () => {
    const written = writeScenarioFile(scenario);
    if (!written.ok) return setProblem(written.sentence);
    page.download(`${exercise.slug}${FILE_EXTENSION}`, written.text);
    voice.say('Saved. Hand this file in.');
  };
  const showExample = () => {
    gallery.entry(exercise.shownBy).then(
      (entry) => {
        if (entry !== null) session.openEntry(entry);
      },
      (error: unknown) => {
        console.error(error);
        setProblem('The scenario could not be loaded. Check the connection and try again.');
      },
    );
  };
  return (
    <div className="exercise">
      <section aria-label="The exercise">
        <h3>{exercise.title}</h3>
        <p>{exercise.task}</p>
        <details>
          <summary>A hint</summary>
          <p>{exercise.hint}</p>
          <button type="button" className="link" onClick={showExample}>
            Look at a scenario that shows it
          </button>{' '}
          <span className="soft">Your program is kept among your drafts.</span>
        </details>
        <div className="exercise-acts">
          <button type="button" className="plain" onClick={() => session.openOwn(exercise.scenario)}>
            Start over
          </button>
          <button type="button" className="plain" onClick={handIn}>
            Save to hand in
          </button>
        </div>
        {problem === '' ? null : <p role="alert">{problem}</p>}
      </section>
      <section aria-label="What is checked">
        <p className="exercise-state" role="status" data-solved={isSolved}>
          {stateWords(run, results, isStale)}
          {isSolved && next !== undefined ? (
            <>
              {' '}
              <button type="button" className="link" onClick={() => session.openOwn(next.scenario)}>
                {`Next: ${next.title}`}
              </button>
            </>
          ) : null}
        </p>
        <ul className="exercise-checks">
          {shown.map(({ isMet, says, why }) => (
            <li key={says} data-met={isMet ?? 'open'}>
              <span className="exercise-mark" aria-hidden="true">
                {isMet === null ? '·' : isMet ? '✓' : '✗'}
              </span>
              <span>
                {isMet === null ? null : <span className="unseen">{isMet ? 'Holds: ' : 'Does not hold: '}</span>}
                {says}
                {why === '' ? null : <span className="soft exercise-why"> {why}</span>}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** Null when there is no run that could be judged. */
function resultsOf(exercise: Exercise, run: RunState): readonly CheckResult[] | null {
  if (run.phase !== 'finished' || run.ending.kind === 'limit' || run.ending.kind === 'stopped') return null;
  return checkResults(exercise, { scenario: run.scenario, trace: run.trace, ending: run.ending });
}

function stateWords(run: RunState, results: readonly CheckResult[] | null, isStale: boolean): string {
  if (run.phase === 'running') return 'Running…';
  if (isStale) return 'The program was changed since. Run it again.';
  if (results === null) {
    if (run.phase === 'finished') return endingSentence(run.ending);
    return run.phase === 'rejected'
      ? 'The program could not be read.'
      : 'Run the program, and each of these is checked.';
  }
  const met = results.filter(({ isMet }) => isMet).length;
  return met === results.length ? 'Solved.' : `${met} of ${results.length} hold.`;
}
