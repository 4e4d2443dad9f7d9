/** A pipe between two file descriptors: bytes in one direction, no latency. */
import { Endpoint } from './endpoint.ts';
import type { Fault } from './fault.ts';
import { LOOPBACK } from './ground.ts';
import { Lane } from './lane.ts';
import type { Switchboard } from './switchboard.ts';
import { Wire } from './wire.ts';

/** Linux: the capacity of a pipe, and up to what size a write is not divided. */
const PIPE_BYTES = 65_536;
const ATOMIC_BYTES = 4096;

export class PipeReader extends Endpoint {
  readonly kind = 'reader';
  readonly connectionId: number;
  readonly #lane: () => Lane;
  readonly #onClose: () => void;
  #isClosed = false;

  constructor(connectionId: number, lane: () => Lane, onClose: () => void) {
    super();
    this.connectionId = connectionId;
    this.#lane = lane;
    this.#onClose = onClose;
  }

  get isReadable(): boolean {
    return this.#lane().available > 0 || this.#lane().isAtEnd;
  }

  get isWritable(): boolean {
    return false;
  }

  override get hasHungUp(): boolean {
    return this.#lane().isAtEnd;
  }

  /** Empty when nobody can write any more. */
  receive(max: number): Uint8Array | Fault {
    const lane = this.#lane();
    if (lane.available > 0 || lane.isAtEnd) return lane.take(max);
    return 'EAGAIN';
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#lane().drop();
    this.#onClose();
    this.changed();
  }

  notice(): void {
    this.changed();
  }
}

export class PipeWriter extends Endpoint {
  readonly kind = 'writer';
  readonly #lane: Lane;
  readonly #wire: Wire;
  readonly connectionId: number;
  #isClosed = false;

  constructor(lane: Lane, wire: Wire) {
    super();
    this.connectionId = wire.id;
    this.#lane = lane;
    this.#wire = wire;
  }

  get isReadable(): boolean {
    return false;
  }

  get isWritable(): boolean {
    return this.#lane.isDropped || this.#lane.free >= ATOMIC_BYTES;
  }

  override get hasFailed(): boolean {
    return this.#lane.isDropped;
  }

  send(bytes: Uint8Array): number | Fault {
    if (this.#lane.isDropped) return 'EPIPE';
    if (bytes.length === 0) return 0;
    const { free } = this.#lane;
    if (free === 0 || (bytes.length <= ATOMIC_BYTES && bytes.length > free)) return 'EAGAIN';
    return this.#lane.send(bytes, this.#wire.told(true));
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#lane.finish();
    this.#wire.sideClosed(true);
    this.changed();
  }

  notice(): void {
    this.changed();
  }
}

export function makePipe(net: Switchboard): readonly [PipeReader, PipeWriter] {
  const wire = new Wire(net.ground, net.numbers, { kind: 'pipe', from: '', to: '', address: '' }, 0);
  const lane: Lane = new Lane(net.ground, LOOPBACK, PIPE_BYTES, {
    arrived: () => reader.notice(),
    drained: () => writer.notice(),
    refused: () => writer.notice(),
  });
  const reader = new PipeReader(
    wire.id,
    () => lane,
    () => {
      wire.sideClosed(false);
      writer.notice();
    },
  );
  const writer = new PipeWriter(lane, wire);
  wire.opened();
  return [reader, writer];
}
