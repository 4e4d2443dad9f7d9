/**
 * Servers of the simulated computer that their clients speak with directly and not over the network: whoever starts at the same moment as
 * such a server waits until it is there.
 */
import type { Outcome } from '../objects/native.ts';
import { machine } from '../vm/machine.ts';
import type { NetEndpoint } from '../vm/network.ts';
import type { Process } from '../vm/process.ts';
import { endOf } from './processes.ts';
import { NOT_YET, waitFor } from './waiting.ts';

/** A name without a dot is this computer's: `localhost`, or as in a compose file `redis`. */
const OWN_HOST = /^(127(\.\d+){3}|0\.0\.0\.0|::1|[^.:]+)$/;

export interface OwnServer {
  /** The program that is this server, and how to know its command line. */
  readonly program: string;
  isStartedBy(argv: readonly string[]): boolean;
  readonly port: number;
  readonly isUp: boolean;
  /** Calls back when it comes or goes. */
  watch(watcher: () => void): () => void;
}

/** A server by the host that a client names. */
export interface Called {
  readonly host: string;
  readonly server: OwnServer;
}

export function isOwnHost(host: string): boolean {
  return OWN_HOST.test(host);
}

/** What was done once they all run: at once, or as soon as one that is being started is there. `refused`: there is none at this index. */
export function withServers(
  called: readonly Called[],
  done: () => Outcome,
  refused: (index: number) => never,
): Outcome {
  const missing = (): number => called.findIndex(({ host, server }) => !(isOwnHost(host) && server.isUp));
  const first = called[missing()];
  if (first === undefined) return done();
  return waitFor({
    kind: 'socket',
    label: () => `${first.server.program} at port ${first.server.port}, which is being started`,
    endpoints: [new Coming(first.server), ...starting(first.server).map(endOf)],
    deadline: null,
    attempt: () => {
      const index = missing();
      const away = called[index];
      if (away === undefined) return done();
      return isOwnHost(away.host) && starting(away.server).length > 0 ? NOT_YET : refused(index);
    },
    late: () => null,
  });
}

/** Processes that will be this server at this very moment, and are still on the way. */
function starting(server: OwnServer): readonly Process[] {
  return machine.scheduler.processes
    .all()
    .filter(
      ({ request, status }) =>
        status === null && request?.program === server.program && server.isStartedBy(request.argv),
    );
}

/** Readable when the server is there. */
class Coming implements NetEndpoint {
  readonly isWritable = false;
  readonly hasHungUp = false;
  readonly hasFailed = false;
  readonly #server: OwnServer;

  constructor(server: OwnServer) {
    this.#server = server;
  }

  get isReadable(): boolean {
    return this.#server.isUp;
  }

  watch(watcher: () => void): () => void {
    return this.#server.watch(watcher);
  }

  close(): void {
    // Nobody owns it.
  }
}
