/** The narration, family: brokers that wait for acknowledgements, and Celery. */
import { type Envelope, envelopeOf, queueOf } from './brokers.ts';
import type { EventOf, TraceEvent } from './events.ts';
import { queueName, readerName } from './narrate-broker.ts';
import { runner, type Step } from './step.ts';
import { cut, listOf, timeText } from './words.ts';
import type { World } from './world.ts';

type Delivery = Extract<
  TraceEvent,
  { readonly kind: `envelope.${'delivered' | 'acked' | 'returned' | 'deadLettered'}` }
>;
type AckEvent =
  | Delivery
  | Extract<
      TraceEvent,
      { readonly kind: `${'exchange' | 'consumer' | 'publish' | 'celeryTask' | 'canvas'}.${string}` }
    >;

export function ackEvent(event: AckEvent, step: Step): string {
  const { before, after } = step;
  switch (event.kind) {
    case 'exchange.changed':
      return exchangeChanged(event);
    case 'consumer.changed':
      return consumerChanged(event, after);
    case 'publish.routed':
      return publishRouted(event, before);
    case 'publish.answered':
      return publishAnswered(event, before);
    case 'celeryTask.changed':
      return `task ${event.name === '' ? event.id : event.name} is ${event.state}${event.text === '' ? '' : `: ${cut(event.text)}`}.`;
    case 'canvas.began':
      return `${runner(before)} sends off a ${event.type} of ${event.parts.length} tasks.`;
    default:
      return delivery(event, step);
  }
}

function exchangeChanged({ bindings, name, type }: EventOf<'exchange.changed'>): string {
  const called = name === '' ? 'the default exchange' : `exchange ${name}`;
  if (type === '') return `${called} is gone.`;
  if (bindings.length === 0) return `${called} (${type}) has no bindings: what is published there goes nowhere.`;
  return `${called} (${type}) leads to ${listOf(bindings.map(bindingWords))}.`;
}

function consumerChanged(event: EventOf<'consumer.changed'>, after: World): string {
  const { isOpen, label, prefetch, queue, visibility } = event;
  if (isOpen === 0) return `consumer ${label} takes nothing more from queue ${queueName(after, queue)}.`;
  const share = prefetch === 0 ? 'as many as there are' : `at most ${prefetch} unacknowledged`;
  const timeout = visibility === 0 ? '' : `; what it has not acknowledged after ${timeText(visibility)} others may get`;
  const how = prefetch < 0 ? 'each is acknowledged as it is delivered' : `${share}${timeout}`;
  return `consumer ${label} takes from queue ${queueName(after, queue)}: ${how}.`;
}

function publishRouted({ exchange, key, label, matched, origin }: EventOf<'publish.routed'>, before: World): string {
  const who = origin === 0 ? `${runner(before)} publishes ${cut(label)}` : `${cut(label)}, dead, is sent on`;
  const what = `${who}${key === '' ? '' : ` with key ${cut(key)}`}`;
  if (exchange === '') {
    if (matched.length === 0) return `${what}: there is no queue of that name, it goes nowhere.`;
    return `${what}: the default exchange puts it into the queue of that name.`;
  }
  if (matched.length === 0) return `${what} to exchange ${exchange}: no binding matches, it goes nowhere.`;
  return `${what} to exchange ${exchange}, which leads it to ${listOf(matched.map(bindingWords))}.`;
}

/** `logs`, `logs (kern.*)`. */
function bindingWords(binding: string): string {
  const [queue = '', key = ''] = binding.split(' ← ');
  return key === '' ? queue : `${queue} (${key})`;
}

function publishAnswered({ answer, label, text }: EventOf<'publish.answered'>, before: World): string {
  const why = text === '' ? '' : `: ${text}`;
  const who = runner(before);
  if (answer === 'confirmed')
    return `the broker confirms ${cut(label)} to ${who}${why === '' ? '' : `, though it is in ${text}`}.`;
  if (answer === 'returned') return `the broker gives ${cut(label)} back to ${who}${why}.`;
  return `the broker refuses ${cut(label)} of ${who}${why}.`;
}

function delivery(event: Delivery, { before, after }: Step): string {
  const envelope = envelopeOf(before, event.envelope);
  const what = envelope === undefined ? `message #${event.envelope}` : cut(envelope.label);
  const queue = envelope === undefined ? 'its queue' : `queue ${queueName(before, envelope.queue)}`;
  switch (event.kind) {
    case 'envelope.delivered': {
      const again = envelope?.isRedelivered === true ? ' once more' : '';
      return `${what} is delivered${again} to ${readerName(after, event)}; ${queue} keeps it until it is acknowledged.`;
    }
    case 'envelope.acked':
      return `${what} is acknowledged: ${queue} forgets it${left(after, envelope)}.`;
    case 'envelope.returned':
      return `${what} goes back to ${queue}, to be delivered again: ${event.reason}.`;
    default:
      return `${queue} gives ${what} up: ${event.reason}.`;
  }
}

function left(world: World, envelope: Envelope | undefined): string {
  const queue = envelope === undefined ? undefined : queueOf(world, envelope.queue);
  if (queue === undefined) return '';
  return ` (${queue.items.length} ready, ${queue.unacked.length} unacknowledged)`;
}
