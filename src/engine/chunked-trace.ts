/** The trace as it is written: handed over in chunks, ended at the limit on events, and watched for a position that somebody waits for. */
import { RunStopped } from '../python/vm/machine.ts';
import type { Chunk } from '../trace/events.ts';
import { TraceWriter } from '../trace/writer.ts';

export interface ChunksInit {
  readonly eventsMax: number;
  /** Events after which a chunk is handed over. */
  readonly chunkEvents: number;
  readonly onChunk: (chunk: Chunk) => void;
  /** Asked now and then: hand over what there is now, because the reader has waited long enough? Absent: only full chunks. */
  readonly isFlushDue: (() => boolean) | null;
}

/** Reading the clock costs more than recording an event: it is read after so many. */
const FLUSH_ASKED_EVENTS = 8;

export class ChunkedTrace {
  readonly writer: TraceWriter = new TraceWriter(() => this.#look());
  readonly #init: ChunksInit;
  /** The count of events at which something is to be done. */
  #stopAt: number;
  /** By position. */
  readonly #alarms: { readonly position: number; readonly action: () => void }[] = [];
  /** Events before the chunk that is being written. */
  #flushedCount = 0;

  constructor(init: ChunksInit) {
    this.#init = init;
    this.#stopAt = init.eventsMax;
    this.writer.lookAfter(this.#untilLook());
  }

  /** What has been recorded since the last chunk. */
  flush(): void {
    this.#flushedCount = this.writer.count;
    const chunk = this.writer.takeChunk();
    if (chunk !== null) this.#init.onChunk(chunk);
  }

  /** Calls back once, as soon as so many events have been recorded. */
  alarmAt(position: number, action: () => void): void {
    this.#alarms.push({ position, action });
    this.#alarms.sort((a, b) => a.position - b.position);
    this.#setStop();
    if (this.writer.count >= position) this.#reached();
    this.writer.lookAfter(this.#untilLook());
  }

  #setStop(): void {
    this.#stopAt = Math.min(this.#alarms[0]?.position ?? Number.POSITIVE_INFINITY, this.#init.eventsMax);
  }

  /** Called by the writer: is there a chunk to be handed over, a limit reached, or a position for which somebody waits? */
  #look(): number {
    const { count } = this.writer;
    const { chunkEvents, isFlushDue } = this.#init;
    if (count - this.#flushedCount >= chunkEvents || isFlushDue?.() === true) this.flush();
    if (count >= this.#stopAt) this.#reached();
    return this.#untilLook();
  }

  #reached(): void {
    const { eventsMax } = this.#init;
    const due = this.#alarms.filter(({ position }) => position <= this.writer.count);
    this.#alarms.splice(0, due.length);
    this.#setStop();
    for (const { action } of due) action();
    if (this.writer.count < eventsMax) return;
    const sentence = `The run was stopped after ${eventsMax.toLocaleString('en')} recorded events.`;
    throw new RunStopped('events', sentence, null);
  }

  /** Events that may pass until the next look. */
  #untilLook(): number {
    const { chunkEvents, isFlushDue } = this.#init;
    const room = Math.min(this.#flushedCount + chunkEvents, this.#stopAt) - this.writer.count;
    return Math.max(1, isFlushDue === null ? room : Math.min(room, FLUSH_ASKED_EVENTS));
  }
}
