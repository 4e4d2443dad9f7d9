/** What sockets ask of the network they are in. */
import type { Address } from './address.ts';
import type { DatagramSocket } from './datagram-socket.ts';
import type { Endpoint } from './endpoint.ts';
import type { Fault } from './fault.ts';
import type { Ground, Path } from './ground.ts';
import type { StreamSocket } from './stream-socket.ts';
import type { Numbers } from './wire.ts';

/** Another computer, somewhere out there. */
export interface RemoteHost {
  readonly name: string;
  readonly path: Path;
  /** Seconds until a request for a connection is answered; null: never. */
  answerSeconds(port: number): number | null;
  refuses(port: number): boolean;
  /** The connection is open: somebody has to speak for the host. */
  serve(port: number, socket: StreamSocket): void;
}

export type Route =
  | { readonly kind: 'loopback' }
  | { readonly kind: 'host'; readonly host: RemoteHost }
  | { readonly kind: 'unreachable'; readonly fault: Fault; readonly seconds: number };

export interface Switchboard {
  readonly ground: Ground;
  readonly numbers: Numbers;
  /** Between two sockets of this computer. */
  readonly loopback: Path;
  /** Takes an address for a socket; port 0 becomes a free one. Gives what it is bound to. */
  claim(address: Address, by: Endpoint & { readonly isReusing: boolean }): Address | Fault;
  /** Some socket is bound to it. */
  isClaimed(address: Address): boolean;
  release(socket: Endpoint): void;
  listenerAt(address: Address): StreamSocket | null;
  datagramAt(address: Address): DatagramSocket | null;
  route(address: Address): Route;
  /** The address of this computer that something to `address` is sent from. */
  sourceFor(address: Address): string;
  /** What people call an address: `localhost`, `example.com`, or the address itself. */
  nameOf(host: string): string;
}
