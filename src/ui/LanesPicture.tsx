/** The lanes drawn: loaded beside the engine, wanted when there is something to draw. */
import { useMemo } from 'react';
import { type LanesInput, lanesDrawing } from '../viz/lanes.ts';
import { LanesDrawingView } from './LanesDrawingView.tsx';

export interface LanesPictureProps extends LanesInput {
  /** Where the playhead stands; null when that is out of the window. */
  readonly now: number | null;
  readonly position: number;
  readonly selected: number;
  /** Whose lane this step is about; 0 nobody's. */
  readonly about: number;
  readonly onSelect: (task: number) => void;
}

export function LanesPicture({ axis, extent, history, view, width, ...shown }: LanesPictureProps) {
  const { from, to } = extent;
  const { height, top } = view;
  const drawing = useMemo(
    () => lanesDrawing({ history, extent: { from, to }, axis, width, view: { top, height } }),
    [history, from, to, axis, width, top, height],
  );
  return <LanesDrawingView drawing={drawing} {...shown} />;
}
