/** Who is connected with whom, and what is under way between them: drawn, and in words for those who do not see the drawing. */
import { useRef } from 'react';
import { messageText } from '../trace/narrate-network.ts';
import { askerName, outcomeText, requestName, usedText } from '../trace/narrate-request.ts';
import type { Pool } from '../trace/wires.ts';
import { listOf } from '../trace/words.ts';
import type { World } from '../trace/world.ts';
import { chainsOf, isUsed } from '../viz/wire-pools.ts';
import { noteOf } from '../viz/wire-rows.ts';
import { wires } from '../viz/wires.ts';
import { aheadOf } from './Dialogs.tsx';
import { DrawingView } from './DrawingView.tsx';
import { useServices } from './services.ts';
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
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must be able to scroll it.
    <section className="wires" ref={ref} aria-label="Connections" tabIndex={0} data-beside={drawing.isBeside}>
      {world.connections.length > 0 ? null : <p className="empty">No connection has been asked for so far.</p>}
      {drawing.above.height === 0 ? null : (
        <div className="wires-above">
          <DrawingView drawing={drawing.above} onTask={onSelect} selected={selected} />
        </div>
      )}
      <svg className="wires-rows" width={drawing.width} height={drawing.height} aria-hidden="true">
        {drawing.rows.map((row) => (
          <WireRowView key={row.key} row={row} box={drawing.box} />
        ))}
      </svg>
      <NetworkButton />
      <InWords world={world} />
    </section>
  );
}

function NetworkButton() {
  const { chrome } = useServices();
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
    </p>
  );
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
