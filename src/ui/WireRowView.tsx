/** One connection: who asked, the two ways between, the other side, and what is under way. */
import type { TroubleMark, WireEnd, WireRow, WireToken } from '../viz/wire-rows.ts';
import { GlyphAt } from './Glyph.tsx';
import './badge.css';

interface WireRowViewProps {
  readonly row: WireRow;
  readonly box: number;
  readonly isChosen: boolean;
}

export function WireRowView({ box, isChosen, row }: WireRowViewProps) {
  const { about, end, from, isOneWay, note, start, state, to, tokens, trouble, y } = row;
  const middle = (start + end) / 2;
  return (
    <g className={`wire wire-${state.replace(' ', '-')}`} data-selected={isChosen}>
      <rect className="wire-box" x={start - box} y={y} width={box} height={44} rx={4} />
      <Asker from={from} x={start - box + 8} y={y + 22} />
      <rect className="wire-box" x={end} y={y} width={box} height={44} rx={4} />
      <text x={end + 8} y={y + 18}>
        {to}
      </text>
      <text className="wire-note" x={end + 8} y={y + 35}>
        {about}
      </text>
      <line x1={start} x2={end} y1={y + 12} y2={y + 12} />
      {isOneWay ? null : <line x1={start} x2={end} y1={y + 34} y2={y + 34} />}
      {tokens.length > 0 || trouble !== null ? null : (
        <text className="wire-note" x={middle} y={y + (isOneWay ? 30 : 27)} textAnchor="middle">
          {note}
        </text>
      )}
      {tokens.map((token) => (
        <Token key={token.key} token={token} />
      ))}
      {trouble === null ? null : <Grief mark={trouble} />}
    </g>
  );
}

function Asker({ from, x, y }: { readonly from: WireEnd; readonly x: number; readonly y: number }) {
  const { badge, hint, name } = from;
  return (
    <g transform={`translate(${x} ${y})`}>
      <title>{hint}</title>
      {badge === null ? null : (
        <g className="mark-badge" data-hue={badge.hue}>
          <rect y={-10} width={2 * badge.half} height={20} rx={10} />
          <text x={badge.half} y={4} textAnchor="middle">
            {badge.letter}
          </text>
        </g>
      )}
      <text x={badge === null ? 0 : 2 * badge.half + 6} y={4}>
        {name}
      </text>
    </g>
  );
}

export function Token({
  token: { height, hint, isForward, isThere, label, width, x, y },
}: {
  readonly token: WireToken;
}) {
  return (
    <g className={`token ${isForward ? 'token-out' : 'token-in'}${isThere ? ' token-there' : ''}`}>
      <title>{hint}</title>
      <rect x={x} y={y} width={width} height={height} rx={3} />
      <text x={x + width / 2} y={y + 14} textAnchor="middle">
        {label}
      </text>
    </g>
  );
}

/** On the ground of the page, so that the wire does not strike it through. */
export function Grief({ mark: { glyph, state, text, width, x, y } }: { readonly mark: TroubleMark }) {
  return (
    <g className="wire-trouble mark-glyph" data-state={state}>
      <rect x={x} y={y - 9} width={width} height={18} />
      <GlyphAt name={glyph} x={x + 9} y={y} size={14} />
      <text x={x + 20} y={y + 4}>
        {text}
      </text>
    </g>
  );
}
