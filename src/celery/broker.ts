/** A RabbitMQ broker, without Python: one virtual host, its connections, and what outlives it. */
import type { ServerEvent } from './channel.ts';
import { Connection } from './connection.ts';
import { VirtualHost } from './virtual-host.ts';
import type { BrokerTold, World } from './world.ts';

export class Broker {
  readonly host: VirtualHost;
  readonly #connections: Set<Connection> = new Set();

  constructor(world: World, told: BrokerTold, vhost = '/') {
    this.host = new VirtualHost(vhost, world, told);
  }

  connect(say: (event: ServerEvent) => void): Connection {
    const connection = new Connection(this.host, say);
    this.#connections.add(connection);
    return connection;
  }

  disconnect(connection: Connection, reason?: string): void {
    this.#connections.delete(connection);
    connection.close(reason);
  }

  /** It ends, killed or as it likes, and when it comes again there is what is durable, and of that what is persistent. */
  crash(isKilled: boolean): void {
    for (const connection of this.#connections) connection.endConsumers();
    for (const connection of this.#connections) connection.lose();
    this.#connections.clear();
    this.host.restart(isKilled);
  }
}
