/**
 * What is on its way, and which links are cut: for what is done to the network from outside. A message that is there at once is never
 * on its way.
 */

/** One direction of a connection, or a datagram. */
export interface Carrier {
  /** The message, by its number in the trace, is on its way here. */
  has(message: number): boolean;
  delay(message: number, seconds: number): void;
  lose(message: number): void;
  /** A link was cut or healed, maybe its own. */
  looked(): void;
}

/** What the two ends of a link are called. */
export interface LinkEnds {
  readonly from: string;
  /** The name of the host, and its address with the port. */
  readonly to: string;
  readonly address: string;
}

/** In all of these `tell` is called just before it is done; false: it makes no difference, and is not done. */
export class Traffic {
  readonly #carriers: Set<Carrier> = new Set();
  readonly #cuts: Set<string> = new Set();

  /** It has something on its way. */
  add(carrier: Carrier): void {
    this.#carriers.add(carrier);
  }

  delete(carrier: Carrier): void {
    this.#carriers.delete(carrier);
  }

  isCut({ address, from, to }: LinkEnds): boolean {
    return this.#cuts.size > 0 && (this.#cuts.has(keyOf(from, to)) || this.#cuts.has(keyOf(from, address)));
  }

  cut(from: string, to: string, tell: () => void): boolean {
    if (this.#cuts.has(keyOf(from, to))) return false;
    tell();
    this.#cuts.add(keyOf(from, to));
    for (const carrier of [...this.#carriers]) carrier.looked();
    return true;
  }

  heal(from: string, to: string, tell: () => void): boolean {
    if (!this.#cuts.has(keyOf(from, to))) return false;
    tell();
    this.#cuts.delete(keyOf(from, to));
    for (const carrier of [...this.#carriers]) carrier.looked();
    return true;
  }

  delay(message: number, seconds: number, tell: () => void): boolean {
    const carrier = this.#carrierOf(message);
    if (carrier === undefined) return false;
    tell();
    carrier.delay(message, seconds);
    return true;
  }

  lose(message: number, tell: () => void): boolean {
    const carrier = this.#carrierOf(message);
    if (carrier === undefined) return false;
    tell();
    carrier.lose(message);
    return true;
  }

  #carrierOf(message: number): Carrier | undefined {
    return [...this.#carriers].find((carrier) => carrier.has(message));
  }
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}
