/**
 * What Python asks of the simulated network: sockets and pipes that never block. Types only; src/sim/net implements them. A call that
 * can fail gives the name that `errno` has for the failure.
 */

export type NetAddress =
  | { readonly family: 'inet' | 'inet6'; readonly host: string; readonly port: number }
  | { readonly family: 'unix'; readonly path: string };
export type NetFamily = NetAddress['family'];

/** `ECONNREFUSED`, `EAGAIN`. */
export type NetFault = string;

/** What a file descriptor can stand for, besides a file. */
export interface NetEndpoint {
  readonly isReadable: boolean;
  readonly isWritable: boolean;
  readonly hasHungUp: boolean;
  readonly hasFailed: boolean;
  /** Calls back after every change of what can be done, until the returned function is called. */
  watch(watcher: () => void): () => void;
  close(): void;
}

interface NetSocket extends NetEndpoint {
  readonly family: NetFamily;
  readonly local: NetAddress | null;
  readonly remote: NetAddress | null;
  isReusing: boolean;
  bind(address: NetAddress): NetFault | null;
  connect(address: NetAddress): NetFault | null;
  /** SO_ERROR, asked for once. */
  takeFault(): NetFault | null;
}

export interface NetStream extends NetSocket {
  readonly kind: 'stream';
  readonly isListening: boolean;
  readonly isConnecting: boolean;
  readonly isConnected: boolean;
  /** SO_LINGER without time: close() resets. */
  isResetting: boolean;
  /** The trace's number of the connection; 0 none. */
  readonly connectionId: number;
  /** It is the end of the one that asked for the connection. */
  readonly isForward: boolean;
  listen(backlog: number): NetFault | null;
  accept(): NetStream | NetFault;
  send(bytes: Uint8Array): number | NetFault;
  receive(max: number, isPeek?: boolean): Uint8Array | NetFault;
  /** Hands things over to who receives what is sent next: SCM_RIGHTS. */
  pass(things: readonly object[]): void;
  /** What has been handed over, once. */
  takePassed(): readonly object[];
  shutdown(how: 'read' | 'write' | 'both'): NetFault | null;
}

export interface NetDatagram {
  readonly bytes: Uint8Array;
  readonly from: NetAddress | null;
}

export interface NetDatagramSocket extends NetSocket {
  readonly kind: 'datagram';
  send(bytes: Uint8Array, to: NetAddress | null): number | NetFault;
  receive(): NetDatagram | NetFault;
  peek(): NetDatagram | NetFault;
}

export interface NetPipeReader extends NetEndpoint {
  readonly kind: 'reader';
  readonly connectionId: number;
  receive(max: number): Uint8Array | NetFault;
}

export interface NetPipeWriter extends NetEndpoint {
  readonly kind: 'writer';
  readonly connectionId: number;
  send(bytes: Uint8Array): number | NetFault;
}

/** What can be done to it from outside; `tell` is called just before it is done. False: it makes no difference, and is not done. */
export interface NetTraffic {
  /** Between two that are called so: nothing arrives until it is healed. */
  cut(from: string, to: string, tell: () => void): boolean;
  heal(from: string, to: string, tell: () => void): boolean;
  /** All links of a process, by its name: nothing that it sends arrives, and nothing reaches it. */
  unplug(process: string, tell: () => void): boolean;
  /** Of a message on its way, by its number in the trace. */
  delay(message: number, seconds: number, tell: () => void): boolean;
  lose(message: number, tell: () => void): boolean;
  isCut(ends: NetLinkEnds): boolean;
  add(carrier: NetCarrier): void;
  delete(carrier: NetCarrier): void;
}

/** What the two ends of a link are called: hosts, processes, and the address with the port. */
export interface NetLinkEnds {
  readonly from: string;
  readonly fromProcess: string;
  readonly to: string;
  readonly toProcess: string;
  readonly address: string;
}

/** What a link carries. `looked`: one was cut or healed, maybe its own. The others are about a message, by its number in the trace. */
export interface NetCarrier {
  looked(): void;
  has(message: number): boolean;
  delay(message: number, seconds: number): void;
  lose(message: number): void;
}

export interface Network {
  readonly ownName: string;
  readonly traffic: NetTraffic;
  stream(family: NetFamily): NetStream;
  datagram(family: NetFamily): NetDatagramSocket;
  streamPair(): readonly [NetStream, NetStream];
  datagramPair(): readonly [NetDatagramSocket, NetDatagramSocket];
  pipe(): readonly [NetPipeReader, NetPipeWriter];
  /** Asks DNS: the IPv4 addresses (or the address itself), and how many seconds the answer takes. None: there is no such name. */
  lookUp(name: string): { readonly addresses: readonly string[]; readonly seconds: number };
  /** The name of an address; null: nobody knows. */
  reverse(host: string): string | null;
  /** A Unix socket's path is removed from its folder. False: there is none of that path. */
  unlink(path: string): boolean;
}
