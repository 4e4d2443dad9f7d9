/** What one process of channels_redis has read for channels of its own that nobody waited for yet: when one is full, its oldest is lost. */
import { PLAIN_QUEUE, Queue } from '../sim/queue.ts';

export class LocalBuffers<T> {
  readonly #capacity: number;
  readonly #buffers: Map<string, Queue<T>> = new Map();

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Gives what had to make room for it. */
  put(channel: string, item: T): T | undefined {
    const policy = { ...PLAIN_QUEUE, capacity: this.#capacity, whenFull: 'drop-oldest' } as const;
    const queue = this.#buffers.get(channel) ?? new Queue<T>(policy);
    this.#buffers.set(channel, queue);
    const put = queue.put(item);
    return put.kind === 'stored' ? put.dropped?.body : undefined;
  }

  take(channel: string): T | undefined {
    const queue = this.#buffers.get(channel);
    const entry = queue?.take() ?? null;
    if (queue?.length === 0) this.#buffers.delete(channel);
    return entry?.body;
  }

  length(channel: string): number {
    return this.#buffers.get(channel)?.length ?? 0;
  }
}
