/** Handout: the pages as they will be printed, and above them what can be chosen. */
import { useEffect, useRef } from 'react';
import { selectIsEdited, selectIsStale } from '../../store/selectors.ts';
import { enter } from '../commands.ts';
import { PageTitle } from '../Header.tsx';
import { useQuestions } from '../questions.ts';
import { RunButton } from '../RunButton.tsx';
import { useApp, useChrome, useServices, useSession } from '../services.ts';
import { titleOf } from '../session.ts';
import { useTheme } from '../use-theme.ts';
import { HandoutChoices } from './HandoutChoices.tsx';
import { SolutionPage } from './SolutionPage.tsx';
import { TaskPage } from './TaskPage.tsx';
import './handout.css';

export function HandoutMode() {
  useTheme('light');
  const services = useServices();
  const main = useRef<HTMLElement>(null);
  const { hasSolution, paper } = useChrome((chrome) => chrome.handout);
  const scenario = useApp((state) => state.scenario);
  const isEdited = useApp(selectIsEdited);
  const isReady = useApp((state) => state.run.phase === 'finished');
  const isStale = useApp(selectIsStale);
  const origin = useSession((session) => session.origin);
  const title = titleOf(scenario, origin, isEdited);
  const questions = useQuestions();
  useEffect(() => main.current?.focus(), []);
  return (
    <main className="handout" ref={main} tabIndex={-1} aria-label="Handout" data-paper={paper}>
      <PageTitle title={`Handout: ${title}`} />
      <div className="handout-bar">
        <button type="button" className="plain" onClick={() => enter(services, 'explore')}>
          Back to Explore
        </button>
        <HandoutChoices />
        <button
          type="button"
          className="run-button"
          data-called="true"
          disabled={!isReady || isStale}
          onClick={() => main.current?.ownerDocument.defaultView?.print()}
        >
          Print
        </button>
      </div>
      {isReady && !isStale ? (
        <>
          <TaskPage title={title} questions={questions} />
          {hasSolution ? <SolutionPage title={title} questions={questions} /> : null}
        </>
      ) : (
        <div className="sheet">
          <p>The lanes, the questions and the fingerprint come from a run of this program.</p>
          <RunButton />
        </div>
      )}
    </main>
  );
}
