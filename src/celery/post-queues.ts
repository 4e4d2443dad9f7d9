/** Queues of messages that readers are lent until they say what became of them: what those of Redis, memory and SQS have in common. */

export interface Post {
  readonly queue: string;
  /** 0 is taken first. */
  readonly priority: number;
  /** As it goes over the wire. */
  readonly text: string;
  /** What the picture says. */
  readonly label: string;
}

export interface KeyWorld {
  /** Virtual seconds. */
  now(): number;
  at(seconds: number, action: () => void): () => void;
}

/** What a reader has been given. */
export interface Lent {
  readonly tag: number;
  readonly post: Post;
  readonly isRedelivered: boolean;
}

export interface QueuesObserver {
  stored(post: Post): void;
  delivered(post: Post, reader: KeyReader): void;
  acked(post: Post): void;
  /** `place` in its queue, 0 first. */
  returned(post: Post, place: number, reason: string): void;
  removed(post: Post, reason: string): void;
  deadLettered(post: Post, reason: string): void;
}

/** One that reads some queues, and takes no more at once than it has room for. */
export class KeyReader {
  readonly queues: readonly string[];
  /** 0: no limit. */
  room: number;
  readonly tags: Set<number> = new Set();
  readonly #store: PostQueues;
  readonly #watchers: Set<() => void> = new Set();
  #given: Lent | null = null;
  isWaiting = false;

  constructor(store: PostQueues, queues: readonly string[], room: number) {
    this.#store = store;
    this.queues = queues;
    this.room = room;
  }

  get hasRoom(): boolean {
    return this.room === 0 || this.tags.size < this.room;
  }

  get isReadable(): boolean {
    return this.#given !== null;
  }

  /** The next message; null: there is none, or it has no room, and it stands in line. */
  next(): Lent | null {
    const given = this.#given;
    this.#given = null;
    if (given !== null) return given;
    const taken = this.hasRoom ? this.#store.take(this) : null;
    this.isWaiting = taken === null;
    return taken;
  }

  /** It is first in line, and this has come. */
  give(lent: Lent): void {
    this.#given = lent;
    this.isWaiting = false;
    for (const watcher of [...this.#watchers]) watcher();
  }

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  }
}

export abstract class PostQueues {
  /** Whoever reads with a timeout looks from time to time for what has been out for longer. */
  abstract readonly isSwept: boolean;
  readonly #readers: Set<KeyReader> = new Set();

  abstract put(post: Post): void;
  /** Null: there is nothing for it. */
  abstract take(reader: KeyReader): Lent | null;
  /** False: it is not out any more. */
  abstract ack(reader: KeyReader, tag: number): boolean;
  abstract reject(reader: KeyReader, tag: number, isRequeued: boolean): void;
  /** The reader will not deal with what it has. */
  abstract giveBackAll(reader: KeyReader): void;
  /** Puts back what has been out for longer than so many seconds, whoever has it. */
  abstract sweep(seconds: number): void;
  /** Messages that can be taken. */
  abstract length(queue: string): number;
  abstract purge(queue: string): number;

  join(queues: readonly string[], room: number): KeyReader {
    const reader = new KeyReader(this, queues, room);
    this.#readers.add(reader);
    return reader;
  }

  /** It reads no longer. What it has stays out. */
  leave(reader: KeyReader): void {
    this.#readers.delete(reader);
    reader.isWaiting = false;
  }

  /** Nobody reads any more. What they have stays out. */
  disconnect(): void {
    for (const reader of [...this.#readers]) this.leave(reader);
  }

  setRoom(reader: KeyReader, room: number): void {
    reader.room = room;
    this.serve();
  }

  isRead(queue: string): boolean {
    return [...this.#readers].some(({ queues }) => queues.includes(queue));
  }

  protected forgetTags(): void {
    for (const reader of this.#readers) reader.tags.clear();
  }

  /** Whoever has waited longest is given the next. */
  protected serve(): void {
    for (const reader of [...this.#readers]) {
      if (!(reader.isWaiting && reader.hasRoom)) continue;
      const lent = this.take(reader);
      if (lent === null) continue;
      // Behind the others, when it waits again.
      this.#readers.delete(reader);
      this.#readers.add(reader);
      reader.give(lent);
    }
  }
}
