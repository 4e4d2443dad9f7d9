/** A box of Wires: a process or another computer, what it is doing, and the ends that are attached to it. */
import { badgeHalf } from '../viz/marks.ts';
import { STATES } from '../viz/states.ts';
import type { PlacedBox, PlacedEnd, PlacedLine } from '../viz/wire-columns.ts';
import { GlyphAt } from './Glyph.tsx';

interface BoxViewProps {
  readonly box: PlacedBox;
  readonly changed: ReadonlySet<string>;
  readonly isChosen: boolean;
}

export function BoxView({ box, changed, isChosen }: BoxViewProps) {
  const { ends, glyph, head, height, hint, isOver, key, lines, title, width, x, y } = box;
  return (
    <g className="wire-process" data-over={isOver} data-selected={isChosen} data-new={changed.has(key)}>
      <title>{hint}</title>
      <rect className="wire-ground" x={x} y={y} width={width} height={height} rx={4} />
      {ends.length === 0 ? null : <path className="wire-rule" d={`M${x} ${y + head - 4}h${width}`} />}
      {glyph === null ? null : (
        <g className="mark-glyph" data-state={glyph}>
          <GlyphAt name={STATES[glyph].glyph} x={x + 17} y={y + 15} size={13} />
        </g>
      )}
      <text className="wire-title" x={x + (glyph === null ? 10 : 28)} y={y + 19}>
        {title}
      </text>
      {lines.map((line) => (
        <Line key={line.y} line={line} x={x + 10} />
      ))}
      {ends.map((end) => (
        <End key={end.key} end={end} x={x + 10} isNew={changed.has(end.key)} />
      ))}
    </g>
  );
}

function Line({ line: { glyph, text, y }, x }: { readonly line: PlacedLine; readonly x: number }) {
  return (
    <>
      {glyph === null ? null : (
        <path className="wire-again" d={`M${x + 11} ${y - 6.5}a5 5 0 1 0 .4 4.5m.6-7.4v3.6h-3.6`} />
      )}
      <text className="wire-note" x={glyph === null ? x : x + 18} y={y}>
        {text}
      </text>
    </>
  );
}

interface EndProps {
  readonly end: PlacedEnd;
  readonly x: number;
  readonly isNew: boolean;
}

/** A ring listens, a dot is a socket, a square is a pipe. */
function End({ end: { badge, isOver, look, text, y }, isNew, x }: EndProps) {
  const half = badge === null ? 0 : badgeHalf(badge.letter);
  return (
    <g className="wire-end" data-over={isOver} data-new={isNew}>
      {look === 'pipe' ? (
        <rect x={x} y={y - 4} width={8} height={8} />
      ) : (
        <circle cx={x + 4} cy={y} r={4} data-look={look} />
      )}
      {badge === null ? null : (
        <g className="mark-badge" data-hue={badge.hue} transform={`translate(${x + 16 + half} ${y})`}>
          <rect x={-half} y={-10} width={2 * half} height={20} rx={10} />
          <text y={4} textAnchor="middle">
            {badge.letter}
          </text>
        </g>
      )}
      <text x={x + 16 + (badge === null ? 0 : 2 * half + 6)} y={y + 4}>
        {text}
      </text>
    </g>
  );
}
