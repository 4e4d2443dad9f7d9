/**
 * A stream socket: TCP over the simulated network, or a Unix socket. It never blocks; who wants to wait watches it.
 * Faults and their order are Linux's. Leaves out: urgent data, simultaneous open, TIME_WAIT.
 */
import { type Address, addressText, type Family } from './address.ts';
import { Endpoint } from './endpoint.ts';
import type { Fault } from './fault.ts';
import { LOOPBACK, type Path, travelSeconds } from './ground.ts';
import { Lane } from './lane.ts';
import type { RemoteHost, Switchboard } from './switchboard.ts';
import { Wire } from './wire.ts';

/** Bytes that one direction holds, under way and not yet read. */
export const TCP_BYTES = 262_144;
/** Linux: net.core.somaxconn */
const BACKLOG_MAX = 4096;
/** Seconds between attempts when the other side's backlog is full: doubled each time, as for a lost SYN. */
const SYN_SECONDS = 1;
/** Linux gives up after six SYNs. */
const CONNECT_SECONDS = 127;

interface Half {
  readonly incoming: Lane;
  readonly outgoing: Lane;
  readonly wire: Wire;
  readonly isForward: boolean;
}

type Phase =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'listening'; readonly queue: StreamSocket[]; readonly backlog: number }
  | { readonly kind: 'connecting'; readonly wire: Wire }
  | ({ readonly kind: 'connected' } & Half)
  | { readonly kind: 'closed' };

export class StreamSocket extends Endpoint {
  readonly kind = 'stream';
  readonly family: Family;
  local: Address | null = null;
  remote: Address | null = null;
  /** SO_REUSEADDR, SO_LINGER with no time: what close() sends. */
  isReusing = false;
  isResetting = false;
  readonly #net: Switchboard;
  #phase: Phase = { kind: 'fresh' };
  /** SO_ERROR. */
  #pending: Fault | null = null;
  #isBroken = false;
  #hasShutRead = false;
  #peer: StreamSocket | null = null;
  #passed: object[] = [];
  /** The name of the process that listens. */
  #owner = '';

  constructor(net: Switchboard, family: Family) {
    super();
    this.#net = net;
    this.family = family;
  }

