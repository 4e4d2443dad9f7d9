/** What the trace is told of the network, each thing after it has happened. */

export interface ConnectionFacts {
  /** From 1, in order of creation. */
  readonly id: number;
  readonly kind: 'tcp' | 'unix' | 'pair' | 'udp' | 'pipe';
  /** Names of hosts as people know them: `localhost`, `example.com`. */
  readonly from: string;
  readonly to: string;
  /** `127.0.0.1:8888`, a path, or ''. */
  readonly address: string;
}

export interface MessageFacts {
  readonly id: number;
  readonly connection: number;
  /** From the side that asked for the connection, or to it. */
  readonly isForward: boolean;
  /** `GET /delay/1`, `200 OK`, or the first bytes. */
  readonly label: string;
  readonly size: number;
  /** Seconds: when its last byte will be there. */
  readonly due: number;
}

export interface NetObserver {
  /** Somebody asked for a connection; `due`: when the answer will be there, infinite when there will be none. */
  requested(connection: ConnectionFacts, due: number): void;
  opened(connection: number): void;
  failed(connection: number, reason: string): void;
  sent(message: MessageFacts): void;
  received(message: number): void;
  /** A datagram that got lost, or one that nobody could take. */
  dropped(message: number, reason: string): void;
  /** It will be there later than was said; `due` infinite: nobody knows when. */
  delayed(message: number, due: number, reason: string): void;
  /** One side has said that it will send no more. */
  halfClosed(connection: number, isForward: boolean): void;
  closed(connection: number, reason: string): void;
}
