/** Exchanges and what is bound to them. */
import { EMPTY_TABLE, sameTable, type Table } from './fields.ts';
import { type Message, routingKeys } from './message.ts';
import { headersMatch, headersOf, topicMatches } from './routing.ts';

export const EXCHANGE_TYPES = ['direct', 'fanout', 'topic', 'headers'] as const;
export type ExchangeType = (typeof EXCHANGE_TYPES)[number];

export interface Binding {
  /** The name of a queue, or of another exchange. */
  readonly target: string;
  readonly to: 'queue' | 'exchange';
  readonly key: string;
  readonly args: Table;
}

export interface ExchangeInit {
  readonly name: string;
  readonly type: ExchangeType;
  readonly durable: boolean;
  /** It goes with its last binding, if it ever had one. */
  readonly autoDelete: boolean;
  /** Clients cannot publish to it. */
  readonly internal: boolean;
  readonly args: Table;
}

export class Exchange {
  readonly init: ExchangeInit;
  #bindings: readonly Binding[] = [];

  constructor(init: ExchangeInit) {
    this.init = init;
  }

  get name(): string {
    return this.init.name;
  }

  get bindings(): readonly Binding[] {
    return this.#bindings;
  }

  /** False: it is there already. */
  bind(binding: Binding): boolean {
    if (this.#bindings.some((other) => isSame(other, binding))) return false;
    this.#bindings = [...this.#bindings, binding];
    return true;
  }

  /** False: it had none of these. */
  unbind(isMeant: (binding: Binding) => boolean): boolean {
    const before = this.#bindings.length;
    this.#bindings = this.#bindings.filter((binding) => !isMeant(binding));
    return this.#bindings.length < before;
  }

  /** Bindings that the message matches; a target may be there several times. */
  matching(message: Message): readonly Binding[] {
    return this.#bindings.filter((binding) => this.#matches(binding, message));
  }

  #matches({ args, key }: Binding, message: Message): boolean {
    switch (this.init.type) {
      case 'fanout':
        return true;
      case 'direct':
        return routingKeys(message).includes(key);
      case 'topic':
        return routingKeys(message).some((given) => topicMatches(key, given));
      default:
        return headersMatch(args, headersOf(message.properties));
    }
  }
}

export function isSame(a: Binding, b: Binding): boolean {
  return a.target === b.target && a.to === b.to && a.key === b.key && sameTable(a.args, b.args);
}

const PREDECLARED: readonly (readonly [string, ExchangeType])[] = [
  ['', 'direct'],
  ['amq.direct', 'direct'],
  ['amq.fanout', 'fanout'],
  ['amq.topic', 'topic'],
  ['amq.headers', 'headers'],
  ['amq.match', 'headers'],
];

export function predeclared(): readonly Exchange[] {
  return PREDECLARED.map(
    ([name, type]) =>
      new Exchange({ name, type, durable: true, autoDelete: false, internal: false, args: EMPTY_TABLE }),
  );
}
