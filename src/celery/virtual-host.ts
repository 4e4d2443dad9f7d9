/** A virtual host: its exchanges and queues by name, and the way of a message from an exchange into queues. */
import { BrokerQueue, type QueueHost } from './broker-queue.ts';
import { type Declared, equivalentExchange, equivalentQueue } from './equivalence.ts';
import { fail, failNotFound } from './errors.ts';
import { type Binding, EXCHANGE_TYPES, Exchange, type ExchangeInit, isSame, predeclared } from './exchange.ts';
import { EMPTY_TABLE, type Table } from './fields.ts';
import { type DeathReason, deadLetter, isCycle, type Message, routingKeys } from './message.ts';
import { limitsOf } from './queue-arguments.ts';
import type { BrokerTold, World } from './world.ts';

export interface QueueAsked {
  /** '': the server finds one. */
  readonly name: string;
  readonly durable: boolean;
  readonly exclusive: boolean;
  readonly autoDelete: boolean;
  readonly args: Table;
}

export interface ExchangeAsked extends Omit<ExchangeInit, 'type'> {
  readonly type: string;
}

/** To how many queues it went; and how many of them refused it. */
export interface Routed {
  readonly routed: number;
  readonly refused: number;
}

const RESERVED = /^amq\./;

export class VirtualHost implements QueueHost {
  readonly name: string;
  readonly world: World;
  readonly told: BrokerTold;
  readonly #exchanges: Map<string, Exchange>;
  readonly #queues: Map<string, BrokerQueue> = new Map();

  constructor(name: string, world: World, told: BrokerTold) {
    this.name = name;
    this.world = world;
    this.told = told;
    this.#exchanges = new Map(predeclared().map((exchange) => [exchange.name, exchange]));
  }

