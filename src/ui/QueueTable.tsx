/** How often what happened to the messages of each channel; nothing disappears without being counted. */
import { useMemo } from 'react';
import type { BrokerQueue, Mouth } from '../trace/brokers.ts';
import type { World } from '../trace/world.ts';
import { isAcking } from '../viz/queue-file.ts';
import { boxName } from '../viz/queue-roles.ts';
import { AckQueueTable } from './AckQueueTable.tsx';
import { channelPiecesOf } from './channel-words.ts';
import { QueueCounters } from './QueueCounters.tsx';
import './queue-counters.css';

const COLUMNS = ['in queue', 'accepted', 'delivered', 'expired', 'flushed', 'lost', 'refused', 'dropped'] as const;

const KINDS: Readonly<Record<Mouth, string>> = {
  many: 'many readers',
  single: 'one reader',
  owner: 'its owner only',
};

/** Of each kind, those that there are. */
export function QueueTable({ world }: { readonly world: World }) {
  const acking = world.queues.filter((queue) => isAcking(world, queue)).length;
  const label = acking > 0 ? 'Queues at this step' : 'Channels at this step';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className="table-scroll" data-scroll2d="" tabIndex={0} aria-label={label}>
      {acking === 0 ? null : <AckQueueTable world={world} />}
      {acking > 0 && acking === world.queues.length ? null : <ChannelTable world={world} />}
    </section>
  );
}

function ChannelTable({ world }: { readonly world: World }) {
  const queues = world.queues.filter((queue) => !isAcking(world, queue));
  const brokers = useMemo(() => new Map(world.brokers.map((broker) => [broker.id, broker])), [world.brokers]);
  const lost = world.envelopes.filter(({ state }) => state === 'lost').length;
  return (
    <>
      <QueueCounters
        head="Channel"
        columns={COLUMNS}
        rows={queues.map((queue) => ({
          queue,
          numbers: numbersOf(queue),
          title: brokers.get(queue.broker)?.type,
          readBy: readersOf(world, queue),
        }))}
        position={world.position}
        find={channelPiecesOf}
      />
      <p className="soft queue-rule">
        Accepted = in queue + delivered + expired + flushed + lost. What was refused, or dropped as a copy for a group,
        never got in.
        {lost === 0 ? '' : ` Lost later, with the process that had taken them: ${lost}.`}
      </p>
    </>
  );
}

function readersOf(world: World, { mouth, owner }: BrokerQueue): string {
  return `${KINDS[mouth]}${owner === 0 || world.processes.length === 0 ? '' : `: ${boxName(world, owner)}`}`;
}

function numbersOf({ capacity, items, ...counts }: BrokerQueue) {
  const { accepted, delivered, dropped, expired, flushed, lost, rejected } = counts;
  const inQueue = capacity === 0 ? String(items.length) : `${items.length} of ${capacity}`;
  return [inQueue, ...[accepted, delivered, expired, flushed, lost, rejected, dropped].map(String)];
}
