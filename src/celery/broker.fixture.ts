/** A broker with a clock that is moved by hand, and a client that writes down what it is told. */
import { Broker } from './broker.ts';
import type { Delivery, ServerEvent } from './channel.ts';
import type { Connection } from './connection.ts';
import { AmqpError } from './errors.ts';
import type { Field, Table } from './fields.ts';
import type { Message } from './message.ts';
import type { BrokerTold, World } from './world.ts';

const nothing = (): void => undefined;

export const NOBODY: BrokerTold = {
  queueOpened: nothing,
  queueClosed: nothing,
  exchangeChanged: nothing,
  exchangeGone: nothing,
  routed: nothing,
  stored: nothing,
  refused: nothing,
  consumerOpened: nothing,
  consumerClosed: nothing,
  consumerResized: nothing,
  delivered: nothing,
  acked: nothing,
  returned: nothing,
  died: nothing,
  removed: nothing,
  answered: nothing,
};

class Clock implements World {
  #now = 0;
  #names = 0;
  #due: { at: number; action: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  letters(): string {
    return `${++this.#names}`;
  }

  at(at: number, action: () => void): () => void {
    const one = { at, action };
    this.#due.push(one);
    return () => {
      this.#due = this.#due.filter((other) => other !== one);
    };
  }

  advance(to: number): void {
    for (;;) {
      const [next] = this.#due.toSorted((a, b) => a.at - b.at);
      if (next === undefined || next.at > to) break;
      this.#due = this.#due.filter((other) => other !== next);
      this.#now = next.at;
      next.action();
    }
    this.#now = to;
  }
}

export type Options = Readonly<Record<string, Field>>;

export function table(options: Options): Table {
  return new Map(Object.entries(options));
}

export function textOf({ body }: Message): string {
  return new TextDecoder().decode(body);
}

export class Client {
  readonly heard: ServerEvent[] = [];
  connection: Connection;
  readonly #lab: Lab;

  constructor(lab: Lab) {
    this.#lab = lab;
    this.connection = lab.broker.connect((event) => this.heard.push(event));
    this.connection.open(1);
  }

  queue(name: string, args: Options = {}, durable = true): void {
    this.ask(() =>
      this.#lab.broker.host.declareQueue(
        { name, durable, exclusive: false, autoDelete: false, args: table(args) },
        this.connection,
      ),
    );
  }

  exchange(name: string, type: string, args: Options = {}): void {
    this.ask(() =>
      this.#lab.broker.host.declareExchange({
        name,
        type,
        durable: true,
        autoDelete: false,
        internal: false,
        args: table(args),
      }),
    );
  }

  bind(queue: string, exchange: string, key = '', args: Options = {}): void {
    this.ask(() =>
      this.#lab.broker.host.bind(exchange, { target: queue, to: 'queue', key, args: table(args) }, this.connection),
    );
  }

  /** Persistent unless its options say otherwise. */
  publish(exchange: string, routingKey: string, text: string, options: Options & { mandatory?: boolean } = {}): void {
    const { mandatory = false, ...properties } = options;
    const message = {
      exchange,
      routingKey,
      properties: table({ delivery_mode: 2, ...properties }),
      body: new TextEncoder().encode(text),
    };
    this.connection.tell(1, (channel) => channel.publish({ message, mandatory }));
  }

  consume(queue: string, prefetch = 0, noAck = false): string {
    return this.ask(() => {
      const channel = this.channel();
      channel.qos(prefetch, false);
      const found = this.#lab.broker.host.queue(queue, this.connection);
      return channel.consume(found, { tag: '', noAck, exclusive: false });
    });
  }

  get(queue: string): Delivery | null {
    return this.ask(() => this.channel().get(this.#lab.broker.host.queue(queue, this.connection), false));
  }

  /** All that a queue has, one after the other, acknowledged. */
  drain(queue: string): string {
    const found: string[] = [];
    for (let one = this.get(queue); one !== null; one = this.get(queue)) {
      found.push(textOf(one.message));
      this.channel().ack(one.tag, false);
    }
    return found.join(' ');
  }

  channel(): NonNullable<ReturnType<Connection['channel']>> {
    return this.connection.channel(1) ?? this.connection.open(1);
  }

  /** `text` of each message that was pushed, with `!` if it was redelivered. */
  delivered(): string {
    return this.heard
      .flatMap((event) => (event.kind === 'deliver' ? [event.delivery] : []))
      .map(({ isRedelivered, message }) => textOf(message) + (isRedelivered ? '!' : ''))
      .join(' ');
  }

  /** What the server said of publishes and of errors. */
  answers(): readonly string[] {
    return this.heard.flatMap((event) => {
      switch (event.kind) {
        case 'confirm':
          return [event.isAck ? 'ack' : 'nack'];
        case 'return':
          return ['return'];
        case 'channel closed':
        case 'connection closed':
          return [`${event.code} ${event.text}`];
        default:
          return [];
      }
    });
  }

  /** The text of the error that the server answers with; '' none. */
  error(action: () => void): string {
    try {
      action();
    } catch (thrown) {
      if (thrown instanceof AmqpError) return thrown.message;
      throw thrown;
    }
    return '';
  }

  private ask<T>(action: () => T): T {
    return this.connection.ask(1, action);
  }
}

export class Lab {
  readonly clock = new Clock();
  readonly broker: Broker;

  constructor(told: Partial<BrokerTold> = {}) {
    this.broker = new Broker(this.clock, { ...NOBODY, ...told });
  }

  client(): Client {
    return new Client(this);
  }

  /** `ready + unacked`. */
  counts(name: string): string {
    const queue = this.broker.host.queues().find((one) => one.name === name);
    return queue === undefined ? 'gone' : `${queue.readyCount} + ${queue.unackedCount}`;
  }

  ready(name: string): string {
    const queue = this.broker.host.queues().find((one) => one.name === name);
    const entries = queue?.ready() ?? [];
    return entries.map(({ body, isRedelivered }) => textOf(body.message) + (isRedelivered ? '!' : '')).join(' ');
  }
}
