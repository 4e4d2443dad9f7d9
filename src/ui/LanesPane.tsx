/** The lanes: who ran, was ready, waited or unwound, over steps or virtual time. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { timeAt } from '../trace/history.ts';
import type { Trace } from '../trace/trace.ts';
import { extentOf, zoomToFit } from '../viz/extent.ts';
import { leftOf, nowX, RIGHT, ROW, shownLanes } from '../viz/lane-frame.ts';
import { useLaneGestures } from './gestures/lane-gestures.ts';
import type { LanesPictureProps } from './LanesPicture.tsx';
import { MISSING, partOf, usePart } from './part.ts';
import { Splitter } from './Splitter.tsx';
import { useActions, useApp, useServices, useSettings } from './services.ts';
import { useSize } from './size.ts';
import './lanes.css';

export const LANES_PICTURE = partOf<LanesPictureProps>(async () => (await import('./LanesPicture.tsx')).LanesPicture);

interface LanesPaneProps {
  readonly trace: Trace;
  /** Between two positions while it glides. */
  readonly shown: number;
  readonly position: number;
  readonly selected: number;
  /** Whose lane this step is about; 0 nobody's. */
  readonly about: number;
}

export function LanesPane({ about, position, selected, shown, trace }: LanesPaneProps) {
  const { lanesView } = useServices();
  const actions = useActions();
  const [{ axis }, change] = useSettings();
  const scroller = useRef<HTMLDivElement>(null);
  const { height, width } = useSize(scroller);
  const [top, setTop] = useState(0);
  const { history } = trace;
  const lanes = shownLanes(history);
  const total = axis === 'steps' ? trace.length : trace.timeUs;
  const now = axis === 'steps' ? shown : glidingTime(trace, shown);
  const plot = Math.max(40, width - leftOf(width) - RIGHT);
  const view = lanesView.use();
  const extent = extentOf({ axis, centre: view.centre, now, total, width: plot, zoom: view.zoom });
  useEffect(() => lanesView.drawn(extent, zoomToFit({ axis, total, width: plot })));
  const phase = useApp((state) => state.run.phase);
  const emptyText =
    phase === 'rejected' ? 'Nothing ran: the program could not be read.' : 'No run yet. Each task gets a lane here.';
  useLaneGestures(scroller, { left: leftOf(width), width: plot, extent, total, view: lanesView });
  const select = useCallback((id: number) => actions.select({ kind: 'task', id }), [actions]);
  const picture = usePart(trace.length === 0 ? null : LANES_PICTURE);
  const isWhole = extent.to - extent.from >= total - 0.5;
  return (
    <section className="lanes" aria-labelledby="lanes-title" data-timeline="">
      <header className="pane-head">
        <h2 id="lanes-title">Lanes</h2>
        {isWhole || lanes.length === 0 ? null : (
          <button type="button" className="link pane-note" aria-label="Show the whole run" onClick={lanesView.fit}>
            whole run
          </button>
        )}
        <fieldset className="axis-switch">
          <legend className="unseen">What the lanes are drawn over</legend>
          {(['steps', 'time'] as const).map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="axis"
                className="unseen"
                checked={axis === one}
                onChange={() => change({ axis: one })}
              />
              {one === 'steps' ? 'steps' : 'virtual time'}
            </label>
          ))}
        </fieldset>
      </header>
      <section
        className="lanes-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
        tabIndex={0}
        aria-label="Picture of the lanes"
        ref={scroller}
        data-scroll2d=""
        onScroll={(event) => setTop(Math.floor(event.currentTarget.scrollTop / ROW) * ROW)}
      >
        {trace.length === 0 ? (
          <p className="empty">{emptyText}</p>
        ) : lanes.length === 0 ? (
          <p className="empty">No task so far: only the main module runs, without a loop.</p>
        ) : picture.phase === 'missing' ? (
          <p className="empty">{MISSING}</p>
        ) : picture.phase === 'loading' || width === 0 ? null : (
          <picture.Component
            trace={trace}
            extent={extent}
            axis={axis}
            width={width}
            view={{ top, height }}
            scroller={scroller}
            now={nowX({ axis, extent, width }, now)}
            position={position}
            selected={selected}
            about={about}
            onSelect={select}
          />
        )}
      </section>
      <p className="unseen">The lanes are a picture of what the Steps and Tasks tabs below say in words.</p>
      <Splitter pane="lanes" label="Size of the lanes" />
    </section>
  );
}

/** Virtual time between two positions, so that the line glides and does not jump. */
function glidingTime({ history }: Trace, shown: number): number {
  const before = timeAt(history, Math.floor(shown));
  const after = timeAt(history, Math.ceil(shown));
  return before + (after - before) * (shown - Math.floor(shown));
}
