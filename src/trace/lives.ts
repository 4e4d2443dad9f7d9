/**
 * What happened to each envelope in the whole run, and what each process has to do with channels: read from the trace when it is
 * first asked for, and then only what has been added since.
 */
import type { TraceEvent } from './events.ts';
import { timeAt } from './history.ts';
import type { HistoryIndex } from './history-index.ts';
import { eventAt, type Trace } from './trace.ts';
import { FIRST_PROCESS } from './world.ts';

export type LifeKind = 'stored' | 'taken' | 'began' | 'ended' | 'removed';

/** One thing that happened to an envelope. */
export interface LifeEvent {
  readonly kind: LifeKind;
  /** After the event. */
  readonly position: number;
  readonly timeUs: number;
  /** Who did it: the process and its thread. */
  readonly process: number;
  readonly thread: number;
  /** Of `taken` and `began`; 0: no task's step. */
  readonly task: number;
  /** Of `began` the consumer, of `removed` and `ended` why. */
  readonly text: string;
  /** Of `ended`: an index of ENVELOPE_OUTCOMES; else 0. */
  readonly outcome: number;
  /** Of `began`: the consumer's first line, as soon as it has been reached. */
  readonly line: ConsumerLine | null;
}

export interface ConsumerLine {
  readonly code: number;
  readonly line: number;
  /** After the event. */
  readonly position: number;
}

/** Bytes of a wire that led to an envelope, or that one led to. */
export interface WireEvent {
  readonly connection: number;
  readonly label: string;
  readonly position: number;
  readonly timeUs: number;
  /** At the other end. */
  readonly peer: number;
}

export interface Life {
  readonly envelope: number;
  readonly queue: number;
  readonly name: string;
  readonly label: string;
  readonly body: string;
  readonly origin: number;
  readonly group: string;
  readonly expiresUs: number;
  readonly events: readonly LifeEvent[];
  /** What its sender had read from a wire just before; null: nothing that is known. */
  readonly asked: WireEvent | null;
  /** What its reader wrote on a wire at once; null nothing. */
  readonly answered: WireEvent | null;
}

/** What a process did with channels, as far as the trace goes. */
export interface Deeds {
  /** It holds a broker. */
  readonly holds: boolean;
  /** It has, or had, a queue that it alone may read. */
  readonly owns: boolean;
  readonly listens: boolean;
  readonly stores: boolean;
  /** It has taken from a queue that many may read. */
  readonly reads: boolean;
  /** It has asked others for connections. */
  readonly connects: boolean;
}

export interface Lives {
  readonly byEnvelope: ReadonlyMap<number, Life>;
  /** By the one they came of, in order. */
  readonly children: ReadonlyMap<number, readonly number[]>;
  readonly deeds: ReadonlyMap<number, Deeds>;
}

const known = new WeakMap<HistoryIndex, Scan>();

/** Of a trace that is still growing, what is known of the longest. */
export function livesOf(trace: Trace): Lives {
  const { index } = trace.history;
  const scan = known.get(index) ?? new Scan();
  known.set(index, scan);
  scan.readOn(trace);
  return scan;
}

const NO_DEEDS: Deeds = {
  holds: false,
  owns: false,
  listens: false,
  stores: false,
  reads: false,
  connects: false,
};

type GrowingEvent = { -readonly [K in keyof LifeEvent]: LifeEvent[K] };
type GrowingLife = { -readonly [K in keyof Life]: Life[K] } & {
  readonly events: GrowingEvent[];
};

interface Link {
  client: number;
  server: number;
}

class Scan implements Lives {
  readonly byEnvelope = new Map<number, GrowingLife>();
  readonly children = new Map<number, number[]>();
  readonly deeds = new Map<number, Deeds>();
  #position = 0;
  #thread = 1;
  readonly #processOf = new Map<number, number>([[1, FIRST_PROCESS]]);
  readonly #isForMany = new Map<number, boolean>();
  readonly #links = new Map<number, Link>();
  readonly #sent = new Map<
    number,
    {
      readonly connection: number;
      readonly label: string;
      readonly forward: number;
    }
  >();
  /** What has arrived on wires and was not yet put on a channel; by process, what it took from a channel last. */
  readonly #arrived: WireEvent[] = [];
  readonly #took = new Map<number, GrowingLife>();
  /** By thread: a consumer has begun there, and no line of it is known yet. */
  readonly #begun = new Map<number, GrowingEvent>();

