/**
 * The RabbitMQ servers of the simulated computer, by port: each is a process, `rabbitmq-server`. Clients speak with it directly and not
 * over the simulated network. What is durable stays when it ends, but for what a kill has kept it from
 * writing.
 */
import { type Called, type OwnServer, withServers } from '../python/modules/own-servers.ts';
import type { Outcome } from '../python/objects/native.ts';
import { machine } from '../python/vm/machine.ts';
import type { NetLinkEnds } from '../python/vm/network.ts';
import type { Process } from '../python/vm/process.ts';
import type { Scheduler } from '../python/vm/scheduler.ts';
import { AmqpReporter } from './amqp-reporter.ts';
import { Broker } from './broker.ts';
import type { World } from './world.ts';

const PROGRAM = 'rabbitmq-server';
const DEFAULT_PORT = 5672;
const SIGKILL = 9;
const NAME_LENGTH = 22;
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_';

/** Who may connect, and whereto. */
export interface Access {
  readonly user: string;
  readonly password: string;
  readonly vhost: string;
}

export class RabbitServer implements OwnServer {
  readonly program = PROGRAM;
  readonly port: number;
  readonly broker: Broker;
  readonly reporter: AmqpReporter;
  access: Access = { user: 'guest', password: 'guest', vhost: '/' };
  readonly #watchers: Set<() => void> = new Set();
  #process: Process | null = null;

  constructor(port: number) {
    this.port = port;
    this.reporter = new AmqpReporter(() => ({
      type: 'RabbitMQ',
      label: `localhost:${port}`,
      process: this.#process ?? machine.process,
      isAcking: true,
    }));
    this.broker = new Broker(worldOfBroker(), this.reporter);
  }

  get isUp(): boolean {
    return this.#process !== null;
  }

  /** What the two ends of a connection with it are called, for a client here that calls it so. */
  endsOf(host: string): NetLinkEnds {
    const [from, to] = [machine.process.shownName, this.#process?.shownName ?? ''];
    return { from: 'localhost', fromProcess: from, to: host, toProcess: to, address: `127.0.0.1:${this.port}` };
  }

  /** On another port if its environment says so, which a command line does not show. */
  isStartedBy(): boolean {
    return this.port === DEFAULT_PORT;
  }

  start(process: Process, access: Access): void {
    this.#process = process;
    this.access = access;
    this.reporter.opened();
    this.#tell();
  }

  /** Its process has ended with this status: all connections with it are gone, and what it had not kept. */
  stop(status: number): void {
    this.broker.crash(status === -SIGKILL);
    this.reporter.closed();
    this.#process = null;
    this.#tell();
  }

  /** Calls back when it comes or goes. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  #tell(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}

function worldOfBroker(): World {
  const { agenda, clock } = machine.scheduler.system;
  const prng = machine.prng.fork('names of RabbitMQ');
  return {
    now: () => clock.now(),
    letters: () => Array.from({ length: NAME_LENGTH }, () => LETTERS[prng.below(LETTERS.length)]).join(''),
    at: (seconds, action) => {
      const appointment = agenda.at(seconds, action);
      return () => agenda.cancel(appointment);
    },
  };
}

const computers: WeakMap<Scheduler, Map<number, RabbitServer>> = new WeakMap();

export function rabbitAt(port: number): RabbitServer {
  const servers = computers.get(machine.scheduler) ?? new Map<number, RabbitServer>();
  computers.set(machine.scheduler, servers);
  const found = servers.get(port) ?? new RabbitServer(port);
  servers.set(port, found);
  return found;
}

/** What was done once the server runs: at once, or as soon as one that is being started is there. `refused`: there is none. */
export function withRabbit(host: string, port: number, done: () => Outcome, refused: () => never): Outcome {
  const called: Called = { host, server: rabbitAt(port) };
  return withServers([called], done, refused);
}
