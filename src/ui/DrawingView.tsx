/** Marks as SVG. Nothing is decided here: where and what is in the marks, how it looks in the style sheet. */
import { memo } from 'react';
import {
  type BadgeMark,
  badgeHalf,
  type CardMark,
  type Drawing,
  type FrameMark,
  type Mark,
  type SlotMark,
  type TextMark,
  type ThingMark,
} from '../viz/marks.ts';
import { STATES } from '../viz/states.ts';
import { GlyphAt } from './Glyph.tsx';
import './badge.css';
import './drawing.css';

interface DrawingViewProps {
  readonly drawing: Drawing;
  readonly onTask: (task: number) => void;
  readonly selected: number;
  /** Something that is no badge was pressed: its key. */
  readonly onPick?: (key: string) => void;
  /** The key of what is selected beside tasks; '' nothing. */
  readonly picked?: string;
}

/** Hidden from screen readers: the Steps, Tasks, Inspect and Why tabs hold the same in words. */
export const DrawingView = memo(function DrawingView(props: DrawingViewProps) {
  const { drawing, onPick, onTask, picked = '', selected } = props;
  const { height, marks, width } = drawing;
  // Only at rest: whatever moves is seen as it is.
  const isFocused = marks.some(isChanged) && marks.every(({ opacity }) => opacity === 1);
  return (
    <svg className="drawing" data-focused={isFocused} width={width} height={Math.ceil(height) + 4} aria-hidden="true">
      {marks.map((mark) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the mouse; the Inspect tab has a list.
        <g
          key={mark.key}
          transform={`translate(${mark.x} ${mark.y})`}
          opacity={mark.opacity}
          data-changed={isChanged(mark)}
          data-pick={isPickable(mark) && onPick !== undefined}
          data-picked={mark.key === picked}
          onClick={isPickable(mark) ? () => onPick?.(mark.key) : undefined}
        >
          <Shape mark={mark} onTask={onTask} isSelected={mark.kind === 'badge' && mark.task === selected} />
        </g>
      ))}
    </svg>
  );
});

function isChanged(mark: Mark): boolean {
  return 'isNew' in mark && mark.isNew;
}

function isPickable({ kind }: Mark): boolean {
  return kind === 'card' || kind === 'thing' || kind === 'frame';
}

interface ShapeProps {
  readonly mark: Mark;
  readonly onTask: (task: number) => void;
  readonly isSelected: boolean;
}

function Shape({ isSelected, mark, onTask }: ShapeProps) {
  switch (mark.kind) {
    case 'text':
      return <Words mark={mark} />;
    case 'card':
      return <Card mark={mark} />;
    case 'badge':
      return <Badge mark={mark} onTask={onTask} isSelected={isSelected} />;
    case 'frame':
      return <Frame mark={mark} />;
    case 'thing':
      return <Thing mark={mark} />;
    case 'slot':
      return <Slot mark={mark} />;
    case 'join':
      return <path className="mark-join" d={`M0 0H${mark.width}`} />;
  }
}

function Words({ mark }: { readonly mark: TextMark }) {
  return (
    <text className="mark-text" data-look={mark.look}>
      {mark.text}
    </text>
  );
}

function Card({ mark }: { readonly mark: CardMark }) {
  const { detail, height, hint, inset, isNew, look, title, width } = mark;
  const [x, anchor] = inset === 'centre' ? [width / 2, 'middle' as const] : [inset, 'start' as const];
  return (
    <g className="mark-card" data-look={look} data-new={isNew}>
      <title>{hint}</title>
      <rect x={0.5} y={0.5} width={Math.max(0, width - 1)} height={height - 1} rx={4} />
      <text className="mark-title" x={x} y={19} textAnchor={anchor}>
        {title}
      </text>
      <text className="mark-detail" x={x} y={35} textAnchor={anchor}>
        {detail}
      </text>
    </g>
  );
}

interface BadgeProps {
  readonly mark: BadgeMark;
  readonly onTask: (task: number) => void;
  readonly isSelected: boolean;
}

function Badge({ isSelected, mark, onTask }: BadgeProps) {
  const half = badgeHalf(mark.letter);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the mouse; the Tasks tab has buttons.
    <g
      className="mark-badge"
      data-hue={mark.hue}
      data-new={mark.isNew}
      data-selected={isSelected}
      onClick={() => onTask(mark.task)}
    >
      <title>{mark.name}</title>
      <rect x={-half} y={-10} width={2 * half} height={20} rx={10} />
      <text y={4} textAnchor="middle">
        {mark.letter}
      </text>
    </g>
  );
}

function Frame({ mark }: { readonly mark: FrameMark }) {
  const { height, isUser, text, width } = mark;
  return (
    <g className="mark-frame" data-user={isUser}>
      <rect x={0.5} y={0.5} width={Math.max(0, width - 1)} height={height - 1} rx={3} />
      <text x={width / 2} y={16} textAnchor="middle">
        {text}
      </text>
      <path d={`M${width + 5} ${height / 2 - 4}l5 4-5 4`} />
    </g>
  );
}

function Thing({ mark }: { readonly mark: ThingMark }) {
  const { detail, height, hint, isNew, state, title, width } = mark;
  return (
    <g className="mark-thing" data-new={isNew}>
      <title>{hint}</title>
      <rect x={0.5} y={0.5} width={Math.max(0, width - 1)} height={height - 1} rx={3} />
      <g className="mark-glyph" data-state={state}>
        <GlyphAt name={STATES[state].glyph} x={14} y={14} size={12} />
      </g>
      <text className="mark-title" x={26} y={17}>
        {title}
      </text>
      <text className="mark-detail" x={26} y={32}>
        {detail}
      </text>
    </g>
  );
}

function Slot({ mark }: { readonly mark: SlotMark }) {
  const { height, text, width } = mark;
  return (
    <g className="mark-slot" data-full={text !== ''}>
      <rect x={0.5} y={0.5} width={width - 1} height={height - 1} rx={2} />
      <text x={width / 2} y={14} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}
