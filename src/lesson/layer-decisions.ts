/** The choices of a channel layer: which message a reader gets, which reader a message, and what becomes of one without room. */
import { type BrokerQueue, envelopeOf, queueOf } from '../trace/brokers.ts';
import type { EventOf } from '../trace/events.ts';
import { readerName } from '../trace/narrate-broker.ts';
import { type Trace, visitRows, worldAfter } from '../trace/trace.ts';
import { cut } from '../trace/words.ts';
import type { World } from '../trace/world.ts';
import type { Card, Decision } from './decisions.ts';
import { decisionsAlong, lay } from './table.ts';

const MESSAGES_MAX = 4;

export function layerDecisions(trace: Trace): readonly Decision[] {
  const readers = readersOf(trace);
  return decisionsAlong(trace, (event, position) => {
    switch (event.kind) {
      case 'envelope.stored':
        return sent(worldAfter(trace, position), event, 'stored');
      case 'envelope.refused':
        return sent(worldAfter(trace, position), event, event.group === '' ? 'told' : 'dropped');
      case 'envelope.taken':
        return taken(worldAfter(trace, position), event, readers);
      default:
        return null;
    }
  });
}

type Sent = EventOf<'envelope.stored'> | EventOf<'envelope.refused'>;
type Outcome = 'stored' | 'told' | 'dropped';

/** Of those sent to one channel only where room is scarce; of copies for a group each. */
function sent(world: World, { group, label, name, queue: id }: Sent, truth: Outcome): Decision | null {
  const queue = queueOf(world, id);
  if (isAcking(world, queue)) return null;
  const count = queue?.items.length ?? 0;
  const capacity = queue?.capacity ?? 0;
  const isScarce = capacity > 0 && count >= capacity - 1;
  if (group === '' && !isScarce) return null;
  const room = capacity === 0 ? 'has no limit' : `holds ${count} of ${capacity}`;
  const isFull = truth !== 'stored';
  const card = (outcome: Outcome, title: string, detail: string): Card => ({
    ...{ id: outcome, kind: 'outcome', title, detail, isLegal: outcome === truth },
    says: outcomeSays(outcome, truth, room),
    rule: isFull ? 'capacity' : group === '' ? 'capacity' : 'group',
  });
  const what = group === '' ? cut(label) : `A copy of ${cut(label)} for group ${group}`;
  return lay({
    ...{ role: 'layer', at: world.position, to: world.position + 1, truth },
    ask: `${what} is sent to channel ${name}, which ${room}. What becomes of it?`,
    cards: [
      card('stored', 'it stands in the channel', 'behind those that are there'),
      card('told', 'ChannelFull', 'the sender is told'),
      card('dropped', 'it is dropped', 'nobody is told'),
    ],
  });
}

function outcomeSays(outcome: Outcome, truth: Outcome, room: string): string {
  if (truth === 'stored')
    return outcome === 'stored' ? `There is room: the channel ${room}.` : `The channel ${room}: there is room for it.`;
  if (outcome === 'stored') return `There is no room: the channel ${room}.`;
  return truth === 'dropped'
    ? 'It is a copy for a group: a full member is passed over, and the sender does not hear of it.'
    : 'It was sent to this one channel: its sender gets ChannelFull, and may try again.';
}

/** Which message, where several stand there; else which reader, where several could have it. */
function taken(world: World, event: EventOf<'envelope.taken'>, readers: Readers): Decision | null {
  const envelope = envelopeOf(world, event.envelope);
  const queue = queueOf(world, envelope?.queue ?? 0);
  if (envelope === undefined || queue === undefined || isAcking(world, queue)) return null;
  const known = (readers.get(queue.id) ?? []).filter(({ thread }) => isAlive(world, thread));
  if (known.length > 1) return whoReads(world, event, { queue, known, label: envelope.label });
  // Under `main!` stand messages for many: each reader takes the first that is its own.
  const own = queue.items.filter((id) => envelopeOf(world, id)?.name === envelope.name);
  if (own.length < 2 || own[0] !== event.envelope) return null;
  const cards = own.slice(0, MESSAGES_MAX).map(
    (id, index): Card => ({
      ...{
        id: String(id),
        kind: 'message',
        title: cut(envelopeOf(world, id)?.label ?? ''),
        detail: '',
        isLegal: index === 0,
      },
      says: index === 0 ? 'It has stood in the channel longest.' : `It is number ${index + 1} in the channel.`,
      rule: 'oneReader',
    }),
  );
  const ask = `${readerName(world, event)} reads channel ${envelope.name}. Which message does it get?`;
  return lay({ role: 'layer', at: world.position, to: world.position + 1, ask, cards, truth: String(event.envelope) });
}

interface Reader {
  readonly thread: number;
  readonly task: number;
}

type Readers = ReadonlyMap<number, readonly Reader[]>;

interface Reading {
  readonly queue: BrokerQueue;
  readonly known: readonly Reader[];
  readonly label: string;
}

function whoReads(world: World, event: Reader, { known, label, queue }: Reading): Decision | null {
  const others = known.filter((each) => each.thread !== event.thread);
  const cards = [event, ...others].map((each): Card => {
    const title = readerName(world, { thread: each.thread, task: 0 });
    const busy = world.envelopes.find(
      ({ reader, state }) => reader?.thread === each.thread && (state === 'running' || state === 'taken'),
    );
    const isLegal = each === event || busy === undefined;
    return {
      ...{ id: String(each.thread), kind: 'consumer', title, isLegal, rule: 'oneReader' },
      detail: busy === undefined ? 'has nothing to do' : `works on ${cut(busy.label)}`,
      says: isLegal
        ? `${title} was waiting for a message of this channel.`
        : `${title} is at work, and asks for the next message only when it is done.`,
    };
  });
  const ask = `${cut(label)} stands in channel ${queue.name}. Who gets it?`;
  return lay({ role: 'layer', at: world.position, to: world.position + 1, ask, cards, truth: String(event.thread) });
}

/** By queue: threads that ever take something from it, in the whole run. */
function readersOf(trace: Trace): Readers {
  const readers = new Map<number, Reader[]>();
  const queues = new Map<number, number>();
  visitRows(trace, (event) => {
    if (event.kind === 'envelope.stored') queues.set(event.envelope, event.queue);
    if (event.kind !== 'envelope.taken') return;
    const queue = queues.get(event.envelope) ?? 0;
    const known = readers.get(queue) ?? [];
    readers.set(queue, known);
    if (!known.some(({ thread }) => thread === event.thread)) known.push({ thread: event.thread, task: event.task });
  });
  return readers;
}

function isAlive({ threads }: World, thread: number): boolean {
  return threads.some(({ id, state }) => id === thread && state !== 'ended');
}

function isAcking({ brokers }: World, queue: BrokerQueue | undefined): boolean {
  return queue !== undefined && brokers.some(({ id, isAcking: waits }) => id === queue.broker && waits);
}
