/** What Celery keeps in Redis beside its queues: results under keys, and sets of parts of a chord in the order of their scores. */
import type { KeyWorld } from './post-queues.ts';

interface Kept {
  readonly text: string;
  /** Virtual seconds; Infinity: never. */
  readonly expiresAt: number;
}

export class KeyValues {
  readonly #world: KeyWorld;
  readonly #kept: Map<string, Kept> = new Map();
  /** Of each key, the members with their scores. */
  readonly #sets: Map<string, Map<string, number>> = new Map();
  readonly #watchers: Set<() => void> = new Set();

  constructor(world: KeyWorld) {
    this.#world = world;
  }

  /** `seconds` 0: for ever. */
  set(key: string, text: string, seconds: number): void {
    const expiresAt = seconds > 0 ? this.#world.now() + seconds : Number.POSITIVE_INFINITY;
    this.#kept.set(key, { text, expiresAt });
    this.#tell();
  }

  get(key: string): string | null {
    const kept = this.#kept.get(key);
    if (kept === undefined || kept.expiresAt <= this.#world.now()) return null;
    return kept.text;
  }

  delete(key: string): void {
    this.#kept.delete(key);
    this.#sets.delete(key);
    this.#tell();
  }

  /** ZADD and ZCARD: gives how many members there are now. The same member twice is one. */
  add(key: string, score: number, member: string): number {
    const set = this.#sets.get(key) ?? new Map<string, number>();
    this.#sets.set(key, set);
    set.set(member, score);
    return set.size;
  }

  /** In the order of their scores. */
  members(key: string): readonly string[] {
    const set = [...(this.#sets.get(key) ?? [])];
    return set.sort(([, a], [, b]) => a - b).map(([member]) => member);
  }

  clear(): void {
    this.#kept.clear();
    this.#sets.clear();
    this.#tell();
  }

  /** Calls back when a key is written, or gone. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  #tell(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}
