/** A row of counters for each queue: what all came to must be even. */
import { isBalanced } from '../trace/balance.ts';
import type { BrokerQueue } from '../trace/brokers.ts';
import { Termed } from './Term.tsx';
import type { Finder } from './words.ts';

export interface CounterRow {
  readonly queue: BrokerQueue;
  /** One for each column. */
  readonly numbers: readonly (number | string)[];
  /** A tip for its name. */
  readonly title?: string | undefined;
  readonly readBy?: string;
}

interface QueueCountersProps {
  readonly head: string;
  readonly columns: readonly string[];
  readonly rows: readonly CounterRow[];
  readonly position: number;
  readonly find: Finder;
}

export function QueueCounters({ columns, find, head, position, rows }: QueueCountersProps) {
  const hasReaders = rows.some(({ readBy }) => readBy !== undefined);
  return (
    <table className="tasks queue-table">
      <thead>
        <tr>
          <th scope="col">
            <Termed text={head} find={find} />
          </th>
          {hasReaders ? <th scope="col">Read by</th> : null}
          {columns.map((word) => (
            <th key={word} scope="col" className="queue-number">
              <Termed text={word} find={find} />
            </th>
          ))}
          <th scope="col">Balance</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ numbers, queue, readBy, title }) => (
          <tr key={queue.id} data-selected={queue.lastDrop?.position === position}>
            <th scope="row" className="mono" translate="no" title={title}>
              {queue.name}
            </th>
            {hasReaders ? <td>{readBy}</td> : null}
            {numbers.map((number, index) => (
              <td key={columns[index]} className="queue-number figures" data-zero={String(number) === '0'}>
                {number}
              </td>
            ))}
            <td>{isBalanced(queue) ? 'even' : 'not even'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
