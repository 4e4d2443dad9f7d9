/** Where breakpoints hold: positions of the recorded run. What a condition says has to be asked of the engine. */
import type { EventOf, TraceEvent } from './events.ts';
import type { HaltEvent } from './halt-events.ts';
import { type Trace, visitLines, visitRows } from './trace.ts';

export interface LinePlace {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

export function keyOfLine({ file, line }: LinePlace): string {
  return `${file}:${line}`;
}

/** By `keyOfLine`: positions at which that line is about to run, ascending. Each has an entry. */
export function haltsAtLines(trace: Trace, places: readonly LinePlace[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>(places.map((place) => [keyOfLine(place), []]));
  if (places.length === 0) return found;
  const lines = new Set(places.map(({ line }) => line));
  visitLines(trace, (code, line, position) => {
    const info = lines.has(line) ? trace.codes[code] : undefined;
    if (info?.isUser === true) found.get(keyOfLine({ file: info.file, line }))?.push(position);
  });
  return found;
}

/** By event: positions just after it, ascending. `isDeadlock`: the run has ended in one. */
export function haltsAtEvents(
  trace: Trace,
  wanted: readonly HaltEvent[],
  isDeadlock: boolean,
): ReadonlyMap<HaltEvent, readonly number[]> {
  const found = new Map<HaltEvent, number[]>(wanted.map((event) => [event, []]));
  if (wanted.length === 0) return found;
  const lines = new WaitingLines();
  visitRows(trace, (event, position) => {
    for (const halt of haltsOf(event, lines)) {
      const positions = found.get(halt);
      if (positions !== undefined && positions.at(-1) !== position) positions.push(position);
    }
  });
  if (isDeadlock) found.get('deadlock')?.push(trace.length);
  return found;
}

function haltsOf(event: TraceEvent, lines: WaitingLines): readonly HaltEvent[] {
  switch (event.kind) {
    case 'task.cancelRequested':
      return ['cancel'];
    case 'task.finished':
      return event.outcome === 2 ? ['cancel'] : event.outcome === 1 ? ['failure'] : [];
    case 'task.resumed':
      return event.how === 0 ? [] : ['exception'];
    case 'exception.raised':
      return ['exception'];
    case 'sync.changed':
    case 'threadSync.changed':
      return lines.changed(event);
    case 'sync.created':
      lines.types.set(event.sync, event.type);
      return [];
    case 'envelope.refused':
      return ['full', 'drop'];
    case 'envelope.removed':
    case 'envelope.deadLettered':
    case 'message.dropped':
      return ['drop'];
    case 'hazard.found':
      return ['hazard'];
    default:
      return [];
  }
}

/** How long the lines before locks and queues were, to tell when one grows. */
class WaitingLines {
  /** Of those between tasks. */
  readonly types = new Map<number, string>();
  private readonly waiting = new Map<string, number>();
  private readonly full = new Set<string>();

  changed(event: EventOf<'sync.changed'> | EventOf<'threadSync.changed'>): readonly HaltEvent[] {
    const { limit, putters, sync, value, waiters } = event;
    const key = `${event.kind} ${sync}`;
    const type = event.kind === 'sync.changed' ? (this.types.get(sync) ?? '') : event.type;
    const isQueue = type.endsWith('Queue');
    if (isQueue) {
      const isFull = (limit > 0 && value >= limit) || putters.length > 0;
      const wasFull = this.full.has(key);
      if (isFull) this.full.add(key);
      else this.full.delete(key);
      return isFull && !wasFull ? ['full'] : [];
    }
    if (!/Lock|Semaphore/.test(type)) return [];
    const before = this.waiting.get(key) ?? 0;
    this.waiting.set(key, waiters.length);
    return waiters.length > before ? ['contention'] : [];
  }
}
