/** A client's end of a connection: what the server said and the client has not looked at yet. */
import type { NetEndpoint } from '../python/vm/network.ts';
import type { ServerEvent } from './channel.ts';
import type { Connection } from './connection.ts';
import type { RabbitServer } from './rabbit-server.ts';

export class ClientEnd implements NetEndpoint {
  readonly isWritable = true;
  readonly hasHungUp = false;
  readonly hasFailed = false;
  readonly connection: Connection;
  readonly server: RabbitServer;
  readonly #events: ServerEvent[] = [];
  readonly #watchers: Set<() => void> = new Set();
  #isWoken = false;
  /** What the client has in hand and has acknowledged already. */
  work = 0;

  constructor(server: RabbitServer) {
    this.server = server;
    this.connection = server.broker.connect((event) => this.#hear(event));
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

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  /** Whoever waits looks whether there is something, even if there is not. */
  wake(): void {
    this.#isWoken = true;
    this.#tell();
  }

  close(): void {
    this.server.broker.disconnect(this.connection);
  }

  #hear(event: ServerEvent): void {
    this.#events.push(event);
    this.#tell();
  }

  #tell(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}
