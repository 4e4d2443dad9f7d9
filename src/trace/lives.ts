/**
 * What happened to each envelope in the whole run, and what each process has to do with channels: read from the trace when it is
 * first asked for, and then only what has been added since.
 */
import type { EventOf, TraceEvent } from './events.ts';
import { timeAt } from './history.ts';
import type { HistoryIndex } from './history-index.ts';
import type { ConsumerLine, Deeds, Life, LifeEvent, LifeKind, Lives, WireEvent } from './life.ts';
import { eventAt, type Trace } from './trace.ts';
import { Windows } from './windows.ts';
import { FIRST_PROCESS } from './world.ts';

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
  listensAlone: false,
  works: false,
};

type GrowingEvent = { -readonly [K in keyof LifeEvent]: LifeEvent[K] };
type GrowingLife = { -readonly [K in keyof Life]: Life[K] } & {
  readonly events: GrowingEvent[];
};

/** What an exchange did with a message last. */
interface Routed {
  readonly exchange: string;
  readonly label: string;
  /** What stands in queues for it. */
  readonly envelopes: number[];
}

interface Link {
  client: number;
  server: number;
}

class Scan implements Lives {
  readonly byEnvelope = new Map<number, GrowingLife>();
  readonly children = new Map<number, number[]>();
  readonly deeds = new Map<number, Deeds>();
  readonly windows = new Windows();
  readonly tries = new Map<string, number[]>();
  readonly exchanges = new Map<number, Set<string>>();
  #position = 0;
  #thread = 1;
  readonly #processOf = new Map<number, number>([[1, FIRST_PROCESS]]);
  readonly #isForMany = new Map<number, boolean>();
  readonly #brokerOf = new Map<number, number>();
  readonly #nameOf = new Map<number, string>();
  /** By broker: what it has routed last. */
  readonly #routed = new Map<number, Routed>();
  readonly #isAcking = new Set<number>();
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
        if (event.isAcking === 1) this.#isAcking.add(event.broker);
        return this.#did(event.process, 'holds');
      case 'queue.opened':
        this.#isForMany.set(event.queue, event.mouth === 'many');
        this.#brokerOf.set(event.queue, event.broker);
        this.#nameOf.set(event.queue, event.name);
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
        const asked = this.#askedBy(event);
        const exchange = this.#exchangeOf(event);
        const life = { ...facts, envelope, expiresUs, events: [], answered: null, asked, exchange };
        this.byEnvelope.set(envelope, life);
        const siblings = this.children.get(event.origin);
        if (siblings === undefined) this.children.set(event.origin, [envelope]);
        else siblings.push(envelope);
        if (event.celeryTask !== '')
          this.tries.set(event.celeryTask, [...(this.tries.get(event.celeryTask) ?? []), envelope]);
        if (exchange === null) this.#did(this.#self(), 'stores');
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
        if (this.#isOfAcking(event.envelope)) this.#did(this.#processOf.get(event.thread) ?? FIRST_PROCESS, 'works');
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
        return this.#readAck(event, trace);
    }
  }

  /** Of brokers that wait for acknowledgements. */
  #readAck(event: TraceEvent, trace: Trace): void {
    switch (event.kind) {
      case 'publish.routed': {
        const { broker, exchange, label, origin } = event;
        this.#routed.set(broker, { exchange, label, envelopes: [] });
        this.exchanges.set(broker, (this.exchanges.get(broker) ?? new Set()).add(exchange));
        return origin === 0 ? this.#did(this.#self(), 'stores') : undefined;
      }
      case 'publish.answered':
        return this.#answeredBy(event, trace);
      case 'consumer.changed':
        return this.#consumes(event);
      case 'envelope.delivered': {
        const { consumer, envelope, task, thread } = event;
        const process = this.#processOf.get(thread) ?? FIRST_PROCESS;
        if (consumer === 0) this.#did(process, 'reads');
        return this.#note(envelope, 'delivered', trace, { thread, task });
      }
      case 'envelope.acked':
        return this.#note(event.envelope, 'acked', trace, {});
      case 'envelope.returned':
        return this.#note(event.envelope, 'returned', trace, { text: event.reason });
      case 'envelope.deadLettered':
        return this.#note(event.envelope, 'deadLettered', trace, { text: event.reason });
      case 'celeryTask.changed': {
        const last = this.tries.get(event.id)?.at(-1);
        const text = `${event.state}${event.text === '' ? '' : `: ${event.text}`}`;
        return last === undefined ? undefined : this.#note(last, 'state', trace, { text });
      }
      default:
    }
  }

  #consumes(event: EventOf<'consumer.changed'>): void {
    const process = this.#processOf.get(event.thread) ?? FIRST_PROCESS;
    this.#did(process, this.#isForMany.get(event.queue) === true ? 'reads' : 'listensAlone');
    this.windows.note(process, event, this.#nameOf.get(event.queue) ?? '');
  }

  /** To who published it. */
  #answeredBy({ answer, broker, label, text }: EventOf<'publish.answered'>, trace: Trace): void {
    const routed = this.#routed.get(broker);
    if (routed === undefined || routed.label !== label) return;
    for (const envelope of routed.envelopes)
      this.#note(envelope, 'answered', trace, { text: text === '' ? answer : `${answer}: ${text}` });
  }

  /** Null: there are no exchanges. */
  #exchangeOf({ envelope, label, queue }: EventOf<'envelope.stored'>): string | null {
    const routed = this.#routed.get(this.#brokerOf.get(queue) ?? 0);
    if (routed === undefined || routed.label !== label) return null;
    routed.envelopes.push(envelope);
    return routed.exchange;
  }

  #isOfAcking(envelope: number): boolean {
    const queue = this.byEnvelope.get(envelope)?.queue ?? 0;
    return this.#isAcking.has(this.#brokerOf.get(queue) ?? 0);
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
