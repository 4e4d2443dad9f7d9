/**
 * Two runs under one playhead. Its places are what happens in either of them, in order of virtual time; at one instant the left run
 * goes first. Each place says where both runs are.
 */
import type { EngineClient } from '../bridge/client.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { EventKind, TraceEvent } from '../trace/events.ts';
import { timeAt } from '../trace/history.ts';
import { eventsBetween, type Trace } from '../trace/trace.ts';
import { createStore, type Store } from './store.ts';

/** What the playhead stops at: everything, or what becomes of messages. */
export const PACES = ['message', 'step'] as const;
export type Pace = (typeof PACES)[number];

export interface Place {
  readonly left: number;
  readonly right: number;
  readonly timeUs: number;
  /** In which of them something has just happened. */
  readonly side: 'left' | 'right' | 'none';
}

export const SIDES = ['left', 'right'] as const;
export type Side = (typeof SIDES)[number];

export interface SideBySide {
  readonly left: Store;
  readonly right: Store;
}

/** Both are loaded, and neither runs. */
export function createSideBySide(
  scenarios: Readonly<Record<Side, Scenario>>,
  newClient: () => EngineClient,
): SideBySide {
  return { left: createStore(newClient(), scenarios.left), right: createStore(newClient(), scenarios.right) };
}

/** The first place is before anything has happened, the last is the end of both. */
export function placesOf(left: Trace, right: Trace, pace: Pace): readonly Place[] {
  const happened = (side: Side, trace: Trace) =>
    eventsBetween(trace, 0, trace.length).flatMap((event, index) => {
      const position = index + 1;
      const isWanted = pace === 'step' || isAboutMessages(event) || position === trace.length;
      return isWanted ? [{ side, position, timeUs: timeAt(trace.history, position) }] : [];
    });
  const all = [...happened('left', left), ...happened('right', right)].sort((a, b) => a.timeUs - b.timeUs);
  const places: Place[] = [{ left: 0, right: 0, timeUs: 0, side: 'none' }];
  for (const { position, side, timeUs } of all) {
    const { left: l, right: r } = places.at(-1) ?? { left: 0, right: 0 };
    places.push({ left: side === 'left' ? position : l, right: side === 'right' ? position : r, timeUs, side });
  }
  return places;
}

const MESSAGE_KINDS: ReadonlySet<EventKind> = new Set([
  'envelope.stored',
  'envelope.refused',
  'envelope.taken',
  'envelope.removed',
  'envelope.began',
  'envelope.ended',
  'envelope.delivered',
  'envelope.acked',
  'envelope.returned',
  'envelope.deadLettered',
  'celeryTask.changed',
  'intervention.done',
  'process.restarted',
]);

function isAboutMessages({ kind }: TraceEvent): boolean {
  return MESSAGE_KINDS.has(kind);
}

/** How often work on a message has begun, and how it ended. */
export interface Work {
  readonly begun: number;
  readonly finished: number;
  readonly lost: number;
}

export function workUpTo(trace: Trace, position: number): Work {
  const work = { begun: 0, finished: 0, lost: 0 };
  for (const event of eventsBetween(trace, 0, position)) {
    if (event.kind === 'envelope.began') work.begun++;
    if (event.kind === 'envelope.ended' && event.outcome === 0) work.finished++;
    if (event.kind === 'envelope.ended' && event.outcome === 2) work.lost++;
  }
  return work;
}
