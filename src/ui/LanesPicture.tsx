/** The lanes drawn: loaded beside the engine, wanted when there is something to draw. */
import { type RefObject, useLayoutEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Trace } from '../trace/trace.ts';
import type { Extent } from '../viz/extent.ts';
import { AXIS, middleOf, pinnedHeight, scrolledTo } from '../viz/lane-frame.ts';
import type { Line } from '../viz/lane-lines.ts';
import type { GroupRow, LaneRow } from '../viz/lane-marks.ts';
import { lanesDrawing } from '../viz/lanes.ts';
import { GroupHeads, PinButton } from './LaneGroups.tsx';
import type { LaneHoldsProps } from './LaneHolds.tsx';
import { LanesDrawingView } from './LanesDrawingView.tsx';
import { toggleGroup, togglePin } from './lane-commands.ts';
import { lineOfTask, useLaneScene } from './lane-scene.ts';
import { partOf, usePart } from './part.ts';
import { useServices } from './services.ts';

const HOLDS = partOf<LaneHoldsProps>(async () => (await import('./LaneHolds.tsx')).LaneHolds);

export interface LanesPictureProps {
  readonly trace: Trace;
  readonly extent: Extent;
  readonly axis: 'steps' | 'time';
  readonly width: number;
  /** The part of the height that is scrolled into view. */
  readonly view: { readonly top: number; readonly height: number };
  readonly scroller: RefObject<HTMLElement | null>;
  /** Where the playhead stands; null when that is out of the window. */
  readonly now: number | null;
  readonly position: number;
  readonly selected: number;
  /** Whose lane this step is about; 0 nobody's. */
  readonly about: number;
  readonly onSelect: (task: number) => void;
}

export function LanesPicture({ axis, extent, scroller, trace, view, width, ...shown }: LanesPictureProps) {
  const { about, position, selected } = shown;
  const { from, to } = extent;
  const { height, top } = view;
  const { history } = trace;
  const services = useServices();
  const { laneWishes } = services;
  const scene = useLaneScene(trace, position, selected);
  const { census, lines, pinned } = scene;
  const common = useMemo(
    () => ({ history, census, extent: { from, to }, axis, width }),
    [history, census, from, to, axis, width],
  );
  const drawing = useMemo(
    () => lanesDrawing({ ...common, lines, view: { top, height } }),
    [common, lines, top, height],
  );
  const above = useMemo(
    () => (pinned.length === 0 ? null : lanesDrawing({ ...common, lines: pinned, view: { top: 0, height: 1e6 } })),
    [common, pinned],
  );
  const aboutLine = lineOfTask(scene, history, about);
  useScrolling(scroller, { line: aboutLine, position, height, hidden: AXIS + pinnedHeight(pinned.length) });
  useScrolling(scroller, {
    line: selected === 0 ? -1 : lineOfTask(scene, history, selected),
    position: selected,
    ...{ height, hidden: AXIS + pinnedHeight(pinned.length) },
  });
  const heads = useMemo(() => headsOf(lines) ?? drawing.groups, [lines, drawing]);
  const holds = usePart(history.index.brokers > 0 ? HOLDS : null);
  const group = lines[aboutLine];
  const pins = useStore(laneWishes, (wishes) => wishes.pins);
  const pinButton = (row: LaneRow) => (
    <PinButton
      key={row.task}
      {...{ row, left: drawing.left, isPinned: pins.includes(row.task) }}
      onPin={(task) => togglePin(services, task)}
    />
  );
  return (
    <LanesDrawingView overPinned={above?.rows.map(pinButton)} drawing={drawing} pinned={above} view={view} {...shown}>
      <GroupHeads
        {...{ census, position }}
        groups={heads}
        left={drawing.left}
        about={group?.kind === 'group' ? group.key : ''}
        onToggle={(key) => toggleGroup(services, scroller.current, key)}
      />
      {drawing.rows.filter(({ task }) => task === selected && !pins.includes(task)).map(pinButton)}
      {holds.phase === 'loaded' ? (
        <holds.Component {...{ axis, drawing, extent, trace, width }} position={shown.position} />
      ) : null}
    </LanesDrawingView>
  );
}

/** All of them, so that the Tab key finds those that are scrolled away, too; null: there are too many for that. */
function headsOf(lines: readonly Line[]): readonly GroupRow[] | null {
  const heads = lines.flatMap((line, index) => (line.kind === 'group' ? [{ ...line, y: middleOf(index) }] : []));
  return heads.length <= HEADS_MAX ? heads : null;
}

const HEADS_MAX = 60;

interface Scrolling {
  /** -1: none. */
  readonly line: number;
  /** When it changes, the line is wanted in view. */
  readonly position: number;
  readonly height: number;
  /** Of the height, by what stays above the lanes. */
  readonly hidden: number;
}

/** The lane that this step is about stays in view; between its steps the reader may scroll. */
function useScrolling(scroller: RefObject<HTMLElement | null>, { height, hidden, line, position }: Scrolling): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step asks for it, even one about the same lane.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const to = scrolledTo(line, element.scrollTop, element.clientHeight - hidden);
    if (to !== element.scrollTop) element.scrollTop = to;
  }, [scroller, line, position, height, hidden]);
}
