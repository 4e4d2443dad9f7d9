/** At most six lanes, those where something happens near this step, scaled to the room that there is. */
import { useMemo, useRef } from 'react';
import { stepsPerSecond } from '../../store/playback.ts';
import { selectEvent, selectTrace, selectWorld } from '../../store/selectors.ts';
import { timeAt } from '../../trace/history.ts';
import { extentOf } from '../../viz/extent.ts';
import { laneOf } from '../../viz/focus.ts';
import { AXIS, nowX, RIGHT, ROW, shownLanes, TOP } from '../../viz/lane-frame.ts';
import { lanesDrawing } from '../../viz/lanes.ts';
import { LANES_MAX, spotlightOf } from '../../viz/spotlight.ts';
import { useGlide } from '../glide.ts';
import { LanesDrawingView } from '../LanesDrawingView.tsx';
import { useActions, useApp, useChrome, useSettings } from '../services.ts';
import { useSize } from '../size.ts';
import '../lanes.css';

/** Below the last lane. */
const FOOT = 10;
/** One lane, enlarged. */
const ENLARGED = 2;
/** Of the run, in the width: closer than on a desk. */
const ZOOM = 1.6;
/** Where the plot begins, and how much of the width there must be, in units of the drawing. */
const LEFT = 136;
const WIDTH_LEAST = 400;
const WIDTH_LEAST_ALONE = 300;
const SCALE_MOST = 2.3;

export function PresentLanes() {
  const trace = useApp(selectTrace);
  const world = useApp(selectWorld);
  const event = useApp(selectEvent);
  const position = useApp((state) => state.position);
  const selected = useApp(({ selection }) => (selection.kind === 'task' ? selection.id : 0));
  const rate = useApp((state) => (state.isPlaying ? stepsPerSecond(state.speed) : 0));
  const isAlone = useChrome((chrome) => chrome.isEnlarged);
  const shown = useGlide(position, trace.length, rate);
  const [{ axis }] = useSettings();
  const { select } = useActions();
  const box = useRef<HTMLDivElement>(null);
  const { height, width } = useSize(box);
  const { history } = trace;
  const about = laneOf(event, world);
  const whom = isAlone && selected !== 0 ? selected : about;
  const all = shownLanes(history);
  const { lanes, quiet } = useMemo(
    () => spotlightOf(all, { history, position, about: whom, isAlone }),
    [all, history, position, whom, isAlone],
  );
  const rows = isAlone ? ENLARGED : LANES_MAX;
  const widthLeast = isAlone ? WIDTH_LEAST_ALONE : WIDTH_LEAST;
  const units = AXIS + TOP + Math.max(isAlone ? 1 : 3, Math.min(rows, all.length)) * ROW + FOOT;
  const scale = Math.min(SCALE_MOST, width / widthLeast, height / units);
  // Before anything is measured, too, there is room for a plot.
  const drawn = Math.max(widthLeast, Math.floor(width / Math.max(0.1, scale)));
  const plot = Math.max(40, drawn - LEFT - RIGHT);
  const total = axis === 'steps' ? trace.length : trace.timeUs;
  const now = axis === 'steps' ? shown : timeAt(history, position);
  const { from, to } = extentOf({ axis, centre: null, now, total, width: plot, zoom: axis === 'steps' ? ZOOM : 1 });
  const drawing = useMemo(
    () =>
      lanesDrawing({
        ...{ history, census: null, axis, width: drawn, left: LEFT, extent: { from, to } },
        lines: lanes.map((lane) => ({ kind: 'lane', key: String(lane.task), lane, depth: lane.depth })),
        view: { top: 0, height: lanes.length * ROW },
      }),
    [history, lanes, axis, drawn, from, to],
  );
  return (
    <div className="present-lanes" ref={box}>
      {width === 0 || trace.length === 0 ? null : (
        <div style={{ height: (AXIS + drawing.height) * scale }}>
          <div className="present-scaled" style={{ width: drawn, transform: `scale(${scale})` }}>
            <LanesDrawingView
              drawing={drawing}
              pinned={null}
              view={{ top: 0, height: drawing.height }}
              now={nowX({ axis, extent: { from, to }, width: drawn, left: LEFT }, now)}
              position={position}
              selected={selected}
              about={about}
              onSelect={(id) => select({ kind: 'task', id })}
            >
              {null}
            </LanesDrawingView>
          </div>
        </div>
      )}
      {quiet === 0 ? null : <p className="present-quiet">+{quiet} quiet</p>}
    </div>
  );
}
