/** Every event of the run as a list. */
import { useMemo } from 'react';
import type { Trace } from '../trace/trace.ts';
import { StepList, type Steps } from './StepList.tsx';

/** Browsers end at about 33 million pixels; a run that long is shown by pages around the playhead. */
const ROWS_MAX = 500_000;

export interface StepsTabProps {
  readonly trace: Trace;
  readonly position: number;
  readonly onSeek: (position: number) => void;
}

export function StepsTab({ onSeek, position, trace }: StepsTabProps) {
  const { length } = trace;
  const pageStart = Math.floor(Math.max(0, position - 1) / ROWS_MAX) * ROWS_MAX;
  const steps = useMemo((): Steps => {
    const count = Math.min(ROWS_MAX, length - pageStart);
    return { count, at: (index) => pageStart + index + 1, indexOf: (step) => step - pageStart - 1 };
  }, [pageStart, length]);
  if (length === 0) return <p className="empty">No run yet. Each thing that happens will be a line here.</p>;
  return <StepList trace={trace} steps={steps} position={position} onSeek={onSeek} />;
}
