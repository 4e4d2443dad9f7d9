/** The lanes drawn: loaded beside the engine, wanted when there is something to draw. */
import { useMemo } from 'react';
import type { Trace } from '../trace/trace.ts';
import { type LanesInput, lanesDrawing } from '../viz/lanes.ts';
import type { LaneHoldsProps } from './LaneHolds.tsx';
import { LanesDrawingView } from './LanesDrawingView.tsx';
import { partOf, usePart } from './part.ts';

const HOLDS = partOf<LaneHoldsProps>(async () => (await import('./LaneHolds.tsx')).LaneHolds);

export interface LanesPictureProps extends LanesInput {
  readonly trace: Trace;
  /** Where the playhead stands; null when that is out of the window. */
  readonly now: number | null;
  readonly position: number;
  readonly selected: number;
  /** Whose lane this step is about; 0 nobody's. */
  readonly about: number;
  readonly onSelect: (task: number) => void;
}

export function LanesPicture({ axis, extent, history, trace, view, width, ...shown }: LanesPictureProps) {
  const { from, to } = extent;
  const { height, top } = view;
  const drawing = useMemo(
    () => lanesDrawing({ history, extent: { from, to }, axis, width, view: { top, height } }),
    [history, from, to, axis, width, top, height],
  );
  const holds = usePart(history.index.brokers > 0 ? HOLDS : null);
  return (
    <LanesDrawingView drawing={drawing} {...shown}>
      {holds.phase === 'loaded' ? (
        <holds.Component {...{ axis, drawing, extent, trace, width }} position={shown.position} />
      ) : null}
    </LanesDrawingView>
  );
}
