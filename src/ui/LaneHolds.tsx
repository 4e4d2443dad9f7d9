/** Over the lanes: which messages each has in hand, and the consumer that works there now. Loaded where there is a channel layer. */
import { useMemo } from 'react';
import { livesOf } from '../trace/lives.ts';
import type { Trace } from '../trace/trace.ts';
import { consumersAt, holdMarks } from '../viz/lane-holds.ts';
import type { LanesDrawing } from '../viz/lane-marks.ts';
import { type LanesInput, placingOf } from '../viz/lanes.ts';
import { firstFitting } from '../viz/marks.ts';
import './lane-holds.css';

export interface LaneHoldsProps extends Pick<LanesInput, 'axis' | 'extent' | 'width'> {
  readonly trace: Trace;
  readonly drawing: Pick<LanesDrawing, 'rows' | 'left' | 'height'>;
  readonly position: number;
}

/** Width of a character of a consumer's name. */
const NAME = 5.8;

export function LaneHolds({ axis, drawing, extent, position, trace, width }: LaneHoldsProps) {
  const { height, left, rows } = drawing;
  const { from, to } = extent;
  const marks = useMemo(() => {
    const placing = placingOf({ axis, extent: { from, to }, width }, left);
    const { length, timeUs } = trace;
    return holdMarks({ lives: livesOf(trace), rows, placing, length, timeUs });
  }, [axis, from, to, width, left, rows, trace]);
  const consumers = consumersAt(livesOf(trace), position);
  return (
    <svg className="lane-holds" width={width} height={height} aria-hidden="true">
      {marks.map(({ hue, key, position: since, title, width: long, x, y }) => (
        <g key={key} className="lane-hold" data-hue={hue} data-future={since > position}>
          <title>{title}</title>
          <rect x={x} y={y - 2} width={long} height={4} rx={1} />
        </g>
      ))}
      {rows.map(({ task, y }) => {
        const name = consumers.get(task);
        return name === undefined ? null : (
          <text key={task} className="lane-consumer" x={left - 14} y={y + 17} textAnchor="end">
            {firstFitting([name, name.replace(/^.*[.](?=\w)/, '')], left - 40, NAME)}
          </text>
        );
      })}
    </svg>
  );
}
