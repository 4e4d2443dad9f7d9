/** What the arguments of a queue's declaration say, and what is wrong with them. */
import { fail } from './errors.ts';
import { type Field, type Table, typeName } from './fields.ts';

export type Overflow = 'drop-head' | 'reject-publish' | 'reject-publish-dlx';

export interface QueueLimits {
  /** Seconds; null: for ever. */
  readonly messageTtl: number | null;
  /** Seconds without use after which the queue is deleted; null: never. */
  readonly expires: number | null;
  /** Ready messages; Infinity: no limit. */
  readonly maxLength: number;
  /** Of the bodies of ready messages. */
  readonly maxBytes: number;
  readonly overflow: Overflow;
  /** Null: what dies is gone. */
  readonly deadLetterExchange: string | null;
  readonly deadLetterRoutingKey: string | null;
  /** 0: all messages are equal. */
  readonly maxPriority: number;
  readonly isQuorum: boolean;
  /** Of a quorum queue: how often a message may come back; Infinity: as often as it likes. */
  readonly deliveryLimit: number;
  readonly isSingleActive: boolean;
}

const PRIORITY_MAX = 255;
/** Since RabbitMQ 4.0; -1 says that there is none. */
const DELIVERY_LIMIT = 20;
const OVERFLOWS: readonly string[] = ['drop-head', 'reject-publish', 'reject-publish-dlx'];

/** As an error names the queue: `queue 'tasks' in vhost '/'`. */
export function limitsOf(args: Table, what: string): QueueLimits {
  const reader = new Reader(args, what);
  const isQuorum = reader.text('x-queue-type') === 'quorum';
  return {
    messageTtl: seconds(reader.integer('x-message-ttl', 0)),
    expires: seconds(reader.integer('x-expires', 1)),
    maxLength: reader.integer('x-max-length', 0) ?? Number.POSITIVE_INFINITY,
    maxBytes: reader.integer('x-max-length-bytes', 0) ?? Number.POSITIVE_INFINITY,
    overflow: reader.overflow(),
    deadLetterExchange: reader.text('x-dead-letter-exchange'),
    deadLetterRoutingKey: reader.text('x-dead-letter-routing-key'),
    maxPriority: isQuorum ? 0 : reader.priority(),
    isQuorum,
    deliveryLimit: isQuorum ? reader.deliveryLimit() : Number.POSITIVE_INFINITY,
    isSingleActive: args.get('x-single-active-consumer') === true,
  };
}

function seconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds / 1000;
}

class Reader {
  readonly #args: Table;
  readonly #what: string;

  constructor(args: Table, what: string) {
    this.#args = args;
    this.#what = what;
    const type = args.get('x-queue-type');
    if (type !== undefined && type !== 'classic' && type !== 'quorum')
      this.#invalid('x-queue-type', `"unsupported queue type '${type}'"`);
    if (args.has('x-dead-letter-routing-key') && !args.has('x-dead-letter-exchange'))
      this.#invalid('x-dead-letter-routing-key', 'routing_key_but_no_dlx_defined');
  }

  integer(name: string, least: 0 | 1): number | null {
    const value = this.#integer(name);
    if (value === null) return null;
    if (value < 0) this.#invalid(name, `{value_negative,${value}}`);
    if (value < least) this.#invalid(name, `{value_zero,${value}}`);
    return value;
  }

  text(name: string): string | null {
    const value = this.#args.get(name);
    if (value === undefined) return null;
    return typeof value === 'string' ? value : this.#invalid(name, `{unacceptable_type,${typeName(value)}}`);
  }

  overflow(): Overflow {
    const value = this.#args.get('x-overflow') ?? 'drop-head';
    const isKnown = (one: Field): one is Overflow => typeof one === 'string' && OVERFLOWS.includes(one);
    return isKnown(value) ? value : this.#invalid('x-overflow', 'invalid_overflow');
  }

  priority(): number {
    const value = this.integer('x-max-priority', 0) ?? 0;
    return value > PRIORITY_MAX ? this.#invalid('x-max-priority', `{max_value_exceeded,${value}}`) : value;
  }

  deliveryLimit(): number {
    const value = this.#integer('x-delivery-limit') ?? DELIVERY_LIMIT;
    return value < 0 ? Number.POSITIVE_INFINITY : value;
  }

  #integer(name: string): number | null {
    const value = this.#args.get(name);
    if (value === undefined) return null;
    if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
    return this.#invalid(name, `"expected integer, got ${typeName(value)}"`);
  }

  #invalid(name: string, why: string): never {
    return fail(406, `invalid arg '${name}' for ${this.#what}: ${why}`);
  }
}
