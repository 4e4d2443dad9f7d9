/** The lanes as SVG. What is past and what is yet to come is told apart here, by the playhead; the rest never changes. */
import { memo, type PointerEvent, type ReactNode, useState } from 'react';
import { ROW } from '../viz/lane-frame.ts';
import { hitAt, type LaneHit } from '../viz/lane-hits.ts';
import { nameIn } from '../viz/lane-labels.ts';
import type { ArrowMark, GlyphMark, LabelMark, LaneRow, LanesDrawing, SpanMark, TickMark } from '../viz/lane-marks.ts';
import { badgeHalf } from '../viz/marks.ts';
import { GlyphAt } from './Glyph.tsx';
import { Bands } from './LaneGroups.tsx';
import { LanesCanvas, MARKS_MAX } from './LanesCanvas.tsx';
import './badge.css';
import './drawing.css';

interface LanesDrawingViewProps extends Shown {
  readonly drawing: LanesDrawing;
  /** Of lanes that stay above them; null: none is pinned. */
  readonly pinned: LanesDrawing | null;
  /** The part of the height that is scrolled into view. */
  readonly view: { readonly top: number; readonly height: number };
  /** What lies over the lanes, and over those that are pinned. */
  readonly children: ReactNode;
  readonly overPinned?: ReactNode;
}

interface Shown {
  /** Null when the playhead is out of the window. */
  readonly now: number | null;
  readonly position: number;
  readonly selected: number;
  /** Whose lane this step is about; 0 nobody's. */
  readonly about: number;
  readonly onSelect: (task: number) => void;
}

export function LanesDrawingView({ children, drawing, overPinned, pinned, view, ...shown }: LanesDrawingViewProps) {
  const { height, ticks, width } = drawing;
  return (
    <div className="lanes-plot">
      <div className="lanes-top">
        <Axis ticks={ticks} width={width} now={shown.now} />
        {pinned === null ? null : (
          <div className="lanes-pinned">
            <Plot drawing={pinned} top={0} seen={pinned.height} {...shown} />
            {overPinned}
          </div>
        )}
      </div>
      <div className="lanes-rest">
        <Patterns />
        <Plot drawing={drawing} top={view.top} seen={Math.min(height - view.top, view.height + ROW)} {...shown} />
        {children}
      </div>
    </div>
  );
}

interface PlotProps extends Shown {
  readonly drawing: LanesDrawing;
  readonly top: number;
  /** From there on so much of the height is seen. */
  readonly seen: number;
}

function Plot({ about, drawing, now, onSelect, position, seen, selected, top }: PlotProps) {
  const { arrows, bands, glyphs, height, labels, left, rows, spans, ticks, width } = drawing;
  const isMany = spans.length + arrows.length > MARKS_MAX;
  return (
    <>
      {isMany ? <LanesCanvas {...{ spans, arrows, position, width, top }} height={Math.max(1, seen)} /> : null}
      <svg className="lanes-svg" width={width} height={height} aria-hidden="true">
        <Selected rows={rows} selected={selected} width={isMany ? left : width} />
        <TickLines ticks={ticks} height={height} />
        <Bands bands={bands} />
        {isMany ? <Hits drawing={drawing} onSelect={onSelect} /> : null}
        {isMany ? null : <Spans spans={spans} />}
        {now === null ? null : (
          <rect className="lane-future" x={now} y={0} width={Math.max(0, width - now)} height={height} />
        )}
        {isMany ? null : <Arrows arrows={arrows} position={position} />}
        {now === null ? null : <path className="lane-now" d={`M${now} 0V${height}`} />}
        <Labels labels={labels} position={position} />
        <Glyphs glyphs={glyphs} position={position} />
        <Names rows={rows} left={left} position={position} about={about} onSelect={onSelect} />
      </svg>
    </>
  );
}

/** What is on the canvas answers to the pointer as elements would. */
function Hits({ drawing, onSelect }: { readonly drawing: LanesDrawing; readonly onSelect: (task: number) => void }) {
  const { height, left, width } = drawing;
  const [hit, setHit] = useState<LaneHit | null>(null);
  const find = (event: PointerEvent<SVGGElement>) => {
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    const found = box === undefined ? null : hitAt(drawing, event.clientX - box.left, event.clientY - box.top);
    setHit((old) => (old?.title === found?.title ? old : found));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the mouse; the Tasks tab has buttons.
    <g className="lane-hit" onPointerMove={find} onClick={() => (hit === null ? undefined : onSelect(hit.task))}>
      <title>{hit?.title ?? ''}</title>
      <rect x={left} y={0} width={Math.max(0, width - left)} height={height} />
    </g>
  );
}

const Axis = memo(function Axis(props: {
  readonly ticks: readonly TickMark[];
  readonly width: number;
  readonly now: number | null;
}) {
  const { now, ticks, width } = props;
  return (
    <svg className="lanes-axis" width={width} height={22} aria-hidden="true">
      {ticks.map(({ key, label }) => (
        <text key={key} x={label.x} y={13} textAnchor={label.anchor}>
          {label.text}
        </text>
      ))}
      {now === null ? null : <path className="lane-now-head" d={`M${now - 5} 13h10l-5 8z`} />}
    </svg>
  );
});