  queues(): readonly BrokerQueue[] {
    return [...this.#queues.values()];
  }

  exchanges(): readonly Exchange[] {
    return [...this.#exchanges.values()];
  }

  nameOf(what: 'queue' | 'exchange', name: string): string {
    return `${what} '${name}' in vhost '${this.name}'`;
  }

  /** One that this connection may use. */
  queue(name: string, connection: object): BrokerQueue {
    const queue = this.#queues.get(name) ?? failNotFound('queue', name, this.name);
    const { owner } = queue.init;
    return owner === null || owner === connection ? queue : this.#failLocked(name);
  }

  exchange(name: string): Exchange {
    return this.#exchanges.get(name) ?? failNotFound('exchange', name, this.name);
  }

  declareQueue(asked: QueueAsked, connection: object): BrokerQueue {
    const { args, autoDelete, durable, exclusive } = asked;
    const name = asked.name === '' ? `amq.gen-${this.world.letters()}` : asked.name;
    const known = this.#queues.get(name);
    const what = this.nameOf('queue', name);
    if (known !== undefined) {
      const { owner } = known.init;
      if (owner !== (exclusive ? connection : null)) this.#failLocked(name);
      equivalentQueue(asked, known.init, what);
      known.used();
      return known;
    }
    if (asked.name !== '' && RESERVED.test(name)) fail(403, `queue name '${name}' contains reserved prefix 'amq.*'`);
    const limits = limitsOf(args, what);
    if (limits.isQuorum && !durable) fail(406, `invalid property 'non-durable' for ${what}`);
    if (limits.isQuorum && exclusive) fail(406, `invalid property 'exclusive-owner' for ${what}`);
    const owner = exclusive ? connection : null;
    const queue = new BrokerQueue({ name, durable, autoDelete, owner, args, limits }, this);
    this.#queues.set(name, queue);
    this.told.queueOpened(queue);
    return queue;
  }

  declareExchange(asked: ExchangeAsked): void {
    const { name, type } = asked;
    const known = this.#exchanges.get(name);
    this.#checkNotDefault(name);
    const kind = EXCHANGE_TYPES.find((one) => one === type) ?? fail(503, `invalid exchange type '${type}'`);
    if (known !== undefined) {
      equivalentExchange(asked, known.init satisfies Declared, this.nameOf('exchange', name));
      return;
    }
    if (RESERVED.test(name)) fail(403, `exchange name '${name}' contains reserved prefix 'amq.*'`);
    const exchange = new Exchange({ ...asked, type: kind });
    this.#exchanges.set(name, exchange);
    this.told.exchangeChanged(exchange);
  }

  bind(from: string, binding: Binding, connection: object): void {
    this.#checkBinding(from, binding, connection);
    const exchange = this.exchange(from);
    if (exchange.bind(binding)) this.told.exchangeChanged(exchange);
  }

  unbind(from: string, binding: Binding, connection: object): void {
    this.#checkBinding(from, binding, connection);
    this.#unbind(this.exchange(from), (other) => isSame(other, binding));
  }

  /** How many messages it had. */
  deleteQueue(name: string, asked: { ifUnused: boolean; ifEmpty: boolean }, connection: object): number {
    if (!this.#queues.has(name)) return 0;
    const queue = this.queue(name, connection);
    const what = this.nameOf('queue', name);
    if (asked.ifUnused && queue.consumers().length > 0) fail(406, `${what} in use`);
    if (asked.ifEmpty && queue.readyCount > 0) fail(406, `${what} not empty`);
    const count = queue.readyCount;
    this.drop(queue, 'deleted');
    return count;
  }

  deleteExchange(name: string, ifUnused: boolean): void {
    this.#checkNotDefault(name);
    if (RESERVED.test(name)) fail(403, `deletion of system ${this.nameOf('exchange', name)} not allowed`);
    const exchange = this.#exchanges.get(name);
    if (exchange === undefined) return;
    if (ifUnused && exchange.bindings.length > 0) fail(406, `${this.nameOf('exchange', name)} in use`);
    this.#dropExchange(exchange);
  }

  /** `isConfirmed`: its sender is told when it is on disk, so that it is written at once. */
  publish(message: Message, isConfirmed: boolean): Routed {
    const exchange = this.exchange(message.exchange);
    if (exchange.init.internal) fail(403, `cannot publish to internal ${this.nameOf('exchange', exchange.name)}`);
    const queues = this.#route(exchange, message);
    const kept = withoutBlindCopies(message);
    return { routed: queues.length, refused: queues.filter((queue) => !queue.accept(kept, isConfirmed)).length };
  }

  died(queue: BrokerQueue, message: Message, reason: DeathReason): void {
    const { deadLetterExchange: name, deadLetterRoutingKey: routingKey } = queue.init.limits;
    const exchange = name === null ? undefined : this.#exchanges.get(name);
    if (name === null || exchange === undefined) return;
    const time = this.world.now();
    const letter = deadLetter(message, { exchange: name, queue: queue.name, reason, routingKey, time });
    for (const target of this.#route(exchange, letter)) {
      if (reason === 'rejected' || !isCycle(letter, target.name)) target.accept(letter);
    }
  }

  drop(queue: BrokerQueue, reason: string): void {
    if (!this.#queues.delete(queue.name)) return;
    queue.close('deleted');
    for (const consumer of queue.consumers()) consumer.init.channel.cancelled(consumer);
    this.told.queueClosed(queue, reason);
    this.#unbindAll('queue', queue.name);
  }

  /** The connection is gone. */
  dropOwned(connection: object): void {
    for (const queue of this.queues()) if (queue.init.owner === connection) this.drop(queue, 'its connection is gone');
  }

  /** The broker has ended and comes again; its connections are gone by now. `isKilled`: it could not write what was left to write. */
  restart(isKilled: boolean): void {
    for (const queue of this.queues()) {
      if (queue.init.durable) queue.restart(isKilled);
      else this.drop(queue, 'lost');
    }
    for (const exchange of this.exchanges()) if (!exchange.init.durable) this.#dropExchange(exchange);
  }

  /** The queues that it goes to, each once. */
  #route(exchange: Exchange, message: Message): readonly BrokerQueue[] {
    const seen = new Set<Exchange>();
    const found = new Set<BrokerQueue>();
    const walk = (from: Exchange): void => {
      if (seen.has(from)) return;
      seen.add(from);
      const targets = from.name === '' ? this.#byName(message) : from.matching(message);
      const otherwise = targets.length === 0 ? this.#alternate(from) : undefined;
      const passed = otherwise === undefined ? [] : [toExchange(otherwise)];
      this.told.routed(from, message, [...targets, ...passed]);
      for (const { target, to } of targets) {
        const queue = to === 'queue' ? this.#queues.get(target) : undefined;
        const next = to === 'exchange' ? this.#exchanges.get(target) : undefined;
        if (queue !== undefined) found.add(queue);
        if (next !== undefined) walk(next);
      }
      if (otherwise !== undefined) walk(otherwise);
    };
    walk(exchange);
    return [...found];
  }

  /** The default exchange: every queue by its name. */
  #byName(message: Message): readonly Binding[] {
    const names = routingKeys(message).filter((name) => this.#queues.has(name));
    return names.map((target) => ({ target, to: 'queue', key: target, args: EMPTY_TABLE }));
  }

  /** Where what nothing matches goes. */
  #alternate({ init }: Exchange): Exchange | undefined {
    const name = init.args.get('alternate-exchange');
    return typeof name === 'string' ? this.#exchanges.get(name) : undefined;
  }

  #checkNotDefault(name: string): void {
    if (name === '') fail(403, 'operation not permitted on the default exchange');
  }

  #checkBinding(from: string, { target, to }: Binding, connection: object): void {
    this.#checkNotDefault(from);
    if (to === 'queue') this.queue(target, connection);
    else {
      this.#checkNotDefault(target);
      this.exchange(target);
    }
  }

  #unbindAll(to: Binding['to'], target: string): void {
    for (const exchange of this.exchanges())
      this.#unbind(exchange, (binding) => binding.to === to && binding.target === target);
  }

  #unbind(exchange: Exchange, isMeant: (binding: Binding) => boolean): void {
    if (!exchange.unbind(isMeant)) return;
    this.told.exchangeChanged(exchange);
    if (exchange.init.autoDelete && exchange.bindings.length === 0) this.#dropExchange(exchange);
  }

  #dropExchange(exchange: Exchange): void {
    if (!this.#exchanges.delete(exchange.name)) return;
    this.told.exchangeGone(exchange);
    this.#unbindAll('exchange', exchange.name);
  }

  #failLocked(name: string): never {
    return fail(
      405,
      `cannot obtain exclusive access to locked ${this.nameOf('queue', name)}. It could be originally declared on another ` +
        'connection or the exclusive property value does not match that of the original declaration.',
    );
  }
}

function toExchange({ name }: Exchange): Binding {
  return { target: name, to: 'exchange', key: 'what nothing matches', args: EMPTY_TABLE };
}

/** Receivers do not see who else got it. */
function withoutBlindCopies(message: Message): Message {
  const headers = message.properties.get('headers');
  if (!(headers instanceof Map) || !headers.has('BCC')) return message;
  const rest = new Map(headers as Table);
  rest.delete('BCC');
  return { ...message, properties: new Map([...message.properties, ['headers', rest]]) };
}
