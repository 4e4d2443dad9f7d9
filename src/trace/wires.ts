/**
 * What a World knows of who listens where, of links that were cut, of the requests of HTTP clients and their pools, and of exchanges
 * that went wrong. Connections are in `world.ts`.
 */

/** Somebody takes connections at an address. */
export interface Listener {
  readonly id: number;
  /** `127.0.0.1:8888`, or the path of a Unix socket. */
  readonly address: string;
  readonly processes: readonly number[];
}

/** A link between two hosts that is cut, or was: `to` is a name or an address with its port. */
export interface LinkState {
  readonly from: string;
  readonly to: string;
  readonly isCut: boolean;
  /** When it was cut or healed. */
  readonly sinceUs: number;
}

/** Where on its way an exchange came to grief, until the next message goes out. */
export interface Trouble {
  /** `time`: who asked waits no longer; `refused`, `failed`: the answer of the other side; `lost`: on the way. */
  readonly kind: 'time' | 'refused' | 'failed' | 'lost';
  readonly text: string;
}

export const OUTCOMES = ['answered', 'timed out', 'refused', 'failed', 'cancelled'] as const;

/** What a client asks for, once. */
export interface Request {
  readonly id: number;
  /** 0 none. */
  readonly pool: number;
  /** `GET /delay/1`. */
  readonly label: string;
  readonly host: string;
  /** From 1 on: how often it has been asked for, after failures. */
  readonly attempt: number;
  /** The attempt before; 0 none. */
  readonly again: number;
  /** Whose it is; 0: no task's. */
  readonly task: number;
  readonly thread: number;
  readonly state: 'asking' | (typeof OUTCOMES)[number];
  /** `200 OK`, or why it failed. */
  readonly text: string;
  /** The connection that it went out on, or asked for; 0 none yet. */
  readonly connection: number;
  readonly beganUs: number;
  /** 0 while it is asking. */
  readonly endedUs: number;
}

/** A client's pool of connections. */
export interface Pool {
  readonly id: number;
  /** `TCPConnector`. */
  readonly type: string;
  /** At a time, in all and to one host; 0: no limit. */
  readonly limit: number;
  readonly perHost: number;
  /** Requests that have a connection, or make one; and those in line, first come first. */
  readonly users: readonly number[];
  readonly waiters: readonly number[];
}
