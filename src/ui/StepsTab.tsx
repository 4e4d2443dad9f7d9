/** Every event of the run as a real list, of which only the rows in view exist. The same sentences as the narration. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { sentenceAt } from '../store/narration.ts';
import { timeAt } from '../trace/history.ts';
import type { Trace } from '../trace/trace.ts';
import { secondsText } from '../viz/marks.ts';
import { useSize } from './size.ts';

const ROW = 26;
/** Browsers end at about 33 million pixels; a run that long is shown by pages around the playhead. */
const ROWS_MAX = 500_000;

export interface StepsTabProps {
  readonly trace: Trace;
  readonly position: number;
  readonly onSeek: (position: number) => void;
}

export function StepsTab({ onSeek, position, trace }: StepsTabProps) {
  const box = useRef<HTMLDivElement>(null);
  const { height } = useSize(box);
  const [top, setTop] = useState(0);
  const pageStart = Math.floor(Math.max(0, position - 1) / ROWS_MAX) * ROWS_MAX;
  const count = Math.min(ROWS_MAX, trace.length - pageStart);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || position === 0) return;
    const at = (position - 1 - pageStart) * ROW;
    const isSeen = at >= element.scrollTop && at + ROW <= element.scrollTop + element.clientHeight;
    if (!isSeen) element.scrollTop = at - element.clientHeight / 2;
  }, [position, pageStart]);
  useEffect(() => setTop(box.current?.scrollTop ?? 0), []);
  if (trace.length === 0) return <p className="empty">No run yet. Each thing that happens will be a line here.</p>;
  const first = Math.max(0, Math.floor(top / ROW) - 4);
  const last = Math.min(count, Math.ceil((top + Math.max(height, 200)) / ROW) + 4);
  const rows = Array.from({ length: Math.max(0, last - first) }, (_, index) => pageStart + first + index + 1);
  return (
    <div className="steps" ref={box} onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
      <div style={{ height: count * ROW, paddingTop: first * ROW }}>
        <ol>
          {rows.map((step) => (
            <li
              key={step}
              value={step}
              aria-setsize={trace.length}
              aria-posinset={step}
              aria-current={step === position ? 'step' : undefined}
            >
              <button type="button" onClick={() => onSeek(step)} data-future={step > position}>
                <span className="steps-number figures">{step}</span>
                <span className="steps-time figures">{secondsText(timeAt(trace.history, step))}</span>
                <span className="steps-sentence">{sentenceAt(trace, step)}</span>
              </button>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
