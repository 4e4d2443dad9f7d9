/** Tells the trace what happens on the simulated network. */
import type { ConnectionFacts, MessageFacts, NetObserver } from '../sim/net/observer.ts';
import type { TraceEvent } from '../trace/events.ts';

const VIA: readonly ConnectionFacts['kind'][] = ['tcp', 'unix', 'pair', 'udp', 'pipe'];

export class NetworkRecorder implements NetObserver {
  readonly #record: (event: TraceEvent) => void;
  readonly #task: () => number;

  /** `task`: the trace's number of the running task, 0 none. */
  constructor(record: (event: TraceEvent) => void, task: () => number) {
    this.#record = record;
    this.#task = task;
  }

  requested({ id, kind, from, to, address }: ConnectionFacts, due: number): void {
    this.#record({
      kind: 'connection.requested',
      connection: id,
      via: VIA.indexOf(kind),
      from,
      to,
      address,
      due: microseconds(due),
      task: this.#task(),
    });
  }

  opened(connection: number): void {
    this.#record({ kind: 'connection.opened', connection });
  }

  failed(connection: number, reason: string): void {
    this.#record({ kind: 'connection.failed', connection, reason });
  }

  sent({ id, connection, isForward, label, size, due }: MessageFacts): void {
    this.#record({
      kind: 'message.sent',
      message: id,
      connection,
      forward: isForward ? 1 : 0,
      label,
      size,
      due: microseconds(due),
      task: this.#task(),
    });
  }

  received(message: number): void {
    this.#record({ kind: 'message.received', message });
  }

  dropped(message: number, reason: string): void {
    this.#record({ kind: 'message.dropped', message, reason });
  }

  delayed(message: number, due: number, reason: string): void {
    this.#record({ kind: 'message.delayed', message, due: microseconds(due), reason });
  }

  halfClosed(connection: number, isForward: boolean): void {
    this.#record({ kind: 'connection.halfClosed', connection, forward: isForward ? 1 : 0 });
  }

  closed(connection: number, reason: string): void {
    this.#record({ kind: 'connection.closed', connection, reason });
  }
}

/** 0 for a moment that never comes. */
function microseconds(seconds: number): number {
  return Number.isFinite(seconds) ? Math.round(seconds * 1e6) : 0;
}
