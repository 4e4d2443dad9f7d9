/** How often what happened to the messages of each queue that waits for acknowledgements; and to what came to each exchange. */
import type { BrokerQueue, Exchange } from '../trace/brokers.ts';
import type { World } from '../trace/world.ts';
import { exchangeName } from '../viz/queue-exchanges.ts';
import { isAcking } from '../viz/queue-file.ts';
import { QueueCounters } from './QueueCounters.tsx';
import { queuePiecesOf } from './queue-words.ts';
import { Termed } from './Term.tsx';

const COLUMNS = [
  'ready',
  'unacked',
  'accepted',
  'deliveries',
  'acked',
  'came back',
  'given up',
  'expired',
  'purged',
  'lost',
  'refused',
] as const;

export function AckQueueTable({ world }: { readonly world: World }) {
  const queues = world.queues.filter((queue) => isAcking(world, queue));
  const exchanges = world.exchanges.filter(({ published }) => published > 0);
  return (
    <>
      <QueueCounters
        head="Queue"
        columns={COLUMNS}
        rows={queues.map((queue) => ({ queue, numbers: numbersOf(queue) }))}
        position={world.position}
        find={queuePiecesOf}
      />
      <p className="soft queue-rule">
        Accepted = ready + unacked + acked + given up + expired + purged + lost. A delivery that comes back is delivered
        again: deliveries may be more than accepted. What was refused never got in.
      </p>
      {exchanges.length === 0 ? null : <ExchangeTable exchanges={exchanges} />}
    </>
  );
}

function ExchangeTable({ exchanges }: { readonly exchanges: readonly Exchange[] }) {
  return (
    <table className="tasks queue-table">
      <thead>
        <tr>
          <th scope="col">
            <Termed text="Exchange" find={queuePiecesOf} />
          </th>
          <th scope="col">Type</th>
          <th scope="col" className="queue-number">
            published
          </th>
          <th scope="col" className="queue-number">
            went nowhere
          </th>
        </tr>
      </thead>
      <tbody>
        {exchanges.map((exchange) => (
          <tr key={`${exchange.broker} ${exchange.name}`}>
            <th scope="row" className="mono" translate="no">
              {exchangeName(exchange)}
            </th>
            <td>{exchange.type}</td>
            <td className="queue-number figures">{exchange.published}</td>
            <td className="queue-number figures" data-zero={exchange.unrouted === 0}>
              {exchange.unrouted}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function numbersOf(queue: BrokerQueue): readonly number[] {
  const { accepted, acked, deadLettered, deliveries, expired, flushed, items, lost, rejected, returned, unacked } =
    queue;
  const inQueue = [items.length, unacked.length, accepted, deliveries, acked, returned];
  return [...inQueue, deadLettered, expired, flushed, lost, rejected];
}
