/** Several processes with what is between them: a drawing, and over it a button for each thing that can be selected. */
import type { Selection } from '../store/state.ts';
import type { PlacedBox, PlacedEnd } from '../viz/wire-columns.ts';
import type { ProcessWires } from '../viz/wire-graph.ts';
import type { WireLine } from '../viz/wire-lines.ts';
import { BoxView } from './WireBoxView.tsx';
import { Grief, Token } from './WireRowView.tsx';
import './process-wires.css';

interface ProcessWiresViewProps {
  readonly wires: ProcessWires;
  /** Keys of what the last step has changed. */
  readonly changed: ReadonlySet<string>;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
}

export function ProcessWiresView({ changed, onSelect, selection, wires }: ProcessWiresViewProps) {
  const { boxes, height, hidden, lines, width } = wires;
  const isChosen = (kind: Selection['kind'], id: number): boolean =>
    selection.kind === kind && 'id' in selection && selection.id === id && id !== 0;
  return (
    <>
      <div className="process-wires" style={{ width, height }}>
        <svg className="wires-rows" width={width} height={height} aria-hidden="true">
          {lines.map((line) => (
            <path
              key={line.key}
              className="wire-line"
              data-state={line.state}
              data-cut={line.cut?.isCut === true}
              data-new={changed.has(line.key)}
              data-selected={isChosen('link', line.connection)}
              d={line.path}
            />
          ))}
          {boxes.map((box) => (
            <BoxView key={box.key} box={box} changed={changed} isChosen={isChosen('process', box.process)} />
          ))}
          {lines.map((line) => (
            <OnLine key={line.key} line={line} />
          ))}
        </svg>
        {boxes.map((box) => (
          <Picks key={box.key} box={box} isChosen={isChosen} onSelect={onSelect} />
        ))}
      </div>
      {hidden === 0 ? null : <p className="wires-tools soft">and {hidden} more processes that have ended</p>}
    </>
  );
}

interface PicksProps {
  readonly box: PlacedBox;
  readonly isChosen: (kind: Selection['kind'], id: number) => boolean;
  readonly onSelect: (selection: Selection) => void;
}

function Picks({ box, isChosen, onSelect }: PicksProps) {
  const { ends, head, hint, process, width, x, y } = box;
  if (process === 0) return null;
  const listening = ends.filter(({ look }) => look === 'listener').map(({ text }) => `, ${text}`);
  const isEnd = ({ label }: PlacedEnd): boolean => label !== '';
  return (
    <>
      <button
        type="button"
        className="wire-pick"
        style={{ left: x, top: y, width, height: head }}
        aria-label={`${hint}${listening.join('')}`}
        aria-pressed={isChosen('process', process)}
        onClick={() => onSelect({ kind: 'process', id: process })}
      />
      {ends.filter(isEnd).map(({ connection, height, key, label, y: middle }) => (
        <button
          key={key}
          type="button"
          className="wire-pick"
          style={{ left: x, top: middle - height / 2, width, height }}
          aria-label={label}
          aria-pressed={isChosen('link', connection)}
          onClick={() => onSelect({ kind: 'link', id: connection })}
        />
      ))}
    </>
  );
}

/** What is under way on a line, or what there is to say of it; over the boxes that it passes behind. */
function OnLine({ line: { cut, isOver, note, tokens, trouble } }: { readonly line: WireLine }) {
  return (
    <g data-over={isOver}>
      {note === null ? null : (
        <text className="wire-note wire-on-line" x={note.x} y={note.y + (cut === null ? -6 : 16)} textAnchor="middle">
          {note.text}
        </text>
      )}
      {tokens.map((token) => (
        <Token key={token.key} token={token} />
      ))}
      {trouble === null ? null : <Grief mark={trouble} />}
      {cut === null ? null : <Cut cut={cut} />}
    </g>
  );
}

/** Two strokes through the line where it is cut, a tick where it was healed; and words. */
function Cut({ cut: { isCut, text, x, y } }: { readonly cut: NonNullable<WireLine['cut']> }) {
  return (
    <g className="wire-cut" data-cut={isCut} transform={`translate(${x} ${y})`}>
      {isCut ? <rect x={-5} y={-9} width={10} height={18} /> : null}
      <path d={isCut ? 'M-8 8l6-16M2 8l6-16' : 'm-5 0 4 4 7-9'} />
      <text className="wire-on-line" y={isCut ? 22 : -10} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}
