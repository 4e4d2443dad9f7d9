/** Who is connected with whom, and what is under way between them: drawn, and in words for those who do not see the drawing. */
import { useRef } from 'react';
import { messageText } from '../trace/narrate-network.ts';
import type { World } from '../trace/world.ts';
import { noteOf, type WireRow, type WireToken, wires } from '../viz/wires.ts';
import { useSize } from './size.ts';
import './wires.css';

export interface WiresTabProps {
  readonly world: World;
}

export function WiresTab({ world }: WiresTabProps) {
  const ref = useRef<HTMLDivElement>(null);
  const { width } = useSize(ref);
  const drawing = wires(world, width);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must be able to scroll it.
    <section className="wires" ref={ref} aria-label="Connections" tabIndex={0}>
      {world.connections.length > 0 ? null : <p className="empty">No connection has been asked for so far.</p>}
      <svg width={drawing.width} height={drawing.height} aria-hidden="true">
        {drawing.rows.map((row) => (
          <Row key={row.key} row={row} box={drawing.box} />
        ))}
      </svg>
      <ul className="unseen">
        {world.connections.map((connection) => (
          <li key={connection.id}>
            {connection.to || connection.kind}: {connection.state}, {noteOf(world, connection)}
            {connection.messages.map((message) => `; ${messageText(message)}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ box, row }: { readonly row: WireRow; readonly box: number }) {
  const { end, from, note, start, state, to, tokens, y } = row;
  const middle = (start + end) / 2;
  return (
    <g className={`wire wire-${state.replace(' ', '-')}`}>
      <rect className="wire-box" x={start - box} y={y} width={box} height={44} rx={4} />
      <text x={start - box + 8} y={y + 18}>
        {from}
      </text>
      <rect className="wire-box" x={end} y={y} width={box} height={44} rx={4} />
      <text x={end + 8} y={y + 18}>
        {to}
      </text>
      <text className="wire-note" x={end + 8} y={y + 35}>
        {state}
      </text>
      <line x1={start} x2={end} y1={y + 12} y2={y + 12} />
      <line x1={start} x2={end} y1={y + 34} y2={y + 34} />
      {tokens.length > 0 ? null : (
        <text className="wire-note" x={middle} y={y + 27} textAnchor="middle">
          {note}
        </text>
      )}
      {tokens.map((token) => (
        <Token key={token.key} token={token} />
      ))}
    </g>
  );
}

function Token({ token: { height, hint, isForward, isThere, label, width, x, y } }: { readonly token: WireToken }) {
  return (
    <g className={`token ${isForward ? 'token-out' : 'token-in'}${isThere ? ' token-there' : ''}`}>
      <title>{hint}</title>
      <rect x={x} y={y} width={width} height={height} rx={3} />
      <text x={x + width / 2} y={y + 14} textAnchor="middle">
        {label.length > 15 ? `${label.slice(0, 14)}…` : label}
      </text>
    </g>
  );
}
