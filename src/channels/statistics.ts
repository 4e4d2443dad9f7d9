/** asgi_redis 1.4 counts what was stored and what was refused, of all and of each queue. A count that nothing is added to is forgotten. */
import type { World } from './envelope.ts';

/** Seconds after the last addition. */
const GLOBAL_LIFE = 86_400;
const QUEUE_LIFE = 3600;

type Stat = 'messages_count' | 'channel_full_count';

interface Count {
  value: number;
  until: number;
}

export class Statistics {
  readonly #world: World;
  readonly #counts: Map<string, Count> = new Map();

  constructor(world: World) {
    this.#world = world;
  }

  stored(queue: string): void {
    this.#add('messages_count', queue);
  }

  refused(queue: string): void {
    this.#add('channel_full_count', queue);
  }

  /** `queue` '': of all. */
  of(stat: Stat, queue = ''): number {
    const count = this.#counts.get(`${queue}:${stat}`);
    return count === undefined || count.until <= this.#world.now() ? 0 : count.value;
  }

  clear(): void {
    this.#counts.clear();
  }

  #add(stat: Stat, queue: string): void {
    for (const [key, life] of [
      [queue, QUEUE_LIFE],
      ['', GLOBAL_LIFE],
    ] as const) {
      const value = this.of(stat, key) + 1;
      this.#counts.set(`${key}:${stat}`, { value, until: this.#world.now() + life });
    }
  }
}
