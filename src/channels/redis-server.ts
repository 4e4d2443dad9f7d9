/**
 * The Redis servers of the simulated computer, by port: each is a process, `redis-server`, and has what its clients keep there. Clients
 * speak with it directly and not over the simulated network, so that a command takes no time and cannot be cut off.
 */

import { isOwnHost, type OwnServer, withServers } from '../python/modules/own-servers.ts';
import type { Outcome } from '../python/objects/native.ts';
import { machine } from '../python/vm/machine.ts';
import type { Process } from '../python/vm/process.ts';
import type { Scheduler } from '../python/vm/scheduler.ts';
import { type Data, valueOf } from './data.ts';
import type { Quirks } from './envelope.ts';
import { ListShard } from './list-shard.ts';
import { Mailboxes } from './mailboxes.ts';
import { Hub } from './pubsub.ts';
import { RedisStore } from './redis-store.ts';
import { Reporter } from './reporter.ts';
import { bodyOf, labelOf } from './show.ts';
import { SortedShard } from './sorted-shard.ts';
import { worldOf } from './world.ts';

export const PROGRAM = 'redis-server';
export const DEFAULT_PORT = 6379;

export interface Address {
  readonly host: string;
  readonly port: number;
  readonly db: number;
}

/** What it does with the data of its clients, whatever they are. */
interface Shard {
  disconnect(): void;
  flush(why: 'flushed' | 'lost'): void;
  retell(): void;
}

export class RedisServer implements OwnServer {
  readonly program = PROGRAM;
  readonly port: number;
  readonly reporter: Reporter<Data>;
  readonly #watchers: Set<() => void> = new Set();
  readonly #lists: Map<string, ListShard<Data>> = new Map();
  readonly #sorted: Map<string, SortedShard<Data>> = new Map();
  readonly #stores: Map<number, RedisStore> = new Map();
  readonly mailboxes = new Mailboxes();
  #hub: Hub<Data> | null = null;
  #process: Process | null = null;
  #keeps = false;

  constructor(port: number) {
    this.port = port;
    this.reporter = new Reporter({
      facts: () => ({ type: 'Redis', label: this.label, process: this.#process ?? machine.process, isAcking: false }),
      show: (message) => {
        const value = valueOf(message, false);
        return { label: labelOf(value), body: bodyOf(value) };
      },
    });
  }

  isStartedBy(argv: readonly string[]): boolean {
    return portOf(argv) === this.port;
  }

  /** What the picture calls it. */
  get label(): string {
    return `localhost:${this.port}`;
  }

  get isUp(): boolean {
    return this.#process !== null;
  }

  /** `keeps`: what it holds outlives it. */
  start(process: Process, keeps: boolean): void {
    this.#process = process;
    this.#keeps = keeps;
    this.reporter.opened();
    for (const shard of this.#shards()) shard.retell();
    this.#hub?.retell();
    this.#tell();
  }

  /** Its process has ended: all connections with it are gone, and what it did not keep. */
  stop(): void {
    for (const shard of this.#shards()) {
      shard.disconnect();
      if (!this.#keeps) shard.flush('lost');
    }
    if (!this.#keeps) this.flushStores();
    this.mailboxes.disconnect();
    this.reporter.closed(`its process has ended; what it held is ${this.#keeps ? 'kept' : 'lost'}`);
    this.#process = null;
    this.#tell();
  }

  /** FLUSHALL. */
  flush(): void {
    for (const shard of this.#shards()) shard.flush('flushed');
  }

  lists(db: number, prefix: string): ListShard<Data> {
    return known(this.#lists, `${db} ${prefix}`, () => new ListShard(worldOf(machine), this.reporter));
  }

  sorted(db: number, prefix: string, quirks: Quirks): SortedShard<Data> {
    return known(this.#sorted, `${db} ${prefix}`, () => new SortedShard(worldOf(machine), this.reporter, quirks));
  }

  /** For programs that use Redis themselves. */
  store(db: number): RedisStore {
    return known(this.#stores, db, () => new RedisStore(worldOf(machine)));
  }

  flushStores(): void {
    for (const store of this.#stores.values()) store.flush();
  }

  /** For layers that publish and subscribe. */
  hub(): Hub<Data> {
    this.#hub ??= new Hub(worldOf(machine), this.reporter);
    return this.#hub;
  }

  /** Calls back when it comes or goes. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  #shards(): readonly Shard[] {
    return [...this.#lists.values(), ...this.#sorted.values()];
  }

  #tell(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}

function known<K, T>(map: Map<K, T>, key: K, make: () => T): T {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

const computers: WeakMap<Scheduler, Map<number, RedisServer>> = new WeakMap();

export function redisAt(port: number): RedisServer {
  const servers = computers.get(machine.scheduler) ?? new Map<number, RedisServer>();
  computers.set(machine.scheduler, servers);
  return known(servers, port, () => new RedisServer(port));
}

/** One that runs, by the name that the picture has for it: `localhost:6379`. */
export function redisNamed(scheduler: Scheduler, name: string): RedisServer | undefined {
  return [...(computers.get(scheduler)?.values() ?? [])].find((server) => server.isUp && server.label === name);
}

/** What was done once its server runs: at once, or as soon as one that is being started is there. `refused`: there is none. */
export function withRedis(
  addresses: readonly Address[],
  done: () => Outcome,
  refused: (of: Address) => never,
): Outcome {
  const called = addresses.map(({ host, port }) => ({ host, server: redisAt(port) }));
  return withServers(called, done, (index) => refused(addresses[index] as Address));
}

export function isOwn({ host }: Address): boolean {
  return isOwnHost(host);
}

function portOf(argv: readonly string[]): number {
  const at = argv.indexOf('--port');
  return at < 0 ? DEFAULT_PORT : Number(argv[at + 1]);
}
