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

/** What the two ends of a link are called. Between processes of this computer: by their names too, where they have any. */
export interface LinkEnds {
  readonly from: string;
  readonly fromProcess?: string;
  readonly toProcess?: string;
  /** The name of the host, and its address with the port. */
  readonly to: string;
  readonly address: string;
}

/** The other end of all links of one that is cut off. No process has this name. */
const ALL = '*';

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

  isCut({ address, from, fromProcess = '', to, toProcess = '' }: LinkEnds): boolean {
    if (this.#cuts.size === 0) return false;
    if (this.#cuts.has(keyOf(fromProcess, ALL)) || this.#cuts.has(keyOf(toProcess, ALL))) return true;
    return [from, fromProcess].some((near) => [to, address, toProcess].some((far) => this.#cuts.has(keyOf(near, far))));
  }

  /** All links of a process, by its name: somebody has pulled the plug. */
  unplug(process: string, tell: () => void): boolean {
    return this.cut(process, ALL, tell);
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
