/** Who is connected with whom, and what is under way between them: drawn, and in words for those who do not see the drawing. */
import { useRef } from 'react';
import { selectTrace } from '../store/selectors.ts';
import type { Selection } from '../store/state.ts';
import { connectionOf, messageText, peerName } from '../trace/narrate-network.ts';
import { askerName, outcomeText, requestName, usedText } from '../trace/narrate-request.ts';
import { processName } from '../trace/process-names.ts';
import { eventAt } from '../trace/trace.ts';
import type { Pool } from '../trace/wires.ts';
import { listOf } from '../trace/words.ts';
import type { World } from '../trace/world.ts';
import { changedBy } from '../viz/focus.ts';
import { chainsOf, isUsed } from '../viz/wire-pools.ts';
import { noteOf } from '../viz/wire-rows.ts';
import { type WiresDrawing, wires } from '../viz/wires.ts';
import { aheadOf } from './Dialogs.tsx';
import { DrawingView } from './DrawingView.tsx';
import { ProcessWiresView } from './ProcessWiresView.tsx';
import { useActions, useApp, useServices } from './services.ts';
import { useSize } from './size.ts';
import { WireRowView } from './WireRowView.tsx';
import './wires.css';

export interface WiresTabProps {
  readonly world: World;
  readonly selected: number;
  readonly onSelect: (task: number) => void;
}

export function WiresTab({ onSelect, selected, world }: WiresTabProps) {
  const ref = useRef<HTMLDivElement>(null);
  const { width } = useSize(ref);
  const drawing = wires(world, width);
  const selection = useApp((state) => state.selection);
  const position = useApp((state) => state.position);
  const trace = useApp(selectTrace);
  const { select } = useActions();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must be able to scroll it.
    <section className="wires" ref={ref} aria-label="Connections" tabIndex={0} data-beside={drawing.isBeside}>
      {world.connections.length > 0 || drawing.processes !== null ? null : (
        <p className="empty">No connection has been asked for so far.</p>
      )}
      {drawing.above.height === 0 ? null : (
        <div className="wires-above">
          <DrawingView drawing={drawing.above} onTask={onSelect} selected={selected} />
        </div>
      )}
      {drawing.processes === null ? (
        <Rows drawing={drawing} selection={selection} onSelect={select} />
      ) : (
        <div>
          <ProcessWiresView
            wires={drawing.processes}
            changed={changedBy(eventAt(trace, position - 1))}
            selection={selection}
            onSelect={select}
          />
        </div>
      )}
      <Tools world={world} selection={selection} />
      <InWords world={world} />
    </section>
  );
}

interface RowsProps {
  readonly drawing: WiresDrawing;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
}

/** Over the box of the one who asked lies a button: it selects the connection. */
function Rows({ drawing: { box, height, rows, width }, onSelect, selection }: RowsProps) {
  return (
    <div className="process-wires" style={{ width, height }}>
      <svg className="wires-rows" width={width} height={height} aria-hidden="true">
        {rows.map((row) => (
          <WireRowView key={row.key} row={row} box={box} isChosen={isLink(selection, row.connection)} />
        ))}
      </svg>
      {rows
        .filter(({ connection }) => connection !== 0)
        .map(({ connection, from, key, start, to, y }) => (
          <button
            key={key}
            type="button"
            className="wire-pick"
            style={{ left: start - box, top: y, width: box, height: 44 }}
            aria-label={`${from.hint} to ${to}`}
            aria-pressed={isLink(selection, connection)}
            onClick={() => onSelect({ kind: 'link', id: connection })}
          />
        ))}
    </div>
  );
}

function isLink(selection: Selection, connection: number): boolean {
  return selection.kind === 'link' && selection.id === connection && connection !== 0;
}

interface ToolsProps {
  readonly world: World;
  readonly selection: Selection;
}

/** The way from what is selected to what can be done to it. */
function Tools({ selection, world }: ToolsProps) {
  const { chrome } = useServices();
  const name = chosenName(world, selection);
  return (
    <p className="wires-tools">
      <button
        type="button"
        className="link"
        aria-haspopup="dialog"
        onClick={() => chrome.setState({ dialog: 'network' })}
        {...aheadOf('network')}
      >
        Change the network
      </button>
      {name === '' ? null : (
        <span className="wires-chosen">
          Selected: <span translate="no">{name}</span>.{' '}
          <button type="button" className="link" onClick={() => chrome.setState({ tab: 'whatif' })}>
            What if…
          </button>
        </span>
      )}
    </p>
  );
}

/** '' when nothing of Wires is selected. */
function chosenName(world: World, selection: Selection): string {
  if (selection.kind === 'process') return processName(world, selection.id);
  const chosen = selection.kind === 'link' ? connectionOf(world, selection.id) : undefined;
  return chosen === undefined ? '' : `the connection with ${peerName(chosen, chosen.id)}`;
}

function InWords({ world }: { readonly world: World }) {
  const pools = world.pools.filter(isUsed);
  return (
    <ul className="unseen">
      {pools.map((pool) => (
        <li key={`pool ${pool.id}`}>{poolText(world, pool)}</li>
      ))}
      {chainsOf(world).map((chain) => (
        <li key={`request ${chain[0]?.id}`}>
          {chain[0] === undefined ? '' : requestName(chain[0])}
          {chain.map((request) => `; attempt ${request.attempt} ${outcomeText(request)}`)}
        </li>
      ))}
      {world.connections.map((connection) => (
        <li key={connection.id}>
          {connection.to || connection.kind}: {connection.state}, {noteOf(world, connection)}
          {connection.messages.map((message) => `; ${messageText(message)}`)}
        </li>
      ))}
    </ul>
  );
}

function poolText(world: World, pool: Pool): string {
  const name = (id: number): string => askerName(world, id);
  const line = pool.waiters.length === 0 ? '' : `; in line: ${listOf(pool.waiters.map(name))}`;
  return `The pool of ${pool.type}: ${usedText(pool)} in use, by ${listOf(pool.users.map(name))}${line}`;
}
