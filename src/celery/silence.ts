/**
 * How long the server bears to hear nothing of a client: it looks every so many seconds from the beginning of the connection on, and when it
 * has found no word twice in a row the connection is over.
 */
import type { World } from './world.ts';

const LOOKS = 3;

export class Silence {
  readonly #seconds: number;
  readonly #world: Pick<World, 'now' | 'at'>;
  readonly #tooLong: () => void;
  readonly #since: number;
  #heardAt: number;
  #cancel: (() => void) | null = null;

  /** `seconds`: 0: it waits for ever. `tooLong` is called once it has waited enough. */
  constructor(seconds: number, world: Pick<World, 'now' | 'at'>, tooLong: () => void) {
    this.#seconds = seconds;
    this.#world = world;
    this.#tooLong = tooLong;
    this.#since = world.now();
    this.#heardAt = this.#since;
  }

  /** From now on only `heard` says that it is there. */
  begin(): void {
    this.heard();
    if (this.#seconds > 0 && this.#cancel === null) this.#cancel = this.#world.at(this.#due, () => this.#look());
  }

  heard(): void {
    this.#heardAt = this.#world.now();
  }

  end(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  get #due(): number {
    const looks = Math.floor((this.#heardAt - this.#since) / this.#seconds) + LOOKS;
    return this.#since + looks * this.#seconds;
  }

  #look(): void {
    this.#cancel = null;
    if (this.#due <= this.#world.now()) this.#tooLong();
    else this.#cancel = this.#world.at(this.#due, () => this.#look());
  }
}
