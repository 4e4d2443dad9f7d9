/** The narration, family: channel layers and brokers, their queues and what stands in them. */
import { type BrokerQueue, ENVELOPE_OUTCOMES, type Envelope, envelopeOf, queueOf } from './brokers.ts';
import type { EventOf, TraceEvent } from './events.ts';
import { threadName } from './process-names.ts';
import { runner, type Step } from './step.ts';
import { cut, listOf, taskName, timeText } from './words.ts';
import type { World } from './world.ts';

type BrokerEvent = Extract<TraceEvent, { readonly kind: `${'broker' | 'queue' | 'group'}.${string}` }>;
type EnvelopeEvent = Extract<
  TraceEvent,
  { readonly kind: `envelope.${'stored' | 'refused' | 'taken' | 'removed' | 'began' | 'ended'}` }
>;

const READERS: Readonly<Record<BrokerQueue['mouth'], string>> = {
  many: 'many may read it, each message goes to one of them, and no order is promised',
  single: 'one reader, in strict order',
  owner: 'only the process that made it may read it, in strict order',
};

export function brokerEvent(event: BrokerEvent, { before, after }: Step): string {
  switch (event.kind) {
    case 'broker.opened':
      if (before.brokers.some(({ id }) => id === event.broker))
        return `the ${brokerName(before, event.broker)} is there again, with what it has kept.`;
      return `the ${event.type} ${event.label === '' ? (event.isAcking === 1 ? 'broker' : 'layer') : event.label} is there, and holds nothing yet.`;
    case 'broker.closed':
      return `the ${brokerName(before, event.broker)} cannot be reached any more: ${event.reason}.`;
    case 'queue.opened': {
      const room = event.capacity === 0 ? '' : `; it has room for ${event.capacity}`;
      if (isAcking(after, event.queue)) return `queue ${event.name} is declared${room}.`;
      return `channel ${event.name} begins: ${READERS[mouthOf(after, event.queue)]}${room}.`;
    }
    case 'queue.closed':
      return `${queueWords(before, event.queue)} is gone: ${event.reason}.`;
    default:
      return groupChanged(event, before);
  }
}

function groupChanged({ broker, name, members }: EventOf<'group.changed'>, before: World): string {
  const was = before.groups.find((group) => group.broker === broker && group.name === name)?.members ?? [];
  const added = members.filter((member) => !was.includes(member));
  const gone = was.filter((member) => !members.includes(member));
  const now = members.length === 0 ? 'it is empty' : `it has ${count(members.length, 'member')}`;
  if (added.length > 0) return `${runner(before)} adds ${listOf(added)} to group ${name}: ${now}.`;
  if (gone.length > 0) return `${listOf(gone)} ${gone.length === 1 ? 'is' : 'are'} no longer in group ${name}: ${now}.`;
  return `group ${name}: ${now}.`;
}

export function envelopeEvent(event: EnvelopeEvent, { before, after }: Step): string {
  if (event.kind === 'envelope.stored') return stored(event, before, after);
  if (event.kind === 'envelope.refused') {
    const copy = event.group === '' ? '' : ` a copy for group ${event.group}:`;
    const told = event.group === '' ? '' : '; the sender does not hear of it';
    return `${queueWords(before, event.queue)} does not take${copy} ${cut(event.label)}: ${event.reason}${told}.`;
  }
  const envelope = envelopeOf(before, event.envelope);
  const what = envelope === undefined ? `message #${event.envelope}` : cut(envelope.label);
  const from = envelope === undefined ? 'its channel' : queueWords(before, envelope.queue);
  switch (event.kind) {
    case 'envelope.taken':
      return `${readerName(after, event)} takes ${what} from ${from}${left(after, envelope?.queue ?? 0)}.`;
    case 'envelope.removed':
      if (envelope?.isUnacked === true) return `${what} is gone from ${from}, unacknowledged: ${event.reason}.`;
      return `${what} falls out of ${from}: ${event.reason}. Nobody has read it, and nobody will.`;
    case 'envelope.began':
      return `${readerName(after, event)} runs ${event.consumer} for ${what}.`;
    default:
      return ended(event, what, envelope);
  }
}

