/**
 * A client's end of a connection: what the server said and the client has not looked at yet. A client that waits here sends heartbeats; one
 * that does something else for too long, or whose link is cut, is given up by the server. What is said over a cut link waits until it is healed.
 */
import type { NetCarrier, NetEndpoint, NetLinkEnds, NetTraffic } from '../python/vm/network.ts';
import type { ServerEvent } from './channel.ts';
import type { Connection } from './connection.ts';
import type { RabbitServer } from './rabbit-server.ts';
import { Silence } from './silence.ts';

export interface ClientEndInit {
  readonly server: RabbitServer;
  /** Seconds; 0: the server waits for ever. */
  readonly heartbeat: number;
  readonly ends: NetLinkEnds;
  /** Null: there is no network. */
  readonly traffic: NetTraffic | null;
}

export class ClientEnd implements NetEndpoint, NetCarrier {
  readonly isWritable = true;
  readonly hasHungUp = false;
  readonly hasFailed = false;
  readonly connection: Connection;
  readonly server: RabbitServer;
  readonly #init: ClientEndInit;
  readonly #silence: Silence;
  readonly #watchers: Set<() => void> = new Set();
  #events: ServerEvent[] = [];
  /** What the server said, and what the client did, since the link is cut. */
  #underway: { readonly said: ServerEvent[]; readonly done: (() => void)[] } | null = null;
  #isWoken = false;
  /** What the client has in hand and has acknowledged already. */
  work = 0;

  constructor(init: ClientEndInit) {
    const { heartbeat, server, traffic } = init;
    this.#init = init;
    this.server = server;
    this.connection = server.broker.connect((event) => this.#hear(event));
    this.#silence = new Silence(heartbeat, server.broker.host.world, () => this.#die());
    this.#silence.begin();
    traffic?.add(this);
  }

  get isCut(): boolean {
    return this.#underway !== null;
  }

  get isReadable(): boolean {
    return this.#isWoken || this.#events.length > 0;
  }

  /** It waits for messages, and has none in hand. */
  get awaitsWork(): boolean {
    const { connection } = this;
    const isIdle = this.work === 0 && connection.channels().every(({ unackedCount }) => unackedCount === 0);
    return connection.isConsuming && !this.isReadable && this.#watchers.size > 0 && isIdle;
  }

  next(): ServerEvent | undefined {
    this.#isWoken = false;
    return this.#events.shift();
  }

  /** What the client does without an answer. */
  do(action: () => void): void {
    this.#silence.heard();
    if (this.#underway === null) action();
    else this.#underway.done.push(action);
  }

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    if (!this.isCut) this.#silence.end();
    return () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size === 0 && !this.isCut && this.connection.isOpen) this.#silence.begin();
    };
  }

  /** Whoever waits looks whether there is something, even if there is not. */
  wake(): void {
    this.#isWoken = true;
    this.#tell();
  }

  /** Over a link that is cut the server hears of it later. */
  close(): void {
    if (this.#underway !== null && this.connection.isOpen) this.#underway.done.push(() => this.#leave());
    else this.#leave();
  }

  #leave(): void {
    this.#silence.end();
    this.#init.traffic?.delete(this);
    this.server.broker.disconnect(this.connection);
  }

  has(): boolean {
    return false;
  }

  delay(): void {
    // It has no single message on its way.
  }

  lose(): void {
    // Neither.
  }

  looked(): void {
    const isCut = this.#init.traffic?.isCut(this.#init.ends) ?? false;
    if (isCut === this.isCut) return;
    const underway = this.#underway;
    this.#underway = isCut ? { said: [], done: [] } : null;
    if (underway === null) return this.#silence.begin();
    if (this.#watchers.size > 0) this.#silence.end();
    for (const action of underway.done) action();
    this.#events.push(...underway.said);
    this.#tell();
  }

  /** Neither has heard of the other for too long. */
  #die(): void {
    if (this.#underway !== null) this.#underway = { said: [], done: [] };
    this.server.broker.disconnect(this.connection, 'missed heartbeats');
    this.#events = [{ kind: 'lost' }];
    this.#tell();
  }

  #hear(event: ServerEvent): void {
    if (event.kind === 'lost') this.#silence.end();
    if (this.#underway !== null) {
      this.#underway.said.push(event);
      return;
    }
    this.#events.push(event);
    this.#tell();
  }

  #tell(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}
