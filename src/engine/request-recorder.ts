/** Tells the trace of requests and pools, and which request is another try of one that failed. */
import type { PyObject } from '../python/objects/value.ts';
import { machine } from '../python/vm/machine.ts';
import type { PoolFacts, RequestFacts, RequestObserver } from '../python/vm/requests.ts';
import type { TraceEvent } from '../trace/events.ts';

interface Asked {
  readonly request: number;
  readonly attempt: number;
  /** Who asks for what. */
  readonly key: string;
}

export class RequestRecorder implements RequestObserver {
  readonly #record: (event: TraceEvent) => void;
  readonly #task: () => number;
  readonly #pools: WeakMap<PyObject, number> = new WeakMap();
  #poolCount = 0;
  /** Pools that were told of as near their limit. */
  readonly #near: Set<number> = new Set();
  #count = 0;
  /** By number. */
  readonly #open: Map<number, Asked> = new Map();
  /** By who asked for what: the last attempt, if it failed. */
  readonly #failed: Map<string, Asked> = new Map();

  /** `task`: the trace's number of the running task, 0 none. */
  constructor(record: (event: TraceEvent) => void, task: () => number) {
    this.#record = record;
    this.#task = task;
  }

  began({ label, host, pool }: RequestFacts): number {
    const request = ++this.#count;
    const task = this.#task();
    const who = task === 0 ? `thread ${machine.thread.ident}` : `task ${task}`;
    const key = `${who} ${host} ${label}`;
    const last = this.#failed.get(key);
    const attempt = (last?.attempt ?? 0) + 1;
    this.#failed.delete(key);
    this.#open.set(request, { request, attempt, key });
    this.#record({
      kind: 'request.began',
      request,
      pool: pool === null ? 0 : this.#poolId(pool),
      label,
      host,
      attempt,
      again: last?.request ?? 0,
      task,
    });
    return request;
  }

  ended(request: number, outcome: number, text: string): void {
    const asked = this.#open.get(request);
    if (asked === undefined) return;
    this.#open.delete(request);
    if (isFailure(outcome, text)) this.#failed.set(asked.key, asked);
    this.#record({ kind: 'request.ended', request, outcome, text });
  }

  pooled(pool: PyObject, facts: PoolFacts): void {
    const id = this.#poolId(pool);
    const isNear = isNearLimit(facts);
    if (isNear || this.#near.has(id)) this.#record({ kind: 'pool.changed', pool: id, ...facts });
    if (isNear) this.#near.add(id);
    else this.#near.delete(id);
  }

  #poolId(pool: PyObject): number {
    const known = this.#pools.get(pool);
    if (known !== undefined) return known;
    this.#pools.set(pool, ++this.#poolCount);
    return this.#poolCount;
  }
}

/** A pool of a hundred places of which two are in use plays no part. */
function isNearLimit({ limit, perHost, users, waiters }: PoolFacts): boolean {
  return waiters.length > 0 || (limit > 0 && users.length * 2 >= limit) || (perHost > 0 && users.length > 0);
}

/** No answer, or one that asks to come again: 429, or an error of the server. */
function isFailure(outcome: number, text: string): boolean {
  return outcome !== 0 || /^(?:429|5\d\d)\b/.test(text);
}
