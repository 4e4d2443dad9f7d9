/** The lanes as they were, and the answers with their reasons. */
import type { ReactNode } from 'react';
import { letterOf, type Question, truthText } from '../../lesson/question.ts';
import { RULES } from '../../lesson/rules.ts';
import { selectWholeTrace } from '../../store/selectors.ts';
import { heightOf, shownLanes } from '../../viz/lane-frame.ts';
import { GRID_LANES_MAX } from '../../viz/lane-grid.ts';
import { lanesDrawing } from '../../viz/lanes.ts';
import { STATES, type StateName } from '../../viz/states.ts';
import { Glyph } from '../Glyph.tsx';
import { LanesDrawingView } from '../LanesDrawingView.tsx';
import { useApp, useChrome } from '../services.ts';
import { SHEET_PX } from './paper.ts';
import { QuestionList } from './QuestionList.tsx';
import '../lanes.css';

interface PageProps {
  readonly title: string;
  readonly questions: readonly Question[];
}

/** Letters of 12 pixels become ones of more than 10 points. */
const SCALE = 1.15;
/** Room for names. */
const LEFT = 148;
const LEGEND = ['running', 'ready', 'waiting', 'cancelling', 'done', 'failed', 'cancelled', 'refused'] as const;

export function SolutionPage({ questions, title }: PageProps) {
  const { paper } = useChrome((chrome) => chrome.handout);
  const width = Math.floor(SHEET_PX[paper] / SCALE);
  return (
    <article className="sheet" aria-label="Page 2, the solution">
      <header className="sheet-head">
        <h1>{title}: solution</h1>
      </header>
      <section>
        <h2>Over virtual time</h2>
        <Solved axis="time" width={width} />
      </section>
      <section>
        <h2>Step by step</h2>
        <Solved axis="steps" width={width} />
        <p className="sheet-legend">
          {LEGEND.map((state) => (
            <Key key={state} state={state} />
          ))}
        </p>
      </section>
      {questions.length === 0 ? null : (
        <section>
          <h2>Answers, and why</h2>
          <ol className="sheet-answers">
            <QuestionList questions={questions} below={(question) => <Answer question={question} />} />
          </ol>
        </section>
      )}
    </article>
  );
}

function Solved({ axis, width }: { readonly axis: 'steps' | 'time'; readonly width: number }): ReactNode {
  const trace = useApp(selectWholeTrace);
  const { history, length, timeUs } = trace;
  const lanes = shownLanes(history).slice(0, GRID_LANES_MAX);
  const drawing = lanesDrawing({
    ...{ history, census: null, axis, width, left: LEFT },
    lines: lanes.map((lane) => ({ kind: 'lane', key: String(lane.task), lane, depth: lane.depth })),
    extent: { from: 0, to: Math.max(1, axis === 'steps' ? length : timeUs) },
    view: { top: 0, height: heightOf(lanes.length) },
  });
  return (
    <div className="solved" style={{ height: (drawing.height + 22) * SCALE }}>
      <div style={{ width, transform: `scale(${SCALE})` }}>
        <LanesDrawingView
          {...{ drawing, pinned: null, now: null, position: length, selected: 0, about: 0 }}
          view={{ top: 0, height: drawing.height }}
          onSelect={() => {}}
        >
          {null}
        </LanesDrawingView>
      </div>
    </div>
  );
}

function Key({ state }: { readonly state: StateName }) {
  return (
    <span>
      <Glyph name={STATES[state].glyph} /> {STATES[state].word}
    </span>
  );
}

function Answer({ question }: { readonly question: Question }) {
  const truth = truthText(question);
  const letter = question.form === 'choice' ? `${letterOf(question.truth)}: ` : '';
  const also =
    question.form === 'choice'
      ? question.options.filter(({ isLegal }, index) => isLegal && index !== question.truth).map(({ text }) => text)
      : [];
  const reasons = [question.reason, question.form === 'free' ? '' : question.because].filter((text) => text !== '');
  return (
    <>
      {truth === '' ? null : (
        <p>
          <strong>
            {letter}
            {truth}
          </strong>
          {also.length === 0 ? null : ` (as right: ${also.join('; ')})`}
        </p>
      )}
      {reasons.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {question.rule === null ? null : <p className="sheet-rule">{RULES[question.rule].says}</p>}
    </>
  );
}
