/** The simulated network of a run: who is bound where, who can be reached, and what the hosts out there are like. */

import { DEFAULT_NETWORK, type NetworkPlan } from '../../lib/network-plan.ts';
import type { Prng } from '../../lib/prng.ts';
import { type Address, addressText, type Family, isAny, isLoopback, listensTo } from './address.ts';
import { DatagramSocket } from './datagram-socket.ts';
import type { Endpoint } from './endpoint.ts';
import type { Fault } from './fault.ts';
import { type Agenda, type Ground, LOOPBACK, type Path } from './ground.ts';
import { Host, pathOf } from './host.ts';
import { addressesOf, isNowhere, OWN_NAME } from './names.ts';
import type { NetObserver } from './observer.ts';
import { makePipe, type PipeReader, type PipeWriter } from './pipe.ts';
import { StreamSocket } from './stream-socket.ts';
import type { RemoteHost, Route, Switchboard } from './switchboard.ts';
import { Traffic } from './traffic.ts';
import { Numbers } from './wire.ts';

/** Ports that sockets get which do not ask for one. Linux: net.ipv4.ip_local_port_range */
const PORTS = { first: 32_768, last: 60_999 };
/** Seconds until DNS answers, at least, and how much longer at most. */
const LOOK_UP = { least: 0.008, more: 0.024 };
const NO_ROUTE_SECONDS = 3.06;
/** Its plan says what the way between two sockets of this computer is like. */
const LOOPBACK_NAME = 'localhost';
/** Where outgoing connections come from. */
const OWN_ADDRESS = '192.168.1.20';

interface Bound {
  readonly address: Address;
  readonly by: Endpoint & { readonly isReusing: boolean };
}

export interface NetworkInit {
  readonly agenda: Agenda;
  readonly chance: Prng;
  readonly observer: NetObserver | null;
  readonly plan?: NetworkPlan | null;
  /** Absent: there are no names. */
  readonly processName?: () => string;
}

export class Network implements Switchboard {
  readonly ground: Ground;
  readonly numbers: Numbers = new Numbers();
  readonly loopback: Path;
  readonly #plan: NetworkPlan;
  readonly #bound: Bound[] = [];
  readonly #hosts: Map<string, Host> = new Map();
  /** Names by the addresses that were given for them. */
  readonly #names: Map<string, string> = new Map();
  #nextPort = PORTS.first;