const TickLines = memo(function TickLines({
  height,
  ticks,
}: {
  readonly ticks: readonly TickMark[];
  readonly height: number;
}) {
  return ticks.map(({ key, x }) => <path key={key} className="lane-tick" d={`M${x} 0V${height}`} />);
});

const Spans = memo(function Spans({ spans }: { readonly spans: readonly SpanMark[] }) {
  return spans.map(({ height, key, look, width, x, y }) => (
    <rect key={key} className="lane-span" data-look={look} x={x} y={y} width={width} height={height} />
  ));
});

const Labels = memo(function Labels(props: { readonly labels: readonly LabelMark[]; readonly position: number }) {
  return props.labels.map(({ key, look, position, text, x, y }) => (
    <text
      key={key}
      className="lane-label"
      data-look={look}
      data-future={position > props.position}
      x={x}
      y={y}
      textAnchor={look === 'refused' ? 'end' : 'start'}
    >
      {text}
    </text>
  ));
});

const Arrows = memo(function Arrows(props: { readonly arrows: readonly ArrowMark[]; readonly position: number }) {
  return props.arrows.map(({ fromY, key, position, toY, x }) => {
    const direction = toY > fromY ? 1 : -1;
    const end = toY - direction * 8;
    return (
      <g key={key} className="lane-arrow" data-future={position > props.position}>
        <path d={`M${x} ${fromY + direction * 9}V${end - direction * 4}`} />
        <path className="lane-arrow-head" d={`M${x - 3.5} ${end - direction * 6}h7l-3.5 ${direction * 6}z`} />
      </g>
    );
  });
});

const Glyphs = memo(function Glyphs(props: { readonly glyphs: readonly GlyphMark[]; readonly position: number }) {
  return props.glyphs.map(({ glyph, isCap, key, position, state, title, x, y }) => (
    <g key={key} className="lane-glyph" data-state={state} data-cap={isCap} data-future={position > props.position}>
      <title>{title}</title>
      {isCap ? <Cap state={state} x={x} y={y} /> : null}
      {glyph === 'notch' ? (
        <path d={`M${x - 4.5} ${y - 2}h9l-4.5 7z`} fill="currentColor" />
      ) : (
        <GlyphAt name={glyph} x={x} y={y} size={isCap ? (isFilled(state) ? 11 : 16) : 15} />
      )}
    </g>
  ));
});

/** The shape of an end, before its glyph is read: round, square, or the glyph alone. */
function Cap({ state, x, y }: Pick<GlyphMark, 'state' | 'x' | 'y'>) {
  return state === 'failed' ? (
    <rect className="lane-cap" x={x - 7} y={y - 7} width={14} height={14} rx={1.5} />
  ) : (
    <circle className="lane-cap" cx={x} cy={y} r={7.5} />
  );
}

function isFilled(state: GlyphMark['state']): boolean {
  return state === 'done' || state === 'failed';
}

interface NamesProps {
  readonly rows: readonly LaneRow[];
  readonly left: number;
  readonly position: number;
  readonly about: number;
  readonly onSelect: (task: number) => void;
}

const Names = memo(function Names({ about, left, onSelect, position, rows }: NamesProps) {
  return rows.map(({ createdAt, depth, hue, label, letter, task, y }) => {
    const x = (left < 120 ? 16 : 30) + Math.min(depth, 5) * (left < 120 ? 6 : 12);
    const half = badgeHalf(letter);
    const text = nameIn(left - x - half - 14, label);
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the mouse; the Tasks tab has buttons.
      <g key={task} className="lane-name" data-future={createdAt > position} onClick={() => onSelect(task)}>
        <title>{label}</title>
        {task === about ? <rect className="lane-about" x={0} y={y - 15} width={left - 10} height={30} /> : null}
        <g className="mark-badge" data-hue={hue} transform={`translate(${x} ${y})`}>
          <rect x={-half} y={-10} width={2 * half} height={20} rx={10} />
          <text y={4} textAnchor="middle">
            {letter}
          </text>
        </g>
        <text className="lane-name-text" x={x + half + 6} y={y + 4}>
          {text}
        </text>
      </g>
    );
  });
});

function Selected({
  rows,
  selected,
  width,
}: {
  readonly rows: readonly LaneRow[];
  readonly selected: number;
  readonly width: number;
}) {
  const row = rows.find(({ task }) => task === selected);
  return row === undefined ? null : (
    <rect className="lane-selected" x={0} y={row.y - 18} width={width} height={36} rx={4} />
  );
}

/** Drawn once; referred to by the style sheet. */
const Patterns = memo(function Patterns() {
  return (
    <svg className="lane-patterns" width={0} height={0} aria-hidden="true">
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V5" className="pattern-ready" />
        </pattern>
        <pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <path d="M1.5 0V6" className="pattern-cancelling" />
        </pattern>
        <pattern id="hidden" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M1 0V9" className="pattern-hidden" />
        </pattern>
      </defs>
    </svg>
  );
});
