/** Steps as a real list, of which only the rows in view exist. The same sentences as the narration. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { sentenceAt } from '../store/narration.ts';
import { timeAt } from '../trace/history.ts';
import type { Trace } from '../trace/trace.ts';
import { secondsText } from '../viz/marks.ts';
import { useSize } from './size.ts';

const ROW = 26;

/** Which steps: ascending. */
export interface Steps {
  readonly count: number;
  readonly at: (index: number) => number;
  /** Of the last one that is not after a position; -1 there is none. */
  readonly indexOf: (position: number) => number;
}

interface StepListProps {
  readonly trace: Trace;
  readonly steps: Steps;
  readonly position: number;
  readonly onSeek: (position: number) => void;
}

export function StepList({ onSeek, position, steps, trace }: StepListProps) {
  const box = useRef<HTMLDivElement>(null);
  const { height } = useSize(box);
  const [top, setTop] = useState(0);
  const { count } = steps;
  const current = steps.indexOf(position);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || current < 0) return;
    const at = current * ROW;
    const isSeen = at >= element.scrollTop && at + ROW <= element.scrollTop + element.clientHeight;
    if (!isSeen) element.scrollTop = at - element.clientHeight / 2;
  }, [current]);
  useEffect(() => setTop(box.current?.scrollTop ?? 0), []);
  const first = Math.max(0, Math.floor(top / ROW) - 4);
  const last = Math.min(count, Math.ceil((top + Math.max(height, 200)) / ROW) + 4);
  const rows = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
  return (
    <div className="steps" ref={box} onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
      <div style={{ height: count * ROW, paddingTop: first * ROW }}>
        <ol>
          {rows.map((index) => {
            const step = steps.at(index);
            return (
              <li
                key={step}
                value={step}
                aria-setsize={count}
                aria-posinset={index + 1}
                aria-current={step === position ? 'step' : undefined}
              >
                <button type="button" onClick={() => onSeek(step)} data-future={step > position}>
                  <span className="steps-number figures">{step}</span>
                  <span className="steps-time figures">{secondsText(timeAt(trace.history, step))}</span>
                  <span className="steps-sentence">{sentenceAt(trace, step)}</span>
                </button>
              </li>
            );
          })}
        </ol>
      </div>
    </div>
  );
}