  readOn(trace: Trace): void {
    for (; this.#position < trace.length; ) {
      const event = eventAt(trace, this.#position++);
      if (event !== null) this.#read(event, trace);
    }
  }

  #read(event: TraceEvent, trace: Trace): void {
    switch (event.kind) {
      case 'thread.started':
        this.#processOf.set(event.thread, event.process);
        return;
      case 'thread.switched':
        this.#thread = event.thread;
        return;
      case 'broker.opened':
        return this.#did(event.process, 'holds');
      case 'queue.opened':
        this.#isForMany.set(event.queue, event.mouth === 'many');
        if (event.owner !== 0) this.#did(event.owner, 'owns');
        return;
      case 'listener.changed':
        for (const process of event.processes) this.#did(process, 'listens');
        return;
      case 'connection.requested':
        // Pipes and pairs go to oneself and to children.
        if (event.via > 1) return;
        this.#links.set(event.connection, { client: this.#self(), server: 0 });
        return this.#did(this.#self(), 'connects');
      case 'connection.held':
        return this.#held(event.connection, event.forward, event.processes);
      case 'message.sent':
        this.#sent.set(event.message, event);
        return this.#answered(event.connection, event.forward, event.label, trace);
      case 'message.received':
        return this.#received(event.message, trace);
      case 'envelope.stored': {
        const { envelope, expires: expiresUs, kind: _, ...facts } = event;
        const life = { ...facts, envelope, expiresUs, events: [], answered: null, asked: this.#askedBy(event) };
        this.byEnvelope.set(envelope, life);
        const siblings = this.children.get(event.origin);
        if (siblings === undefined) this.children.set(event.origin, [envelope]);
        else siblings.push(envelope);
        this.#did(this.#self(), 'stores');
        return this.#note(envelope, 'stored', trace, {});
      }
      case 'envelope.taken': {
        const { envelope, thread } = event;
        const life = this.byEnvelope.get(envelope);
        const process = this.#processOf.get(thread) ?? FIRST_PROCESS;
        if (life !== undefined) this.#took.set(process, life);
        if (life !== undefined && this.#isForMany.get(life.queue) === true) this.#did(process, 'reads');
        return this.#note(envelope, 'taken', trace, { thread, task: event.task });
      }
      case 'envelope.began':
        return this.#note(event.envelope, 'began', trace, {
          thread: event.thread,
          task: event.task,
          text: event.consumer,
        });
      case 'line.reached':
        // A module that is imported meanwhile is not the consumer.
        return trace.codes[event.code]?.qualname === '<module>' ? undefined : this.#reached(event);
      case 'envelope.ended':
        return this.#note(event.envelope, 'ended', trace, { text: event.text, outcome: event.outcome });
      case 'envelope.removed':
        return this.#note(event.envelope, 'removed', trace, { text: event.reason });
      default:
    }
  }

  #self(): number {
    return this.#processOf.get(this.#thread) ?? FIRST_PROCESS;
  }

  #did(process: number, deed: keyof Deeds): void {
    const deeds = this.deeds.get(process) ?? NO_DEEDS;
    if (!deeds[deed]) this.deeds.set(process, { ...deeds, [deed]: true });
  }

  #note(
    envelope: number,
    kind: LifeKind,
    trace: Trace,
    {
      thread = this.#thread,
      ...more
    }: {
      readonly thread?: number;
      readonly task?: number;
      readonly text?: string;
      readonly outcome?: number;
    },
  ): void {
    const process = this.#processOf.get(thread) ?? FIRST_PROCESS;
    const when = { position: this.#position, timeUs: timeAt(trace.history, this.#position) };
    const noted: GrowingEvent = {
      kind,
      ...when,
      process,
      thread,
      task: 0,
      text: '',
      outcome: 0,
      line: null,
      ...more,
    };
    this.byEnvelope.get(envelope)?.events.push(noted);
    if (kind === 'began') this.#begun.set(thread, noted);
    if (kind === 'ended') this.#begun.delete(thread);
  }

  #reached({ code, line }: Pick<ConsumerLine, 'code' | 'line'>): void {
    const begun = this.#begun.get(this.#thread);
    if (begun === undefined) return;
    begun.line = { code, line, position: this.#position };
    this.#begun.delete(this.#thread);
  }

  #held(connection: number, forward: number, processes: readonly number[]): void {
    const link = this.#links.get(connection);
    const [process] = processes;
    if (link === undefined || process === undefined) return;
    if (forward === 1) link.client = process;
    else link.server = process;
  }

  #received(message: number, trace: Trace): void {
    const sent = this.#sent.get(message);
    this.#sent.delete(message);
    const link = this.#links.get(sent?.connection ?? 0);
    if (sent === undefined || link === undefined || sent.forward === 0) return;
    const { connection, label } = sent;
    const when = { position: this.#position, timeUs: timeAt(trace.history, this.#position) };
    this.#arrived.push({ connection, label, ...when, peer: link.client });
    if (this.#arrived.length > ARRIVED_MAX) this.#arrived.shift();
  }

  /** What it was asked on a wire, each once. One that came of another envelope was not asked for. */
  #askedBy({ label, origin }: { readonly label: string; readonly origin: number }): WireEvent | null {
    if (origin !== 0) return null;
    const self = this.#self();
    const own = this.#arrived.filter(({ connection }) => this.#links.get(connection)?.server === self);
    const said = label.replace(/^b?'(.*)'$/, '$1');
    // `'hello'` came as `ws hello`, what is for `/chat/` as `GET /chat/`.
    const found = own.find((one) => one.label.endsWith(said)) ?? (own.length === 1 ? own[0] : undefined);
    if (found === undefined) return null;
    this.#arrived.splice(this.#arrived.indexOf(found), 1);
    return found;
  }

  #answered(connection: number, forward: number, label: string, trace: Trace): void {
    const life = this.#took.get(this.#self());
    const link = this.#links.get(connection);
    if (life === undefined || link === undefined || forward === 1 || life.answered !== null) return;
    const when = { position: this.#position, timeUs: timeAt(trace.history, this.#position) };
    life.answered = { connection, label, ...when, peer: link.client };
    this.#took.delete(this.#self());
  }
}

/** Older ones led to nothing on a channel. */
const ARRIVED_MAX = 64;