  static #ownerOf(listener: StreamSocket | null): string {
    return listener === null ? '' : listener.#owner;
  }

  get isListening(): boolean {
    return this.#phase.kind === 'listening';
  }

  get isConnecting(): boolean {
    return this.#phase.kind === 'connecting';
  }

  get isConnected(): boolean {
    return this.#phase.kind === 'connected';
  }

  /** The trace's number of its connection; 0 none. */
  get connectionId(): number {
    const phase = this.#phase;
    return phase.kind === 'connected' || phase.kind === 'connecting' ? phase.wire.id : 0;
  }

  get isForward(): boolean {
    return this.#phase.kind !== 'connected' || this.#phase.isForward;
  }

  get isReadable(): boolean {
    const phase = this.#phase;
    if (phase.kind === 'listening') return phase.queue.length > 0;
    if (phase.kind !== 'connected') return phase.kind !== 'connecting';
    return phase.incoming.available > 0 || phase.incoming.isAtEnd || this.#hasShutRead || this.#pending !== null;
  }

  get isWritable(): boolean {
    const phase = this.#phase;
    if (phase.kind === 'connecting' || phase.kind === 'listening') return false;
    if (phase.kind !== 'connected') return true;
    // Linux: sk_stream_is_writeable, at least a third is free.
    return this.#isBroken || phase.outgoing.isFinished || phase.outgoing.free * 3 >= phase.outgoing.capacity;
  }

  override get hasHungUp(): boolean {
    const phase = this.#phase;
    if (phase.kind === 'fresh') return true;
    return phase.kind === 'connected' && (this.#isBroken || (phase.incoming.isAtEnd && phase.outgoing.isFinished));
  }

  override get hasFailed(): boolean {
    return this.#pending !== null;
  }

  /** SO_ERROR: asked for once. */
  takeFault(): Fault | null {
    const fault = this.#pending;
    this.#pending = null;
    return fault;
  }

  bind(address: Address): Fault | null {
    if (this.local !== null || this.#phase.kind !== 'fresh') return 'EINVAL';
    const bound = this.#net.claim(address, this);
    if (typeof bound === 'string') return bound;
    this.local = bound;
    return null;
  }

  listen(backlog: number): Fault | null {
    if (this.#phase.kind === 'listening') {
      this.#phase = { ...this.#phase, backlog: limitBacklog(backlog) };
      return null;
    }
    if (this.#phase.kind !== 'fresh') return 'EINVAL';
    if (this.local === null) {
      if (this.family === 'unix') return 'EINVAL';
      const fault = this.bind({ family: this.family, host: this.family === 'inet' ? '0.0.0.0' : '::', port: 0 });
      if (fault !== null) return fault;
    }
    this.#phase = { kind: 'listening', queue: [], backlog: limitBacklog(backlog) };
    this.#owner = this.#net.ground.processName();
    return null;
  }

  accept(): StreamSocket | Fault {
    if (this.#phase.kind !== 'listening') return 'EINVAL';
    return this.#phase.queue.shift() ?? 'EAGAIN';
  }

  /** 'EINPROGRESS': the answer is under way; it may be here already, as within one computer. */
  connect(address: Address): Fault | null {
    if (this.#phase.kind === 'connecting') return 'EALREADY';
    if (this.#phase.kind === 'connected') return 'EISCONN';
    if (this.#phase.kind !== 'fresh') return 'EINVAL';
    if (address.family !== this.family) return 'EAFNOSUPPORT';
    return address.family === 'unix' ? this.#connectHere(address) : this.#connectInternet(address);
  }

  /** How many bytes were taken. */
  send(bytes: Uint8Array): number | Fault {
    const pending = this.takeFault();
    if (pending !== null) return pending;
    const phase = this.#phase;
    if (phase.kind === 'connecting') return 'EAGAIN';
    if (phase.kind !== 'connected') return this.family === 'unix' || this.#isBroken ? 'ENOTCONN' : 'EPIPE';
    if (this.#isBroken || phase.outgoing.isFinished) return 'EPIPE';
    if (this.family === 'unix' && phase.outgoing.isDropped) return 'EPIPE';
    if (bytes.length === 0) return 0;
    if (phase.outgoing.free === 0) return 'EAGAIN';
    return phase.outgoing.send(bytes, phase.wire.told(phase.isForward));
  }

  /** Empty at the end of the stream. */
  receive(max: number, isPeek = false): Uint8Array | Fault {
    const phase = this.#phase;
    if (phase.kind !== 'connected') {
      const pending = this.takeFault();
      if (pending !== null) return pending;
      return phase.kind === 'connecting' ? 'EAGAIN' : 'ENOTCONN';
    }
    if (phase.incoming.available > 0 && !this.#hasShutRead) return phase.incoming.take(max, isPeek);
    const pending = this.takeFault();
    if (pending !== null) return pending;
    return phase.incoming.isAtEnd || this.#hasShutRead ? new Uint8Array(0) : 'EAGAIN';
  }

  /** Hands things over to the other side, within one computer. */
  pass(things: readonly object[]): void {
    if (this.#peer !== null) this.#peer.#passed.push(...things);
  }

  takePassed(): readonly object[] {
    return this.#passed.splice(0);
  }

  shutdown(how: 'read' | 'write' | 'both'): Fault | null {
    const phase = this.#phase;
    if (phase.kind !== 'connected' || this.#isBroken) return 'ENOTCONN';
    if (how !== 'write') this.#hasShutRead = true;
    if (how !== 'read' && !phase.outgoing.isFinished) {
      phase.wire.halfClosed(phase.isForward);
      phase.outgoing.finish();
    }
    this.changed();
    return null;
  }

  close(): void {
    const phase = this.#phase;
    if (phase.kind === 'closed') return;
    this.#net.release(this);
    this.#phase = { kind: 'closed' };
    if (phase.kind === 'listening') for (const waiting of phase.queue) waiting.abort();
    if (phase.kind === 'connecting') phase.wire.failed('given up');
    if (phase.kind === 'connected') this.#closeConnection(phase);
    this.changed();
  }

  /** close() in a way that the other side finds as ECONNRESET. */
  abort(): void {
    this.isResetting = true;
    this.close();
  }

  /** The other side has sent a RST. Linux: tcp_reset. */
  reset(fault: Fault): void {
    const phase = this.#phase;
    if (phase.kind !== 'connected' || this.#isBroken) return;
    this.#pending = phase.incoming.isAtEnd && fault === 'ECONNRESET' ? 'EPIPE' : fault;
    this.#isBroken = true;
    phase.incoming.end();
    phase.wire.over(REASONS[fault] ?? fault);
    this.changed();
  }

  /** Makes two sockets that are connected with each other. */
  static pair(net: Switchboard): readonly [StreamSocket, StreamSocket] {
    const ends = [new StreamSocket(net, 'unix'), new StreamSocket(net, 'unix')] as const;
    const wire = new Wire(net.ground, net.numbers, { kind: 'pair', from: '', to: '', address: '' }, 0);
    StreamSocket.#join(net, ends, wire, LOOPBACK);
    wire.opened();
    return ends;
  }

  #connectHere(address: Address): Fault | null {
    const listener = this.#net.listenerAt(address);
    if (listener === null) return this.#net.isClaimed(address) ? 'ECONNREFUSED' : 'ENOENT';
    if (listener.#isFull) return 'EAGAIN';
    const text = addressText(address);
    const wire = new Wire(this.#net.ground, this.#net.numbers, { kind: 'unix', from: '', to: text, address: text }, 0);
    this.#meet(listener, wire);
    return null;
  }

  get #isFull(): boolean {
    return this.#phase.kind === 'listening' && this.#phase.queue.length > this.#phase.backlog;
  }

  #connectInternet(address: Exclude<Address, { family: 'unix' }>): Fault | null {
    const net = this.#net;
    const route = net.route(address);
    if (route.kind === 'unreachable' && route.seconds === 0) return route.fault;
    if (this.local === null) {
      const source = { family: address.family, host: net.sourceFor(address), port: 0 };
      const fault = this.bind(source);
      if (fault !== null) return fault;
    }
    const { agenda } = net.ground;
    const wait = route.kind === 'host' ? route.host.answerSeconds(address.port) : 0;
    const seconds = route.kind === 'unreachable' ? route.seconds : (wait ?? Number.POSITIVE_INFINITY);
    const facts = {
      kind: 'tcp',
      from: 'localhost',
      to: net.nameOf(address.host),
      address: addressText(address),
      fromProcess: net.ground.processName(),
      toProcess: StreamSocket.#ownerOf(net.listenerAt(address)),
    } as const;
    const wire = new Wire(net.ground, net.numbers, facts, agenda.now() + seconds);
    this.#phase = { kind: 'connecting', wire };
    this.remote = address;
    if (route.kind === 'loopback') this.#acrossHere(wire, () => this.#knock(address, wire, SYN_SECONDS));
    else if (route.kind === 'unreachable') this.#later(route.seconds, wire, () => this.#fail(route.fault, wire));
    else if (wait === null) this.#later(CONNECT_SECONDS, wire, () => this.#fail('ETIMEDOUT', wire));
    else this.#later(wait, wire, () => this.#through(wire, () => this.#arriveAt(route.host, address.port, wire)));
    return 'EINPROGRESS';
  }

  /** A SYN and its answer within this computer, which may have a way of some length, as if it were two. */
  #acrossHere(wire: Wire, action: () => void): void {
    const { chance } = this.#net.ground;
    const path = this.#net.loopback;
    if (path === LOOPBACK) this.#through(wire, action);
    else
      this.#later(travelSeconds(path, chance) + travelSeconds(path, chance), wire, () => this.#through(wire, action));
  }

  /** As soon as the link is not cut when a SYN is sent; the last one is given up. */
  #through(wire: Wire, action: () => void, pause = SYN_SECONDS): void {
    if (wire.link === null || !this.#net.ground.traffic.isCut(wire.link)) action();
    else if (pause > CONNECT_SECONDS / 2) this.#fail('ETIMEDOUT', wire);
    else this.#later(pause, wire, () => this.#through(wire, action, pause * 2));
  }

  /** Within one computer: the answer is here at once, unless the listener has too many to accept. */
  #knock(address: Address, wire: Wire, pause: number): void {
    const listener = this.#net.listenerAt(address);
    if (listener === null) this.#fail('ECONNREFUSED', wire);
    else if (listener.#isFull && pause > CONNECT_SECONDS / 2) this.#fail('ETIMEDOUT', wire);
    else if (listener.#isFull) this.#later(pause, wire, () => this.#knock(address, wire, pause * 2));
    else this.#meet(listener, wire);
  }

  #arriveAt(host: RemoteHost, port: number, wire: Wire): void {
    const served = new StreamSocket(this.#net, this.family);
    if (host.refuses(port)) {
      this.#fail('ECONNREFUSED', wire);
      return;
    }
    served.local = this.remote;
    served.remote = this.local;
    StreamSocket.#join(this.#net, [this, served], wire, host.path);
    wire.opened();
    host.serve(port, served);
    this.changed();
  }

  #meet(listener: StreamSocket, wire: Wire): void {
    const served = new StreamSocket(this.#net, this.family);
    const { local } = listener;
    this.remote = this.remote ?? local;
    served.local = this.remote;
    served.remote = this.local;
    StreamSocket.#join(this.#net, [this, served], wire, this.family === 'unix' ? LOOPBACK : this.#net.loopback);
    wire.opened();
    if (listener.#phase.kind === 'listening') listener.#phase.queue.push(served);
    listener.changed();
    this.changed();
  }

  #later(seconds: number, wire: Wire, action: () => void): void {
    const { agenda } = this.#net.ground;
    agenda.at(agenda.now() + seconds, () => {
      if (this.#phase.kind === 'connecting' && this.#phase.wire === wire) action();
    });
  }

  #fail(fault: Fault, wire: Wire): void {
    this.#phase = { kind: 'fresh' };
    this.remote = null;
    this.#pending = fault;
    wire.failed(REASONS[fault] ?? fault);
    this.changed();
  }

  #closeConnection(phase: Half): void {
    const peer = this.#peer;
    const mustReset = this.isResetting || phase.incoming.available > 0;
    phase.incoming.drop();
    if (this.#isBroken) return;
    if (mustReset && peer !== null) {
      phase.outgoing.afterAll(() => peer.reset('ECONNRESET'));
      return;
    }
    phase.outgoing.finish();
    phase.wire.sideClosed(phase.isForward);
    // Whoever sends on a Unix socket finds out at once.
    if (this.family === 'unix') peer?.changed();
  }

  static #join(net: Switchboard, ends: readonly [StreamSocket, StreamSocket], wire: Wire, path: Path): void {
    const [client, server] = ends;
    const lane = (from: StreamSocket, to: StreamSocket): Lane =>
      new Lane(net.ground, { ...path, link: wire.link }, TCP_BYTES, {
        arrived: () => to.changed(),
        drained: () => from.changed(),
        refused: () => {
          const { agenda } = net.ground;
          if (path.latency === 0) from.reset('ECONNRESET');
          else agenda.at(agenda.now() + path.latency, () => from.reset('ECONNRESET'));
        },
      });
    const forward = lane(client, server);
    const backward = lane(server, client);
    client.#phase = { kind: 'connected', incoming: backward, outgoing: forward, wire, isForward: true };
    server.#phase = { kind: 'connected', incoming: forward, outgoing: backward, wire, isForward: false };
    client.#peer = server;
    server.#peer = client;
  }
}

function limitBacklog(backlog: number): number {
  return Math.max(0, Math.min(backlog, BACKLOG_MAX));
}

const REASONS: Partial<Record<Fault, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  EHOSTUNREACH: 'no route to host',
  ENETUNREACH: 'network unreachable',
  ETIMEDOUT: 'timed out',
};
