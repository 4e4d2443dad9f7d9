/** Where something special happened, for the timeline. */
import { hazardsOf, pointsOf } from '../trace/history.ts';
import type { Trace } from '../trace/trace.ts';
import type { SliderMark } from './Slider.tsx';

/** More ticks than this are a bar. */
const TICKS_MAX = 160;
/** More suspensions than this say nothing any more. */
const WAITS_MAX = 60;

export function sliderMarks({ history, length }: Trace, halts: readonly number[]): readonly SliderMark[] {
  if (length === 0) return [];
  const thinned = (points: readonly number[], state: SliderMark['state']) => {
    const every = Math.ceil(points.length / TICKS_MAX);
    const seen = new Set<number>();
    return points.flatMap((position, index): readonly SliderMark[] => {
      if (index % every !== 0 || seen.has(position)) return [];
      seen.add(position);
      return [{ at: position / length, state }];
    });
  };
  return [
    ...(pointsOf(history, 'suspension').length <= WAITS_MAX ? thinned(pointsOf(history, 'suspension'), 'waiting') : []),
    ...thinned(pointsOf(history, 'exception'), 'failed'),
    ...thinned(pointsOf(history, 'cancel'), 'cancelling'),
    ...thinned(pointsOf(history, 'intervention'), 'intervention'),
    ...thinned(
      hazardsOf(history).map(({ position }) => position),
      'blocked',
    ),
    ...thinned(halts, 'breakpoint'),
  ];
}
