/** Lines around brokers that wait for acknowledgements: to exchanges, from their bindings to queues, and between queues and consumers. */
import { envelopeOf } from '../trace/brokers.ts';
import type { TraceEvent } from '../trace/events.ts';
import type { Life } from '../trace/life.ts';
import type { World } from '../trace/world.ts';
import { bindingKey, exchangeKey, isRouting } from './queue-exchanges.ts';
import type { BindingMark, BoxMark, ExchangeMark, LinkMark, PipeMark, QueueMark } from './queue-marks.ts';

type Look = LinkMark['look'];

interface Input {
  readonly world: World;
  readonly event: TraceEvent | null;
  readonly lineage: readonly Life[];
  readonly marks: readonly QueueMark[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Ends of lines, as the lines of channels have them. */
export interface Ends {
  readonly box: (process: number) => BoxMark | undefined;
  readonly pipe: (queue: number) => PipeMark | undefined;
  readonly inlet: (pipe: PipeMark) => Point;
  readonly reading: (process: number, queue: number, look: Look) => LinkMark | null;
}

export function ackLinks(input: Input, ends: Ends): readonly (LinkMark | null)[] {
  const routing = [...routingLinks(input, ends), ...bindingLinks(input, ends), ...pathLinks(input, ends)];
  return [...routing, ...deliveryLinks(input, ends)];
}

function line(key: string, look: Look, from: Point, to: Point): LinkMark {
  return { kind: 'link', key, look, ...from, width: to.x - from.x, height: to.y - from.y, detour: null, opacity: 1 };
}

/** From who published to the exchange: what comes now, and where from the last came. */
function routingLinks({ event, marks, world }: Input, { box, inlet, pipe }: Ends): readonly (LinkMark | null)[] {
  const places = new Map(marks.flatMap((mark) => (mark.kind === 'exchange' ? [[mark.key, mark] as const] : [])));
  return world.exchanges.map((exchange) => {
    const place = places.get(exchangeKey(exchange));
    const { last } = exchange;
    if (place === undefined || last === null) return null;
    const dead = event?.kind === 'publish.routed' && event.origin !== 0 ? envelopeOf(world, event.origin) : undefined;
    if (dead !== undefined && last.position === world.position) {
      const from = pipe(dead.queue);
      const to = { x: place.x + place.width, y: place.y + 13 };
      return from === undefined ? null : line(`dead ${exchangeKey(exchange)}`, 'refused', inlet(from), to);
    }
    const sender = box(last.process);
    const look = isRouting(world, event, exchange) ? (last.matched.length === 0 ? 'refused' : 'now') : 'quiet';
    return sender === undefined ? null : publishing(sender, place, look, topOf(marks));
  });
}

/** Where lines pass by above exchanges and queues. */
function topOf(marks: readonly QueueMark[]): number {
  return Math.min(...marks.flatMap((mark) => (mark.kind === 'exchange' ? [mark.y] : []))) - 8;
}

/** The selected message: who published it where, and how it came into its queue from there. */
function pathLinks({ lineage, marks, world }: Input, { box, inlet, pipe }: Ends): readonly (LinkMark | null)[] {
  return lineage.flatMap(({ events, exchange: name, name: key, queue }) => {
    const [stored] = events;
    const found = world.queues.find(({ id }) => id === queue);
    const exchange = world.exchanges.find((each) => each.broker === found?.broker && each.name === name);
    const place = exchange === undefined ? undefined : exchangeMark(marks, exchangeKey(exchange));
    const [sender, to] = [box(stored?.process ?? 0), pipe(queue)];
    if (stored === undefined || exchange === undefined || place === undefined || to === undefined) return [];
    const look = stored.position <= world.position ? ('path' as const) : ('ahead' as const);
    const bound = exchange.bindings.filter((binding) => binding.startsWith(`${found?.name} ← `));
    const binding = bound.find((each) => each.endsWith(` ← ${key}`)) ?? (bound.length === 1 ? bound[0] : undefined);
    const row = binding === undefined ? undefined : bindingMark(marks, bindingKey(exchange, binding));
    const from = row === undefined ? { x: place.x + place.width, y: place.y + 13 } : middleOf(row);
    const end = inlet(to);
    const led = end.x < from.x ? null : line(`from ${row?.key ?? `${place.key} to ${to.key}`}`, look, from, end);
    return [sender === undefined ? null : publishing(sender, place, look, topOf(marks)), led];
  });
}

/** From the right it comes along above the queues, and down between them and the exchanges. */
function publishing(sender: BoxMark, place: ExchangeMark, look: Look, top: number): LinkMark {
  const isLeft = sender.x < place.x;
  const from = { x: isLeft ? sender.x + sender.width : sender.x, y: sender.y + (isLeft ? sender.height * 0.35 : 16) };
  const to = { x: isLeft ? place.x : place.x + place.width, y: place.y + 13 };
  return { ...line(`publish ${sender.process} ${place.key}`, look, from, to), detour: isLeft ? null : top - from.y };
}

/** Each binding leads to its queue; the default exchange to the queue that has the name. */
function bindingLinks({ event, marks, world }: Input, { inlet, pipe }: Ends): readonly (LinkMark | null)[] {
  const rows = new Map(marks.flatMap((mark) => (mark.kind === 'binding' ? [[mark.key, mark] as const] : [])));
  return world.exchanges.flatMap((exchange) => {
    const isNow = isRouting(world, event, exchange);
    const matched = isNow ? (exchange.last?.matched ?? []) : [];
    return [...new Set([...exchange.bindings, ...matched])].map((binding) => {
      const [target = ''] = binding.split(' ← ');
      const queue = world.queues.find(
        ({ broker, isOpen, name }) => broker === exchange.broker && isOpen && name === target,
      );
      const to = pipe(queue?.id ?? 0);
      const row = rows.get(bindingKey(exchange, binding));
      const place = exchangeMark(marks, exchangeKey(exchange));
      if (to === undefined || place === undefined) return null;
      const from = row === undefined ? { x: place.x + place.width, y: place.y + 13 } : middleOf(row);
      const end = inlet(to);
      const look = matched.includes(binding) ? 'now' : 'quiet';
      // Where the queues stand below, there are no lines to them.
      return end.x < from.x ? null : line(`from ${bindingKey(exchange, binding)}`, look, from, end);
    });
  });
}

function exchangeMark(marks: readonly QueueMark[], key: string): ExchangeMark | undefined {
  return marks.filter((mark) => mark.kind === 'exchange').find((mark) => mark.key === key);
}

function bindingMark(marks: readonly QueueMark[], key: string): BindingMark | undefined {
  return marks.filter((mark) => mark.kind === 'binding').find((mark) => mark.key === key);
}

function middleOf({ height, width, x, y }: BindingMark): Point {
  return { x: x + width, y: y + height / 2 };
}

/** Who consumes, and what has just been delivered or has come back. */
function deliveryLinks({ event, world }: Input, { reading }: Ends): readonly (LinkMark | null)[] {
  const standing = world.consumers.map(({ process, queue }) => reading(process, queue, 'quiet'));
  if (event?.kind !== 'envelope.delivered' && event?.kind !== 'envelope.returned') return standing;
  // Nobody gave it back: the broker waited no longer.
  if (event.kind === 'envelope.returned' && event.reason === 'visibility timeout') return standing;
  const envelope = envelopeOf(world, event.envelope);
  const process = envelope?.reader?.process ?? 0;
  const now =
    event.kind === 'envelope.delivered'
      ? reading(process, envelope?.queue ?? 0, 'now')
      : turned(reading(process, envelope?.queue ?? 0, 'refused'));
  return [...standing, now];
}

/** The other way round: back into the queue. */
function turned(link: LinkMark | null): LinkMark | null {
  if (link === null) return null;
  const { height, key, width, x, y } = link;
  return { ...link, key: `${key} back`, x: x + width, y: y + height, width: -width, height: -height };
}