  constructor({ agenda, chance, observer, plan, processName = () => '' }: NetworkInit) {
    this.ground = { agenda, chance, observer, processName, traffic: new Traffic() };
    this.#plan = plan ?? DEFAULT_NETWORK;
    const own = this.#planOf(LOOPBACK_NAME);
    this.loopback = own === undefined ? LOOPBACK : pathOf(this.#plan, own.latencyMs ?? 0);
  }

  /** Connections asked for and messages sent so far. */
  get sent(): number {
    return this.numbers.connections + this.numbers.messages;
  }

  stream(family: Family): StreamSocket {
    return new StreamSocket(this, family);
  }

  datagram(family: Family): DatagramSocket {
    return new DatagramSocket(this, family);
  }

  streamPair(): readonly [StreamSocket, StreamSocket] {
    return StreamSocket.pair(this);
  }

  datagramPair(): readonly [DatagramSocket, DatagramSocket] {
    return DatagramSocket.pair(this);
  }

  pipe(): readonly [PipeReader, PipeWriter] {
    return makePipe(this);
  }

  /** Asks DNS. `seconds`: how long the answer takes; no addresses: there is no such name. */
  lookUp(name: string): { readonly addresses: readonly string[]; readonly seconds: number } {
    const isUnknown = this.#planOf(name)?.state === 'unknown';
    const known = this.#planOf(name) === undefined ? addressesOf(name) : addressesOf(`${name}.planned.example.org`);
    const addresses = isUnknown ? [] : addressesOf(name).length > 0 ? addressesOf(name) : known;
    const [first] = addresses;
    const isHere = first !== undefined && (isLoopback(first) || first === name);
    if (first !== undefined && first !== name) this.#names.set(first, name.toLowerCase());
    return { addresses, seconds: isHere ? 0 : LOOK_UP.least + LOOK_UP.more * this.ground.chance.next() };
  }

  /** The name of an address; null: nobody knows. */
  reverse(host: string): string | null {
    return isLoopback(host) ? 'localhost' : (this.#names.get(host) ?? null);
  }

  nameOf(host: string): string {
    return this.reverse(host) ?? host;
  }

  get ownName(): string {
    return OWN_NAME;
  }

  get traffic(): Traffic {
    return this.ground.traffic;
  }

  claim(address: Address, by: Endpoint & { readonly isReusing: boolean }): Address | Fault {
    if (address.family === 'unix') {
      if (this.isClaimed(address)) return 'EADDRINUSE';
      this.#bound.push({ address, by });
      return address;
    }
    if (!isLoopback(address.host) && !isAny(address.host) && address.host !== OWN_ADDRESS) return 'EADDRNOTAVAIL';
    const port = address.port === 0 ? this.#freePort(by) : address.port;
    if (this.#isTaken({ ...address, port }, by)) return 'EADDRINUSE';
    const claimed = { ...address, port };
    this.#bound.push({ address: claimed, by });
    return claimed;
  }

  isClaimed(address: Address): boolean {
    return this.#bound.some((bound) => addressText(bound.address) === addressText(address));
  }

  /** A Unix socket's path stays in the folder when it is closed, until it is unlinked. */
  release(socket: Endpoint): void {
    const index = this.#bound.findIndex(({ by, address }) => by === socket && address.family !== 'unix');
    if (index >= 0) this.#bound.splice(index, 1);
  }

  /** The path of a Unix socket is removed from its folder. False: there is none. */
  unlink(path: string): boolean {
    const index = this.#bound.findIndex(({ address }) => address.family === 'unix' && address.path === path);
    if (index >= 0) this.#bound.splice(index, 1);
    return index >= 0;
  }

  listenerAt(address: Address): StreamSocket | null {
    const found = this.#boundTo(address, (by) => by instanceof StreamSocket && by.isListening);
    return found instanceof StreamSocket ? found : null;
  }

  datagramAt(address: Address): DatagramSocket | null {
    const found = this.#boundTo(address, (by) => by instanceof DatagramSocket);
    return found instanceof DatagramSocket ? found : null;
  }

  route(address: Address): Route {
    if (address.family === 'unix' || isLoopback(address.host) || address.host === OWN_ADDRESS)
      return { kind: 'loopback' };
    const name = this.#names.get(address.host);
    if (name === undefined && isNowhere(address.host)) {
      const isV6 = address.host.includes(':');
      if (isV6) return { kind: 'unreachable', fault: 'ENETUNREACH', seconds: 0 };
      // A private address of this network: nobody answers ARP. Elsewhere packets just disappear.
      if (address.host.startsWith('192.168.1.')) {
        return { kind: 'unreachable', fault: 'EHOSTUNREACH', seconds: NO_ROUTE_SECONDS };
      }
      return { kind: 'host', host: this.#silent(address.host) };
    }
    return { kind: 'host', host: this.#hostOf(name ?? address.host) };
  }

  sourceFor(address: Address): string {
    if (address.family === 'unix') return '';
    if (address.family === 'inet6') return '::1';
    return isLoopback(address.host) ? '127.0.0.1' : OWN_ADDRESS;
  }

  #hostOf(name: string): Host {
    let host = this.#hosts.get(name);
    if (host === undefined) {
      host = new Host(this.ground, name, this.#plan, this.#planOf(name) ?? null);
      this.#hosts.set(name, host);
    }
    return host;
  }

  #silent(name: string): RemoteHost {
    const plan = { name, state: 'silent', latencyMs: null, pages: [] } as const;
    return new Host(this.ground, name, this.#plan, plan);
  }

  #planOf(name: string): NetworkPlan['hosts'][number] | undefined {
    return this.#plan.hosts.find((host) => host.name.toLowerCase() === name.toLowerCase());
  }

  #boundTo(address: Address, isFit: (by: Endpoint) => boolean): Endpoint | null {
    const fits = this.#bound.filter((bound) => isFit(bound.by) && hears(bound.address, address));
    const exact = fits.find((bound) => addressText(bound.address) === addressText(address));
    return (exact ?? fits[0])?.by ?? null;
  }

  #isTaken(address: Exclude<Address, { family: 'unix' }>, by: Bound['by']): boolean {
    return this.#bound.some((bound) => {
      if (bound.address.family === 'unix' || bound.address.port !== address.port) return false;
      if (bound.by instanceof StreamSocket !== by instanceof StreamSocket) return false;
      if (bound.by instanceof StreamSocket && !bound.by.isListening && bound.by.isReusing && by.isReusing) return false;
      return listensTo(bound.address.host, address.host) || listensTo(address.host, bound.address.host);
    });
  }

  #freePort(by: Bound['by']): number {
    for (let tries = PORTS.first; tries <= PORTS.last; tries++) {
      const port = this.#nextPort;
      // Steps over a prime number of ports, so that neighbours differ; the same run after run.
      this.#nextPort = PORTS.first + ((port - PORTS.first + 7919) % (PORTS.last - PORTS.first + 1));
      if (!this.#isTaken({ family: 'inet', host: '0.0.0.0', port }, by)) return port;
    }
    return PORTS.first;
  }
}

function hears(bound: Address, to: Address): boolean {
  if (bound.family === 'unix' || to.family === 'unix') return addressText(bound) === addressText(to);
  return bound.port === to.port && listensTo(bound.host, to.host);
}
