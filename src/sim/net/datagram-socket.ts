/** A datagram socket: UDP, or a Unix socket of that kind. What is lost stays lost, and nobody is told. */
import { type Address, addressText, type Family } from './address.ts';
import { DatagramFlight } from './datagram-flight.ts';
import { Endpoint } from './endpoint.ts';
import type { Fault } from './fault.ts';
import { isLost, LOOPBACK, type Path, travelSeconds } from './ground.ts';
import type { Told } from './lane.ts';
import type { Switchboard } from './switchboard.ts';
import type { LinkEnds } from './traffic.ts';
import { Wire } from './wire.ts';

/** What may wait to be read, in bytes; the rest is dropped. Linux: net.core.rmem_default */
const QUEUE_BYTES = 212_992;
const DATAGRAM_BYTES_MAX = 65_507;

export interface Datagram {
  readonly bytes: Uint8Array;
  readonly from: Address | null;
}

export class DatagramSocket extends Endpoint {
  readonly kind = 'datagram';
  readonly family: Family;
  local: Address | null = null;
  remote: Address | null = null;
  isReusing = false;
  readonly #net: Switchboard;
  readonly #queue: Datagram[] = [];
  #queued = 0;
  #pending: Fault | null = null;
  #isClosed = false;
  /** One for each address that something was sent to, for the trace. */
  readonly #wires: Map<string, Wire> = new Map();
  #peer: DatagramSocket | null = null;

  constructor(net: Switchboard, family: Family) {
    super();
    this.#net = net;
    this.family = family;
  }

  get isReadable(): boolean {
    return this.#queue.length > 0 || this.#pending !== null;
  }

  get isWritable(): boolean {
    return true;
  }

  override get hasFailed(): boolean {
    return this.#pending !== null;
  }

  takeFault(): Fault | null {
    const fault = this.#pending;
    this.#pending = null;
    return fault;
  }

  bind(address: Address): Fault | null {
    if (this.local !== null) return 'EINVAL';
    const bound = this.#net.claim(address, this);
    if (typeof bound === 'string') return bound;
    this.local = bound;
    return null;
  }

  /** No word is exchanged: it is the address for `send`, and what comes from elsewhere is not heard. */
  connect(address: Address): Fault | null {
    if (address.family !== this.family) return 'EAFNOSUPPORT';
    if (address.family === 'unix' && this.#net.datagramAt(address) === null)
      return this.#net.isClaimed(address) ? 'ECONNREFUSED' : 'ENOENT';
    if (address.family !== 'unix') this.#bindFor(address);
    this.remote = address;
    return null;
  }

  send(bytes: Uint8Array, to: Address | null): number | Fault {
    const pending = this.takeFault();
    if (pending !== null) return pending;
    if (bytes.length > DATAGRAM_BYTES_MAX) return 'EMSGSIZE';
    if (this.#peer !== null) return this.#deliverTo(this.#peer, bytes, null);
    const target = to ?? this.remote;
    if (target === null) return 'EDESTADDRREQ';
    if (target.family !== this.family) return 'EAFNOSUPPORT';
    if (target.family !== 'unix') this.#bindFor(target);
    const receiver = this.#net.datagramAt(target);
    const route = this.#net.route(target);
    if (target.family === 'unix' && receiver === null) return this.#net.isClaimed(target) ? 'ECONNREFUSED' : 'ENOENT';
    if (route.kind === 'unreachable' && route.seconds === 0) return route.fault;
    if (route.kind === 'loopback') return this.#deliverTo(receiver, bytes, target);
    // Out there nobody answers datagrams.
    return this.#transmit(
      bytes,
      target,
      route.kind === 'host' ? route.host.path : this.#net.loopback,
      () => 'nobody listens',
    );
  }

  receive(): Datagram | Fault {
    const first = this.#queue.shift();
    if (first !== undefined) {
      this.#queued -= first.bytes.length;
      return first;
    }
    return this.takeFault() ?? 'EAGAIN';
  }

  peek(): Datagram | Fault {
    return this.#queue[0] ?? this.takeFault() ?? 'EAGAIN';
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#net.release(this);
    for (const wire of this.#wires.values()) wire.over('closed');
    this.changed();
  }

  static pair(net: Switchboard): readonly [DatagramSocket, DatagramSocket] {
    const ends = [new DatagramSocket(net, 'unix'), new DatagramSocket(net, 'unix')] as const;
    ends[0].#peer = ends[1];
    ends[1].#peer = ends[0];
    return ends;
  }

  #bindFor(target: Address): void {
    if (this.local !== null || target.family === 'unix') return;
    this.bind({ family: target.family, host: this.#net.sourceFor(target), port: 0 });
  }

  #deliverTo(receiver: DatagramSocket | null, bytes: Uint8Array, target: Address | null): number {
    return this.#transmit(bytes, target, this.family === 'unix' ? LOOPBACK : this.#net.loopback, () => {
      if (receiver === null) {
        // ICMP: port unreachable. Only a connected socket is told.
        if (this.remote !== null) {
          this.#pending = 'ECONNREFUSED';
          this.changed();
        }
        return 'nobody listens';
      }
      return receiver.#take({ bytes: bytes.slice(), from: this.local });
    });
  }

  /** `arrive` gives why it was dropped, or ''. */
  #transmit(bytes: Uint8Array, target: Address | null, path: Path, arrive: () => string): number {
    const { agenda, chance, observer } = this.#net.ground;
    const due = agenda.now() + travelSeconds({ ...path, loss: 0 }, chance);
    const { link, told } = this.#wireTo(target);
    const isGone = isLost(path, chance);
    told.sent(bytes, due);
    const end = (lost: string): void => {
      const isCut = link !== null && this.#net.ground.traffic.isCut(link);
      const reason = isCut ? 'the link is cut' : isGone ? 'lost' : lost === '' ? arrive() : lost;
      if (reason === '') told.received();
      else observer?.dropped(told.message, reason);
    };
    if (due <= agenda.now()) end('');
    else new DatagramFlight(this.#net.ground, told, due, end);
    return bytes.length;
  }

  #wireTo(target: Address | null): { readonly link: LinkEnds | null; readonly told: Told } {
    const { numbers, ground } = this.#net;
    const text = addressText(target);
    let wire = this.#wires.get(text);
    if (wire === undefined) {
      const to = target === null || target.family === 'unix' ? text : this.#net.nameOf(target.host);
      wire = new Wire(ground, numbers, { kind: 'udp', from: 'localhost', to, address: text }, 0);
      wire.opened();
      this.#wires.set(text, wire);
    }
    return { link: wire.link, told: wire.told(true) };
  }

  #take(datagram: Datagram): string {
    if (this.#isClosed) return 'nobody listens';
    if (this.remote !== null && addressText(this.remote) !== addressText(datagram.from)) return 'not from its partner';
    if (this.#queued + datagram.bytes.length > QUEUE_BYTES) return 'the queue is full';
    this.#queue.push(datagram);
    this.#queued += datagram.bytes.length;
    this.changed();
    return '';
  }
}
