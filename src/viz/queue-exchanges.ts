/** Exchanges: what is bound to each, and which of its bindings matched what has just come. */
import { type Exchange, envelopeOf } from '../trace/brokers.ts';
import type { TraceEvent } from '../trace/events.ts';
import type { World } from '../trace/world.ts';
import type { BindingMark, ExchangeMark, HeadMark, QueueMark, TokenMark } from './queue-marks.ts';
import { isLetterBox } from './queue-roles.ts';

const HEAD = 42;
const ROW = 22;
const NOTE = 22;
const GAP = 14;
const TOKEN = { width: 90, height: 20 };
const REASON_BEYOND = 40;
/** Further bindings are counted. */
const BINDINGS_MAX = 10;
/** Predeclared ones to which nothing came and nothing is bound are no news. */
const PREDECLARED = /^(?:amq\..*)?$/;

/** What it is called: the default exchange has no name. */
export function exchangeName({ name }: Pick<Exchange, 'name'>): string {
  return name === '' ? '(default)' : name;
}

export function exchangeKey({ broker, name }: Pick<Exchange, 'broker' | 'name'>): string {
  return `exchange ${broker} ${name}`;
}

export function bindingKey(exchange: Pick<Exchange, 'broker' | 'name'>, binding: string): string {
  return `binding ${exchangeKey(exchange)} ${binding}`;
}

/** `used`: those that anything comes to in the whole run: a place is kept for them. */
export function shownExchanges(
  { exchanges }: Pick<World, 'exchanges'>,
  broker: number,
  used: ReadonlySet<string>,
): readonly Exchange[] {
  const known = exchanges.filter((each) => each.broker === broker);
  const hasDefault = known.some(({ name }) => name === '');
  const fresh = { broker, name: '', type: 'direct', bindings: [], published: 0, unrouted: 0, last: null };
  const all = used.has('') && !hasDefault ? [fresh, ...known] : known;
  return all
    .filter(
      ({ bindings, name }) =>
        used.has(name) || (!isLetterBox({ name }) && (!PREDECLARED.test(name) || bindings.length > 0)),
    )
    .toSorted((a, b) => Number(b.name === '') - Number(a.name === ''));
}

/** What it makes of it is so as long as the message is put into queues, or given back. */
export function isRouting(world: World, event: TraceEvent | null, { last }: Pick<Exchange, 'last'>): boolean {
  if (event === null || last === null) return false;
  if (event.kind === 'publish.routed') return last.position === world.position;
  const isAfter =
    event.kind === 'envelope.stored' || event.kind === 'envelope.refused' || event.kind === 'publish.answered';
  if (!isAfter || event.label !== last.label || last.position > world.position) return false;
  return event.kind !== 'envelope.stored' || envelopeOf(world, event.envelope)?.name === last.key;
}

interface ExchangePlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Lines lead to the queues: their names need not be told. */
  readonly isBeside: boolean;
}

export function exchangeMarks(
  world: World,
  event: TraceEvent | null,
  exchange: Exchange,
  { isBeside, width, x, y }: ExchangePlace,
): { readonly marks: readonly QueueMark[]; readonly bottom: number } {
  const { bindings, broker, last, type } = exchange;
  const isNow = isRouting(world, event, exchange);
  const shown = bindings.slice(0, BINDINGS_MAX);
  const more = bindings.length - shown.length;
  const rows = Math.max(1, shown.length + (more > 0 ? 1 : 0));
  const height = HEAD + rows * ROW + 4;
  const box: ExchangeMark = {
    ...{ kind: 'exchange', key: exchangeKey(exchange), broker, opacity: 1 },
    ...{ x, y, width, height, type, isNew: isNow, name: exchangeName(exchange), note: noteText(exchange) },
  };
  const row = (index: number) => ({ x: x + 1, y: y + HEAD + index * ROW, width: width - 2, height: ROW, opacity: 1 });
  const bound = shown.map((binding, index): BindingMark => {
    const [target = '', key = ''] = binding.split(' ← ');
    const look = !isNow ? 'quiet' : last?.matched.includes(binding) === true ? 'matched' : 'unmatched';
    return {
      kind: 'binding',
      key: bindingKey(exchange, binding),
      ...row(index),
      text: key === '' ? 'any key' : key,
      target: isBeside ? '' : target,
      look,
    };
  });
  const head = (key: string, text: string, look: HeadMark['look']): HeadMark => {
    const at = { ...row(shown.length), x: x + 9, width: width - 18 };
    return { kind: 'head', key: `${key} ${exchangeKey(exchange)}`, text, look, process: 0, ...at };
  };
  const rest =
    more > 0
      ? [head('more', `and ${more} more`, 'more')]
      : shown.length === 0
        ? [head('nothing', exchange.name === '' ? 'any queue by name' : 'nothing is bound', 'more')]
        : [];
  const below = y + height + 2;
  const gone =
    isNow && last !== null && last.matched.length === 0 ? goneMarks(exchange, { x, y: below, width, isBeside }) : [];
  return { marks: [box, ...bound, ...rest, ...gone], bottom: below + NOTE + GAP };
}

/** `3 published, 1 went nowhere`. */
function noteText({ published, unrouted }: Exchange): string {
  if (published === 0) return '';
  return unrouted === 0 ? `${published} published` : `${published} published, ${unrouted} went nowhere`;
}

/** It falls out below. */
function goneMarks(exchange: Exchange, { isBeside, width, x, y }: ExchangePlace): readonly QueueMark[] {
  const { last } = exchange;
  const label = last?.label ?? '';
  const note = exchange.name === '' ? 'no such queue' : 'no binding matches';
  const wide = Math.min(TOKEN.width, width / 2);
  const token: TokenMark = {
    ...{ kind: 'token', key: `unrouted ${exchangeKey(exchange)}`, envelope: 0, label, hue: 0, left: null, opacity: 1 },
    ...{ x, y, width: wide, height: TOKEN.height, look: 'fallen', note, isNew: true, isOnPath: false, isAgain: false },
    spoken: `${label} goes nowhere: ${note}`,
  };
  // It may reach into the gap before the queues.
  const at = { x: x + wide + 6, y, width: width - wide - 6 + (isBeside ? REASON_BEYOND : 0), height: TOKEN.height };
  return [token, { kind: 'head', key: `${token.key} why`, text: note, look: 'reason', process: 0, opacity: 1, ...at }];
}
