/**
 * The whole run as one band, and a window on it that the lanes show: drag it or its edges, press where it is wanted, turn the wheel;
 * or use its keys, or the buttons beside it.
 */
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef } from 'react';
import type { Trace } from '../trace/trace.ts';
import type { Extent } from '../viz/extent.ts';
import { bandMark } from '../viz/lane-bands.ts';
import { ALL } from '../viz/lane-lines.ts';
import { secondsText } from '../viz/marks.ts';
import { brushAt, type Grip, gripAt, movedBrush } from '../viz/minimap.ts';
import { perform } from './commands.ts';
import { Icon, type IconName } from './Icon.tsx';
import type { Action } from './keys.ts';
import { Bands } from './LaneGroups.tsx';
import { useLaneScene } from './lane-scene.ts';
import { useServices } from './services.ts';
import { useSize } from './size.ts';
import './minimap.css';

const HEIGHT = 24;

export interface MinimapProps {
  readonly trace: Trace;
  readonly position: number;
  readonly selected: number;
  readonly axis: 'steps' | 'time';
  readonly extent: Extent;
  readonly total: number;
  /** Where the playhead is. */
  readonly now: number;
}

export function Minimap({ axis, extent, now, position, selected, total, trace }: MinimapProps) {
  const { lanesView } = useServices();
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const { census, lanes } = useLaneScene(trace, position, selected);
  const { history } = trace;
  const size = lanes.length;
  const band = useMemo(() => {
    const whole = { history, census, extent: { from: 0, to: Math.max(1, total) }, axis, left: 0, right: width };
    return bandMark({ key: ALL, size, state: null, y: 0, height: HEIGHT }, whole);
  }, [history, census, axis, total, width, size]);
  const drag = useRef<{ readonly grip: Grip; readonly at: number; readonly extent: Extent } | null>(null);
  const ground = { total, width };
  const latest = useRef({ ...ground, extent, lanesView });
  latest.current = { ...ground, extent, lanesView };
  useEffect(() => listenToWheel(box.current, latest), []);
  const brush = brushAt(extent, ground);
  const unitsAt = (event: PointerEvent): number => {
    const left = box.current?.getBoundingClientRect().left ?? 0;
    return ((event.clientX - left) / Math.max(1, width)) * total;
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    const at = unitsAt(event);
    const grip = gripAt(at, extent, ground);
    event.currentTarget.setPointerCapture(event.pointerId);
    // Pressed beside the window, it comes here, and goes on with the pointer.
    const span = extent.to - extent.from;
    const start = grip === 'none' ? { from: at - span / 2, to: at + span / 2 } : extent;
    drag.current = { grip: grip === 'none' ? 'window' : grip, at, extent: start };
    if (grip === 'none') lanesView.show(movedBrush(start, { grip: 'window', by: 0, total }));
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current === null) return;
    const { at, extent: start, grip } = drag.current;
    lanesView.show(movedBrush(start, { grip, by: unitsAt(event) - at, total }));
  };
  const release = () => {
    drag.current = null;
  };
  const { from, to } = extent;
  const words =
    axis === 'steps'
      ? `steps ${Math.floor(from) + 1} to ${Math.ceil(to)} of ${total}`
      : `${secondsText(from)} to ${secondsText(to)} of ${secondsText(total)}`;
  return (
    <div className="minimap">
      <div
        ref={box}
        className="minimap-ground"
        role="slider"
        tabIndex={0}
        aria-label="Part of the run that the lanes show"
        aria-valuemin={0}
        aria-valuemax={Math.round(total)}
        aria-valuenow={Math.round((from + to) / 2)}
        aria-valuetext={words}
        title={`${words}: drag, or arrow keys; + and - zoom`}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={release}
        onPointerCancel={release}
        onKeyDown={(event) => onKey(event, lanesView)}
      >
        <svg width={width} height={HEIGHT} aria-hidden="true">
          <Bands bands={[band]} />
          <path className="minimap-now" d={`M${(now / Math.max(1, total)) * width} 0v${HEIGHT}`} />
        </svg>
        <div className="minimap-window" style={{ left: brush.x, width: brush.width }} />
      </div>
      <div className="minimap-buttons">
        <MapButton action="panLeft" icon="back" label="Earlier part (A)" />
        <MapButton action="panRight" icon="forward" label="Later part (D)" />
        <MapButton action="zoomOut" icon="minus" label="Zoom out (S)" />
        <MapButton action="zoomIn" icon="plus" label="Zoom in (W)" />
      </div>
    </div>
  );
}

interface MapButtonProps {
  readonly action: Action;
  readonly icon: IconName;
  readonly label: string;
}

function MapButton({ action, icon, label }: MapButtonProps) {
  const services = useServices();
  return (
    <button
      type="button"
      className="plain icon-button"
      aria-label={label.replace(/ \(.*$/, '')}
      title={label}
      onClick={() => perform(services, action)}
    >
      <Icon name={icon} size={12} />
    </button>
  );
}

type View = ReturnType<typeof useServices>['lanesView'];

/** The keys of the window; the letters work here as everywhere on the timeline. */
function onKey(event: KeyboardEvent, view: View): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = KEYS[event.key];
  if (act === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  act(view);
}

const KEYS: Readonly<Record<string, (view: View) => void>> = {
  ArrowLeft: (view) => view.moveBy(-0.25),
  ArrowRight: (view) => view.moveBy(0.25),
  ArrowDown: (view) => view.zoomBy(1 / 1.5),
  ArrowUp: (view) => view.zoomBy(1.5),
  PageUp: (view) => view.moveBy(1),
  PageDown: (view) => view.moveBy(-1),
  Home: (view) => view.moveTo(0),
  End: (view) => view.moveTo(Number.MAX_SAFE_INTEGER),
  '+': (view) => view.zoomBy(1.5),
  '-': (view) => view.zoomBy(1 / 1.5),
};

interface Latest {
  readonly current: {
    readonly extent: Extent;
    readonly lanesView: View;
    readonly total: number;
    readonly width: number;
  };
}

/** Here nothing scrolls: the wheel alone zooms. React's own listener could not keep the page from scrolling. */
function listenToWheel(element: HTMLElement | null, latest: Latest): (() => void) | undefined {
  if (element === null) return undefined;
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    const { extent, lanesView, total, width } = latest.current;
    const at = ((event.clientX - element.getBoundingClientRect().left) / Math.max(1, width)) * total;
    const share = (at - extent.from) / Math.max(1e-9, extent.to - extent.from);
    lanesView.zoomAt(2 ** (-event.deltaY / 240), extent, share >= 0 && share <= 1 ? share : 0.5);
  };
  element.addEventListener('wheel', onWheel, { passive: false });
  return () => element.removeEventListener('wheel', onWheel);
}
