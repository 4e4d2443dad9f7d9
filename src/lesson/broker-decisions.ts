/** The choices of a broker that waits for acknowledgements: who gets a message, and where one goes that comes back. */
import { type BrokerQueue, type Consumer, envelopeOf, queueOf } from '../trace/brokers.ts';
import type { EventOf } from '../trace/events.ts';
import { shortProcessName } from '../trace/process-names.ts';
import { eventAt, type Trace, worldAfter } from '../trace/trace.ts';
import { cut } from '../trace/words.ts';
import type { World } from '../trace/world.ts';
import type { Card, Decision } from './decisions.ts';
import { decisionsAlong, lay } from './table.ts';

const NOBODY = 'nobody';

export function brokerDecisions(trace: Trace): readonly Decision[] {
  /** How many deliveries there were before the last one to each consumer. */
  const served = new Map<number, number>();
  let deliveries = 0;
  return decisionsAlong(trace, (event, position) => {
    switch (event.kind) {
      case 'envelope.stored':
        return stored(trace, position + 1, event.envelope, served);
      case 'envelope.delivered': {
        const before = eventAt(trace, position - 1);
        const isToldOf = before?.kind === 'envelope.stored' && before.envelope === event.envelope;
        const decision = isToldOf || event.consumer === 0 ? null : delivered(trace, position, event, served);
        served.set(event.consumer, ++deliveries);
        return decision;
      }
      case 'envelope.returned':
        return returned(trace, position, event);
      default:
        return null;
    }
  });
}

type Served = ReadonlyMap<number, number>;

/** It has just come into its queue: who gets it at once, if anybody? */
function stored(trace: Trace, at: number, envelope: number, served: Served): Decision | null {
  const world = worldAfter(trace, at);
  const next = eventAt(trace, at);
  const isDelivered = next?.kind === 'envelope.delivered' && next.envelope === envelope;
  return whoGets(world, { envelope, to: isDelivered ? at + 1 : at, served }, isDelivered ? next.consumer : 0);
}

function delivered(
  trace: Trace,
  at: number,
  { consumer, envelope }: EventOf<'envelope.delivered'>,
  served: Served,
): Decision | null {
  return whoGets(worldAfter(trace, at), { envelope, to: at + 1, served }, consumer);
}

interface Offer {
  readonly envelope: number;
  readonly to: number;
  readonly served: Served;
}

/** `truth` 0: nobody, for now. */
function whoGets(world: World, { envelope: id, served, to }: Offer, truth: number): Decision | null {
  const envelope = envelopeOf(world, id);
  const queue = queueOf(world, envelope?.queue ?? 0);
  if (envelope === undefined || queue === undefined) return null;
  const consumers = world.consumers.filter((each) => each.queue === queue.id);
  const isBehind = queue.items[0] !== id;
  const free = consumers.filter((each) => hasRoom(world, queue, each));
  // What goes nowhere though there is room waits for something that no rule of this table tells of.
  if ((consumers.length < 2 && truth !== 0) || consumers.length === 0 || (truth === 0 && !isBehind && free.length > 0))
    return null;
  const turns = free.map((each) => served.get(each.id) ?? 0);
  const isInTurn = (each: Consumer) =>
    truth !== 0 && (each.id === truth || (free.includes(each) && (served.get(each.id) ?? 0) === Math.min(...turns)));
  const cards = consumers.map((each): Card => {
    const unacked = unackedOf(world, queue, each);
    const title = consumerTitle(world, consumers, each);
    const detail = each.prefetch > 0 ? `${unacked} of ${each.prefetch} unacknowledged` : `${unacked} unacknowledged`;
    const face = { id: String(each.id), kind: 'consumer', title, detail, isLegal: isInTurn(each) } as const;
    if (!free.includes(each))
      return {
        ...face,
        says: `The window of ${title} is full: it has ${unacked} that it has not acknowledged.`,
        rule: 'window',
      };
    if (face.isLegal) return { ...face, says: `${title} has room, and is the next in turn.`, rule: 'roundRobin' };
    return {
      ...face,
      says: `${title} has room, but has got one more lately than another who has room, too.`,
      rule: 'roundRobin',
    };
  });
  const nobody: Card = {
    ...{ id: NOBODY, kind: 'outcome', title: 'nobody, for now', detail: 'it stays in the queue', isLegal: truth === 0 },
    says:
      truth === 0
        ? 'No consumer has room: the message waits in the queue.'
        : 'Somebody has room, so it is delivered at once.',
    rule: 'window',
  };
  const ask = `${cut(envelope.label)} is at the head of queue ${queue.name}. Who gets it?`;
  if (isBehind) return null;
  const truthId = truth === 0 ? NOBODY : String(truth);
  return lay({ role: 'broker', at: world.position, to, ask, cards: [...cards, nobody], truth: truthId });
}

function unackedOf(world: World, queue: BrokerQueue, { id }: Consumer): number {
  return queue.unacked.filter((envelope) => envelopeOf(world, envelope)?.consumerId === id).length;
}

function hasRoom(world: World, queue: BrokerQueue, consumer: Consumer): boolean {
  return consumer.prefetch <= 0 || unackedOf(world, queue, consumer) < consumer.prefetch;
}

function consumerTitle(world: World, all: readonly Consumer[], { id, process }: Consumer): string {
  const same = all.filter((each) => each.process === process);
  const found = world.processes.find((each) => each.id === process);
  const name = found === undefined ? '' : shortProcessName(world.processes, found);
  if (same.length === 1 && name !== '') return name;
  const number = `consumer ${same.findIndex((each) => each.id === id) + 1}`;
  return name === '' || all.length === same.length ? number : `${name}, ${number}`;
}

const BECAUSE = {
  head: 'It goes to the head: it is older than what stands there.',
  between: 'It goes between the others, to its old place: some of them are older, and some came later.',
  end: 'It goes to the end: nothing that stands there came after it, or its queue keeps no places.',
} as const;

/** Where one goes that was given back. */
function returned(trace: Trace, at: number, { envelope: id, place }: EventOf<'envelope.returned'>): Decision | null {
  const world = worldAfter(trace, at);
  const envelope = envelopeOf(world, id);
  const queue = queueOf(world, envelope?.queue ?? 0);
  if (envelope === undefined || queue === undefined || queue.items.length === 0) return null;
  const truth = place === 0 ? 'head' : place >= queue.items.length ? 'end' : 'between';
  const titles = { head: 'to the head', between: 'between the others', end: 'to the end' } as const;
  const cards = (['head', 'between', 'end'] as const)
    .filter((where) => where !== 'between' || queue.items.length > 1)
    .map(
      (where): Card => ({
        ...{ id: where, kind: 'outcome', title: titles[where], detail: '', isLegal: where === truth, rule: 'returned' },
        says: BECAUSE[truth],
      }),
    );
  const gone: Card = {
    ...{ id: 'gone', kind: 'outcome', title: 'it is gone', detail: '', isLegal: false, rule: 'returned' },
    says: 'What is not acknowledged is not forgotten: it comes back.',
  };
  const ask = `${cut(envelope.label)} comes back, unacknowledged. Where does it go in queue ${queue.name}?`;
  return lay({ role: 'broker', at, to: at + 1, ask, cards: [...cards, gone], truth });
}
