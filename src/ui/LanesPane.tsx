/** The lanes: who ran, was ready, waited or unwound, over steps or virtual time. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { selectIsHiding } from '../store/selectors.ts';
import { timeAt } from '../trace/history.ts';
import type { Trace } from '../trace/trace.ts';
import { extentOf, seenAtOne, zoomMost, zoomToFit } from '../viz/extent.ts';
import { leftOf, nowX, RIGHT, ROW, shownLanes } from '../viz/lane-frame.ts';
import { useLaneGestures } from './gestures/lane-gestures.ts';
import type { LanesPictureProps } from './LanesPicture.tsx';
import type { LaneToolsProps } from './LaneTools.tsx';
import type { MinimapProps } from './Minimap.tsx';
import { MISSING, partOf, usePart } from './part.ts';
import { Splitter } from './Splitter.tsx';
import { useActions, useApp, useServices, useSettings } from './services.ts';
import { useSize } from './size.ts';
import './lanes.css';

export const LANES_PICTURE = partOf<LanesPictureProps>(async () => (await import('./LanesPicture.tsx')).LanesPicture);

const TOOLS = partOf<LaneToolsProps>(async () => (await import('./LaneTools.tsx')).LaneTools);
const MAP = partOf<MinimapProps>(async () => (await import('./Minimap.tsx')).Minimap);
/** So many are seen at a glance. */
const FEW = 12;

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
  const { laneWishes, lanesView } = useServices();
  const actions = useActions();
  const [{ axis }, change] = useSettings();
  const scroller = useRef<HTMLDivElement>(null);
  const { height, width } = useSize(scroller);
  const [top, setTop] = useState(0);
  const { history } = trace;
  const lanes = shownLanes(history);
  const isHiding = useApp(selectIsHiding);
  // What is hidden has its place, but not its length.
  const total = (axis === 'steps' ? trace.length : trace.timeUs) * (isHiding ? 1.5 : 1);
  const now = axis === 'steps' ? shown : glidingTime(trace, shown);
  const plot = Math.max(40, width - leftOf(width) - RIGHT);
  const view = lanesView.use();
  const extent = extentOf({ axis, centre: view.centre, now, total, width: plot, zoom: view.zoom });
  const zoomed = { axis, total, width: plot } as const;
  useEffect(() => lanesView.drawn(extent, { seen: seenAtOne(zoomed), min: zoomToFit(zoomed), max: zoomMost(zoomed) }));
  const phase = useApp((state) => state.run.phase);
  const emptyText =
    phase === 'rejected' ? 'Nothing ran: the program could not be read.' : 'No run yet. Each task gets a lane here.';
  useLaneGestures(scroller, { left: leftOf(width), width: plot, extent, total, view: lanesView });
  const select = useCallback((id: number) => actions.select({ kind: 'task', id }), [actions]);
  const picture = usePart(trace.length === 0 ? null : LANES_PICTURE);
  const isSearched = useStore(laneWishes, ({ searchWishes }) => searchWishes > 0);
  const tools = usePart(lanes.length > FEW || (isSearched && lanes.length > 0) ? TOOLS : null);
  const isWhole = extent.to - extent.from >= total - 0.5;
  // Of what is seen whole, there is no part to be found.
  const map = usePart(lanes.length > 0 && width > 0 && !isHiding && (zoomToFit(zoomed) < 1 || !isWhole) ? MAP : null);
  return (
    <section className="lanes" aria-labelledby="lanes-title" data-timeline="" data-hiding={isHiding}>
      <header className="pane-head">
        <h2 id="lanes-title">Lanes</h2>
        {isWhole || isHiding || lanes.length === 0 ? null : (
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
      {tools.phase === 'loaded' ? <tools.Component {...{ trace, position, selected }} /> : null}
      {map.phase === 'loaded' ? <map.Component {...{ trace, position, selected, axis, extent, total, now }} /> : null}
      <section
        className="lanes-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
        tabIndex={0}
        aria-label="Picture of the lanes"
        ref={scroller}
        data-scroll2d=""
        translate="no"
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
