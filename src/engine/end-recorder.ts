/**
 * Tells the trace which processes have which sockets and pipes open. As long as there is one process nothing is told; what it listens
 * at by then is made up for.
 */
import { isPipeReader, isPipeWriter, isStream } from '../python/modules/descriptors.ts';
import type { NetEndpoint, NetStream } from '../python/vm/network.ts';
import { addressText } from '../sim/net/address.ts';
import type { EventOf, TraceEvent } from '../trace/events.ts';

/** As of connections. */
const TCP = 0;
const UNIX = 1;

type ListenerEvent = EventOf<'listener.changed'>;

export class EndRecorder {
  readonly #record: (event: TraceEvent) => void;
  /** Those that listen, each with what is to be told of it. */
  readonly #listeners: Map<NetEndpoint, ListenerEvent> = new Map();
  #count = 0;
  #areSeveral = false;

  constructor(record: (event: TraceEvent) => void) {
    this.#record = record;
  }

  /** There is a second process, or one more. */
  severalProcesses(): void {
    if (this.#areSeveral) return;
    this.#areSeveral = true;
    for (const event of this.#listeners.values()) this.#record(event);
  }

  /** `processes`: the trace's numbers of those that have it open. */
  held(endpoint: NetEndpoint, processes: readonly number[]): void {
    if (isStream(endpoint) && (endpoint.isListening || this.#listeners.has(endpoint)))
      this.#listens(endpoint, processes);
    // When the last one gives it up, that is the end of the connection: it is told there.
    else if (this.#areSeveral && processes.length > 0) this.#holds(endpoint, processes);
  }

  #listens(endpoint: NetStream, processes: readonly number[]): void {
    const event: ListenerEvent = {
      kind: 'listener.changed',
      listener: this.#listeners.get(endpoint)?.listener ?? ++this.#count,
      via: endpoint.family === 'unix' ? UNIX : TCP,
      address: addressText(endpoint.local),
      processes,
    };
    if (processes.length === 0) this.#listeners.delete(endpoint);
    else this.#listeners.set(endpoint, event);
    if (this.#areSeveral) this.#record(event);
  }

  #holds(endpoint: NetEndpoint, processes: readonly number[]): void {
    if (!isStream(endpoint) && !isPipeReader(endpoint) && !isPipeWriter(endpoint)) return;
    const { connectionId: connection } = endpoint;
    const isForward = isStream(endpoint) ? endpoint.isForward : isPipeWriter(endpoint);
    if (connection !== 0) this.#record({ kind: 'connection.held', connection, forward: isForward ? 1 : 0, processes });
  }
}
