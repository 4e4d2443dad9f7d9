/** Where Kombu and Celery keep what they keep in Redis: in the servers of the simulated computer, by port; or in the memory of one process. */
import type { OwnServer } from '../python/modules/own-servers.ts';
import { machine } from '../python/vm/machine.ts';
import type { Process } from '../python/vm/process.ts';
import type { Scheduler } from '../python/vm/scheduler.ts';
import { CloudQueues } from './cloud-queues.ts';
import { KeyQueues } from './key-queues.ts';
import { KeyReporter } from './key-reporter.ts';
import { KeyValues } from './key-values.ts';
import type { KeyWorld, PostQueues, QueuesObserver } from './post-queues.ts';

const PROGRAM = 'redis-server';
const DEFAULT_PORT = 6379;

/** One numbered database of a server, what a process has in its own memory, or what is in SQS. */
export interface Database<Queues extends PostQueues = PostQueues> {
  readonly queues: Queues;
  readonly values: KeyValues;
  readonly reporter: KeyReporter;
}

export class KeyServer implements OwnServer {
  readonly program = PROGRAM;
  readonly port: number;
  readonly #databases: Map<number, Database<KeyQueues>> = new Map();
  readonly #watchers: Set<() => void> = new Set();
  #process: Process | null = null;
  #session = 0;

  constructor(port: number) {
    this.port = port;
  }

  get isUp(): boolean {
    return this.#process !== null;
  }

  /** Another one each time it starts or ends: a connection is of one session. */
  get session(): number {
    return this.#session;
  }

  isStartedBy(argv: readonly string[]): boolean {
    const at = argv.indexOf('--port');
    return (at < 0 ? DEFAULT_PORT : Number(argv[at + 1])) === this.port;
  }

  start(process: Process): void {
    this.#process = process;
    this.#session++;
    for (const { reporter } of this.#databases.values()) reporter.reopened();
    this.#tell();
  }

  /** `keeps`: what it holds outlives it. */
  stop(keeps: boolean): void {
    this.#session++;
    for (const { queues, reporter, values } of this.#databases.values()) {
      queues.disconnect();
      if (!keeps) {
        queues.lose();
        values.clear();
      }
      reporter.closed(keeps ? 'stopped' : 'lost');
    }
    this.#process = null;
    this.#tell();
  }

  database(index: number): Database<KeyQueues> {
    const label = `redis://localhost:${this.port}/${index}`;
    const found =
      this.#databases.get(index) ?? databaseOf('Redis', label, () => this.#process ?? machine.process, makeKeyQueues);
    this.#databases.set(index, found);
    return found;
  }

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

const computers: WeakMap<Scheduler, Map<number, KeyServer>> = new WeakMap();
const memories: WeakMap<Process, Database> = new WeakMap();
const clouds: WeakMap<Scheduler, Database<CloudQueues>> = new WeakMap();

export function serverAt(port: number): KeyServer {
  const servers = computers.get(machine.scheduler) ?? new Map<number, KeyServer>();
  computers.set(machine.scheduler, servers);
  const found = servers.get(port) ?? new KeyServer(port);
  servers.set(port, found);
  return found;
}

/** What the current process has for itself. */
export function ownMemory(): Database {
  const { process } = machine;
  const found = memories.get(process) ?? databaseOf('in-memory', 'memory://', () => process, makeKeyQueues);
  memories.set(process, found);
  return found;
}

/** SQS, which is no process of the simulated computer: it is there without being started, and does not end. */
export function cloud(): Database<CloudQueues> {
  const { scheduler } = machine;
  const [first = machine.process] = scheduler.processes.all();
  const make = (world: KeyWorld, reporter: QueuesObserver): CloudQueues => new CloudQueues(world, reporter);
  const found = clouds.get(scheduler) ?? databaseOf('SQS', 'sqs://', () => first, make);
  clouds.set(scheduler, found);
  return found;
}

function makeKeyQueues(world: KeyWorld, reporter: QueuesObserver): KeyQueues {
  return new KeyQueues(world, reporter);
}

function databaseOf<Queues extends PostQueues>(
  type: string,
  label: string,
  process: () => Process,
  make: (world: KeyWorld, reporter: QueuesObserver) => Queues,
): Database<Queues> {
  const { agenda, clock } = machine.scheduler.system;
  const world: KeyWorld = {
    now: () => clock.now(),
    at: (seconds, action) => {
      const appointment = agenda.at(seconds, action);
      return () => agenda.cancel(appointment);
    },
  };
  const reporter = new KeyReporter(() => ({ type, label, process: process(), isAcking: true }));
  return { queues: make(world, reporter), values: new KeyValues(world), reporter };
}