function stored(
  { queue, name, label, group, origin }: EventOf<'envelope.stored'>,
  before: World,
  after: World,
): string {
  const found = queueOf(after, queue);
  if (isAcking(after, queue)) return storedInQueue(after, found, label);
  const room = found === undefined || found.capacity === 0 ? '' : ` of ${found.capacity}`;
  const length = found === undefined ? '' : ` (${found.items.length}${room})`;
  const why = group === '' ? '' : `, a copy for group ${group}`;
  const cause = origin === 0 ? undefined : envelopeOf(before, origin);
  const after_ = cause === undefined ? '' : `, on account of ${cut(cause.label)}`;
  return `${runner(before)} puts ${cut(label)} on ${name.includes(', ') ? 'channels' : 'channel'} ${listOf(name.split(', '))}${why}${length}${after_}.`;
}

/** The exchange has put it there: who published is told before. */
function storedInQueue(after: World, queue: BrokerQueue | undefined, label: string): string {
  const name = queue === undefined ? 'its queue' : `queue ${queue.name}`;
  const unacked = queue === undefined || queue.unacked.length === 0 ? '' : `, ${queue.unacked.length} unacknowledged`;
  const known = queue === undefined ? undefined : after.brokers.find(({ id }) => id === queue.broker);
  const by = known?.type === 'RabbitMQ' ? '' : ` by ${runner(after)}`;
  return `${cut(label)} is put into ${name}${by} (${queue?.items.length ?? 0} ready${unacked}).`;
}

function ended({ outcome, text }: EventOf<'envelope.ended'>, what: string, envelope: Envelope | undefined): string {
  const who = envelope === undefined || envelope.consumer === '' ? 'its reader' : envelope.consumer;
  // Its broker keeps it until it is acknowledged.
  if (envelope?.isUnacked === true && ENVELOPE_OUTCOMES[outcome] === 'failed')
    return `${who} fails with ${cut(text)} for ${what}.`;
  switch (ENVELOPE_OUTCOMES[outcome]) {
    case 'finished':
      return `${who} has finished with ${what}.`;
    case 'lost':
      return `${what} is lost: the process that had taken it has ended, and there is no other copy.`;
    case 'later':
      return `${who} wants ${what} later: it is sent again to the end of its channel.`;
    case 'denied':
      return `${who} denies ${what}.`;
    case 'no consumer':
      return `there is no consumer for ${what}: it is lost.`;
    default:
      return `${who} fails with ${cut(text)}; ${what} is gone, nobody tries it again.`;
  }
}

export function readerName(world: World, { thread, task }: { readonly thread: number; readonly task: number }): string {
  if (task !== 0) return taskName(world, task);
  return world.threads.length === 0 ? 'the main module' : threadName(world, thread);
}

function left(world: World, id: number): string {
  const queue = queueOf(world, id);
  if (queue === undefined) return '';
  return queue.items.length === 0 ? ', which is empty now' : `; ${queue.items.length} left`;
}

export function queueName(world: Pick<World, 'queues'>, id: number): string {
  return queueOf(world, id)?.name ?? `#${id}`;
}

/** `Redis redis://localhost:6379`. */
export function brokerName(world: Pick<World, 'brokers'>, id: number): string {
  const broker = world.brokers.find((each) => each.id === id);
  return broker === undefined ? `layer #${id}` : `${broker.type} ${broker.label}`.trim();
}

/** `channel http.request`, `queue celery`. */
function queueWords(world: World, id: number): string {
  return `${isAcking(world, id) ? 'queue' : 'channel'} ${queueName(world, id)}`;
}

function isAcking({ brokers, queues }: World, queue: number): boolean {
  const broker = queueOf({ queues }, queue)?.broker;
  return brokers.some(({ id, isAcking: acks }) => id === broker && acks);
}

function mouthOf(world: World, queue: number): BrokerQueue['mouth'] {
  return queueOf(world, queue)?.mouth ?? 'many';
}

/** `1 member`, `2 members`. */
function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

/** `expires at 60 s`; '' never. */
export function expiryText(expiresUs: number): string {
  return expiresUs === 0 ? '' : `expires at ${timeText(expiresUs)}`;
}
