/**
 * One direction of a byte stream: what was sent, what is under way and what has arrived. Bytes come out as they went in,
 * in order and each once, however long the way of each message is.
 */
import { Flights } from './flights.ts';
import { type Ground, type Path, travelSeconds } from './ground.ts';
import type { LinkEnds } from './traffic.ts';

/** With a limited bandwidth a long message arrives in pieces of this many bytes. */
const PIECE_BYTES = 16_384;

export interface LaneEnds {
  /** Bytes, or the end of the stream, have arrived. */
  arrived(): void;
  /** There is room for more. */
  drained(): void;
  /** Bytes arrived where nobody reads any more. */
  refused(): void;
}

/** Who is told of one message. */
export interface Told {
  /** The trace's number of it. */
  readonly message: number;
  /** `due`: when its last byte will be there. */
  sent(bytes: Uint8Array, due: number): void;
  received(): void;
  delayed(due: number, reason: string): void;
}

export class Lane {
  readonly path: Path;
  readonly capacity: number;
  readonly #ground: Ground;
  readonly #ends: LaneEnds;
  readonly #arrived: Uint8Array[] = [];
  #available = 0;
  #underway = 0;
  /** When the last thing sent has left, and when it will be there. */
  #departure = 0;
  #arrival = 0;
  #isFinished = false;
  #isEnded = false;
  #isDropped = false;

  readonly #flights: Flights;

  /** `link`: between which two it runs; null when nobody can cut it. */
  constructor(
    ground: Ground,
    { link = null, ...path }: Path & { readonly link?: LinkEnds | null },
    capacity: number,
    ends: LaneEnds,
  ) {
    this.#ground = ground;
    this.path = path;
    this.#flights = new Flights(ground, path, link);
    this.capacity = capacity;
    this.#ends = ends;
  }

  /** Bytes that can be taken out now. */
  get available(): number {
    return this.#available;
  }

  /** Bytes that can be put in now. */
  get free(): number {
    return Math.max(0, this.capacity - this.#available - this.#underway);
  }

  /** The sender will send no more. */
  get isFinished(): boolean {
    return this.#isFinished;
  }

  /** All has arrived and been taken, and no more will come. */
  get isAtEnd(): boolean {
    return this.#isEnded && this.#available === 0;
  }

  /** Nobody reads at the other end. */
  get isDropped(): boolean {
    return this.#isDropped;
  }

  /** Puts in as much as there is room for. Gives the number of bytes. */
  send(bytes: Uint8Array, told: Told): number {
    const taken = bytes.slice(0, Math.min(bytes.length, this.free));
    const pieces = cutUp(taken, Number.isFinite(this.path.bandwidth) ? PIECE_BYTES : taken.length);
    const arrivals = pieces.map((piece) => this.#arrivalOf(piece.length));
    this.#underway += taken.length;
    const due = arrivals.at(-1);
    if (due !== undefined) told.sent(taken, due);
    for (const [index, piece] of pieces.entries()) {
      const isLast = index === pieces.length - 1;
      this.#flights.depart({
        message: isLast ? told.message : 0,
        seconds: arrivals[index] ?? 0,
        arrive: () => {
          this.#underway -= piece.length;
          if (isLast) told.received();
          this.#deliver(piece);
        },
        delayed: told.delayed,
      });
    }
    return taken.length;
  }

  /** After what has been sent the reader finds the end. */
  finish(): void {
    if (this.#isFinished) return;
    this.#isFinished = true;
    this.afterAll(() => this.end());
  }

  /** Runs `action` when all that was sent has arrived, and a word more. */
  afterAll(action: () => void): void {
    this.#flights.depart({ message: 0, seconds: this.#arrivalOf(0), arrive: action, delayed: () => undefined });
  }

  /** The end of the stream, at once. */
  end(): void {
    this.#isFinished = true;
    if (this.#isEnded) return;
    this.#isEnded = true;
    if (!this.#isDropped) this.#ends.arrived();
  }

  /** Up to `max` bytes; with `isPeek` they stay. */
  take(max: number, isPeek = false): Uint8Array {
    const taken = new Uint8Array(Math.min(max, this.#available));
    let at = 0;
    for (let index = 0; at < taken.length; ) {
      const first = this.#arrived[index] as Uint8Array;
      const part = first.subarray(0, taken.length - at);
      taken.set(part, at);
      at += part.length;
      if (isPeek) index++;
      else if (part.length === first.length) this.#arrived.shift();
      else this.#arrived[0] = first.subarray(part.length);
    }
    if (isPeek) return taken;
    this.#available -= taken.length;
    if (taken.length > 0) this.#ends.drained();
    return taken;
  }

  /** The reader is gone: what arrives from now on is refused. */
  drop(): void {
    this.#isDropped = true;
    this.#arrived.length = 0;
    this.#available = 0;
  }

  #deliver(part: Uint8Array): void {
    if (this.#isDropped) {
      this.#ends.refused();
      return;
    }
    if (this.#isEnded) return;
    this.#arrived.push(part);
    this.#available += part.length;
    this.#ends.arrived();
  }

  /** When something of that size, sent now, is at the other end; never before what was sent earlier. */
  #arrivalOf(size: number): number {
    const { agenda, chance } = this.#ground;
    this.#departure = Math.max(agenda.now(), this.#departure) + size / this.path.bandwidth;
    const held = this.#flights.last;
    const last = Number.isFinite(held) ? Math.max(this.#arrival, held) : this.#arrival;
    this.#arrival = Math.max(last, this.#departure + travelSeconds(this.path, chance));
    return this.#arrival;
  }
}

function cutUp(bytes: Uint8Array, size: number): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  return pieces;
}
