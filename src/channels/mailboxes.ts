/** Publish and subscribe of a Redis server, for programs that use Redis themselves. Nothing is kept for who has not subscribed. */

export interface Mail {
  readonly channel: string;
  readonly data: string;
}

export class Mailbox {
  readonly channels: Set<string> = new Set();
  readonly mail: Mail[] = [];
  readonly #watchers: Set<() => void> = new Set();

  put(mail: Mail): void {
    this.mail.push(mail);
    for (const watcher of [...this.#watchers]) watcher();
  }

  /** `watcher` is called when something comes, until the returned function is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  }
}

export class Mailboxes {
  readonly #boxes: Set<Mailbox> = new Set();

  open(): Mailbox {
    const box = new Mailbox();
    this.#boxes.add(box);
    return box;
  }

  close(box: Mailbox): void {
    this.#boxes.delete(box);
  }

  /** Gives how many it has reached. */
  publish(mail: Mail): number {
    const subscribed = [...this.#boxes].filter(({ channels }) => channels.has(mail.channel));
    for (const box of subscribed) box.put(mail);
    return subscribed.length;
  }

  /** Connections end with the server: who had subscribed must do so again. */
  disconnect(): void {
    for (const box of this.#boxes) box.channels.clear();
  }
}
