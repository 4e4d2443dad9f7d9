/** The page to work on: program, empty lanes, questions, and the way back. */
import type { Question } from '../../lesson/question.ts';
import { letterOf } from '../../lesson/question.ts';
import { selectWholeTrace } from '../../store/selectors.ts';
import { shownLanes } from '../../viz/lane-frame.ts';
import { type LaneGrid, laneGrid } from '../../viz/lane-grid.ts';
import { firstFitting, withoutObjects } from '../../viz/marks.ts';
import { codeLines } from '../code-lines.ts';
import { useApp, useChrome } from '../services.ts';
import { SHEET_PX } from './paper.ts';
import { QuestionList } from './QuestionList.tsx';
import { WayBack } from './WayBack.tsx';

interface PageProps {
  readonly title: string;
  readonly questions: readonly Question[];
}

export function TaskPage({ questions, title }: PageProps) {
  const trace = useApp(selectWholeTrace);
  const files = useApp((state) => state.scenario.files);
  const { paper } = useChrome((chrome) => chrome.handout);
  const grid = laneGrid(shownLanes(trace.history), trace.timeUs, SHEET_PX[paper]);
  return (
    <article className="sheet" aria-label="Page 1, to work on">
      <header className="sheet-head">
        <h1>{title}</h1>
        <p>
          Name <span className="sheet-line" />
        </p>
      </header>
      {files.map(({ name, text }) => (
        <Listing key={name} name={files.length > 1 ? name : ''} text={text} />
      ))}
      <section>
        <h2>Who does what, and when?</h2>
        <p className="sheet-hint">Draw: a bar where a task runs, hatching where it is ready, a line where it waits.</p>
        <EmptyLanes grid={grid} />
      </section>
      <div className="sheet-foot">
        {questions.length === 0 ? null : (
          <section className="sheet-questions">
            <h2>Questions</h2>
            <ol>
              <QuestionList questions={questions} below={(question) => <Choices question={question} />} />
            </ol>
          </section>
        )}
        <WayBack />
      </div>
    </article>
  );
}

function Listing({ name, text }: { readonly name: string; readonly text: string }) {
  const lines = codeLines(text.trimEnd());
  return (
    <section className="sheet-code" aria-label={name === '' ? 'Program' : name}>
      {name === '' ? null : (
        <h2 className="mono" translate="no">
          {name}
        </h2>
      )}
      <ol translate="no">
        {lines.map((pieces, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its number.
          <li key={index}>
            <span className="sheet-number figures">{index + 1}</span>
            <code>
              {pieces.map(({ look, text: piece }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one line never move.
                <span key={at} data-code={look}>
                  {piece}
                </span>
              ))}
            </code>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Points of 1/72 inch of a letter, in the drawing's pixels. */
const LETTER = 8;

function EmptyLanes({ grid: { height, left, more, rows, ticks, width } }: { readonly grid: LaneGrid }) {
  return (
    <>
      <svg className="empty-lanes" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
        {ticks.map(({ text, x }) => (
          <g key={text}>
            <path className="grid-tick" d={`M${x} 20V${height}`} />
            <text x={x} y={14} textAnchor="middle">
              {text}
            </text>
          </g>
        ))}
        {rows.map(({ height: tall, label, letter, task, top }) => (
          <g key={task} className="grid-row">
            <rect x={left} y={top} width={width - left - 1} height={tall} />
            <text x={0} y={top + tall / 2 + 5} className="grid-letter">
              {letter}
            </text>
            <text x={30} y={top + tall / 2 + 5}>
              {firstFitting([label, withoutObjects(label)], left - 36, LETTER)}
            </text>
          </g>
        ))}
      </svg>
      {more === 0 ? null : <p className="sheet-hint">… and {more} more, which there is no room for here.</p>}
    </>
  );
}

function Choices({ question }: { readonly question: Question }) {
  if (question.form === 'choice') {
    return (
      <ul className="sheet-options">
        {question.options.map(({ text }, index) => (
          <li key={text}>
            <span className="sheet-box" /> <b>{letterOf(index)}</b> {text}
          </li>
        ))}
      </ul>
    );
  }
  if (question.form === 'order') {
    return (
      <ul className="sheet-options">
        {question.items.map((text) => (
          <li key={text}>
            <span className="sheet-box" /> {text}
          </li>
        ))}
      </ul>
    );
  }
  return <p className="sheet-line" />;
}
