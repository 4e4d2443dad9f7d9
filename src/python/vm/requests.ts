/** What HTTP clients tell of themselves: requests and pools of connections. The packages say so through the module `_wires`. */
import type { PyObject } from '../objects/value.ts';

export interface RequestFacts {
  /** `GET /delay/1`. */
  readonly label: string;
  readonly host: string;
  /** Null: it needs no place in a pool. */
  readonly pool: PyObject | null;
}

export interface PoolFacts {
  /** `TCPConnector`. */
  readonly type: string;
  /** 0: no limit. */
  readonly limit: number;
  readonly perHost: number;
  /** Requests, by their numbers. */
  readonly users: readonly number[];
  readonly waiters: readonly number[];
}

export interface RequestObserver {
  /** Gives the request its number. */
  began(request: RequestFacts): number;
  /** `outcome`: as in the trace's `request.ended`. */
  ended(request: number, outcome: number, text: string): void;
  pooled(pool: PyObject, facts: PoolFacts): void;
}
