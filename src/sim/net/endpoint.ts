/** What a file descriptor can stand for here: something that may be readable or writable, and tells when that changes. */

export abstract class Endpoint {
  readonly #watchers: Set<() => void> = new Set();

  abstract get isReadable(): boolean;
  abstract get isWritable(): boolean;
  /** poll's POLLHUP: both directions are over. */
  get hasHungUp(): boolean {
    return false;
  }
  /** poll's POLLERR: an error waits to be asked for. */
  get hasFailed(): boolean {
    return false;
  }

  abstract close(): void;

  /** `watcher` is called after every change of what can be done, until the returned function is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  protected changed(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}
