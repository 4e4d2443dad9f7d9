/** Every point of the run where a kill matters, in order: what became of each order if it came there. Each opens that very run. */
import { type KeyboardEvent, useRef, useState } from 'react';
import { actsAt } from '../lab/kill-points.ts';
import type { SurveyedPoint } from '../lab/survey.ts';
import type { Verdict } from '../lab/verdict.ts';
import { sameProgram } from '../scenario/scenario.ts';
import type { Found, Trial } from '../store/lab.ts';
import { FateGlyph } from './FateGlyph.tsx';
import { fatesText, VICTIM_WORDS } from './lab-words.ts';
import { useApp, useServices } from './services.ts';

export function LabStrip({ trial }: { readonly trial: Trial | undefined }) {
  if (trial === undefined || !('verdicts' in trial.stage) || trial.stage.verdicts.length === 0) return null;
  return <Strip trial={trial} found={trial.stage} />;
}

function Strip({ found: { survey, verdicts }, trial }: { readonly trial: Trial; readonly found: Found }) {
  const { session, voice } = useServices();
  const scenario = useApp((state) => state.scenario);
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const { points } = survey;
  const current = Math.min(at, points.length - 1);
  const acted = (point: SurveyedPoint) => ({ ...scenario, interventions: actsAt(point, trial.victim) });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyed(event.key, current, points.length);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    list.current?.querySelector<HTMLElement>(`[data-at="${next}"]`)?.focus();
  };
  const open = (point: SurveyedPoint) => {
    session.repeat(actsAt(point, trial.victim), point.position);
    voice.say(`The run in which ${VICTIM_WORDS[trial.victim]} is killed at step ${point.position}.`);
  };
  const shown = points[current];
  return (
    <div className="lab-strip">
      <p className="soft lab-key">
        {`Each column is a run in which ${VICTIM_WORDS[trial.victim]} is killed there; its rows are the orders, the first on top. Choose one to watch that run.`}
      </p>
      {shown === undefined ? null : (
        <p className="lab-sentence" aria-hidden="true">
          <b>{`Killed after step ${shown.position}:`}</b> {shown.sentence}{' '}
          <b className="lab-fates">{verdictText(verdicts[current] ?? null)}</b>
        </p>
      )}
      <div className="lab-points" role="toolbar" aria-label="Where it is killed" ref={list} onKeyDown={onKeyDown}>
        {sections(points).map(({ first, last, timeUs }) => (
          <div key={first} className="lab-section">
            <span className="lab-time figures" aria-hidden="true">{`${timeUs / 1e6} s`}</span>
            <div className="lab-columns">
              {points.slice(first, last).map((point, index) => (
                <Point
                  key={point.position}
                  at={first + index}
                  point={point}
                  verdict={verdicts[first + index] ?? null}
                  isCurrent={first + index === current}
                  isOpen={scenario.interventions.length > 0 && sameProgram(scenario, acted(point))}
                  onShow={() => setAt(first + index)}
                  onOpen={() => open(point)}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}

interface PointProps {
  readonly at: number;
  readonly point: SurveyedPoint;
  /** Null: not known yet. */
  readonly verdict: Verdict | null;
  readonly isCurrent: boolean;
  /** It is the run that the page shows. */
  readonly isOpen: boolean;
  readonly onShow: () => void;
  readonly onOpen: () => void;
}

function Point({ at, isCurrent, isOpen, onOpen, onShow, point, verdict }: PointProps) {
  return (
    <button
      type="button"
      className="lab-point"
      data-at={at}
      data-open={isOpen}
      data-known={verdict !== null}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={`Killed after step ${point.position}: ${point.sentence} ${verdictText(verdict)}`}
      aria-current={isOpen}
      onFocus={onShow}
      onPointerEnter={onShow}
      onClick={onOpen}
    >
      {verdict?.orders.map(({ fate, order }) => <FateGlyph key={order} fate={fate} size={12} />) ?? (
        <span className="lab-unknown" />
      )}
    </button>
  );
}

function verdictText(verdict: Verdict | null): string {
  return verdict === null ? 'Not tried yet.' : `Then: ${fatesText(verdict.orders)}.`;
}

interface Section {
  readonly first: number;
  /** The first that is not in it. */
  readonly last: number;
  readonly timeUs: number;
}

/** Points of one instant stand together. */
function sections(points: readonly SurveyedPoint[]): readonly Section[] {
  const starts = points.flatMap(({ timeUs }, index) => (points[index - 1]?.timeUs === timeUs ? [] : [index]));
  return starts.map((first, index) => ({
    first,
    last: starts[index + 1] ?? points.length,
    timeUs: points[first]?.timeUs ?? 0,
  }));
}

function keyed(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return Math.min(at + 1, count - 1);
    case 'ArrowLeft':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
