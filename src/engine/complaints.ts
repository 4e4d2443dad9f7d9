/** What processes write on stderr again and again, alike but for its numbers: a server that has lost its database, and says so every five seconds. */
export class Complaints {
  readonly #seen: Set<string> = new Set();

  /** Whether it has been written before. */
  isRepeated(text: string): boolean {
    const alike = text.replace(/\d+/g, '0');
    if (this.#seen.has(alike)) return true;
    this.#seen.add(alike);
    return false;
  }
}
