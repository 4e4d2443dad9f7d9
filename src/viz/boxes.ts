/**
 * What stands in line somewhere, as boxes with counts: the ready queue, the queues of a channel layer or broker, the
 * program's own queues, the timers. For a projector: no more than fit, what this step is about among them.
 */
import { envelopeOf } from '../trace/brokers.ts';
import type { TraceEvent } from '../trace/events.ts';
import type { World } from '../trace/world.ts';
import { secondsText } from './marks.ts';

export const BOXES_MAX = 4;

export interface LineBox {
  readonly key: string;
  readonly title: string;
  readonly count: number;
  /** 0: no limit. */
  readonly limit: number;
  /** `1 not acknowledged`; '' nothing. */
  readonly note: string;
  /** First in first out. */
  readonly items: readonly LineItem[];
  /** Whether the step has changed it. */
  readonly isNew: boolean;
}

/** A task by its letter, or a thing by its label. */
export interface LineItem {
  readonly key: string;
  readonly letter: string;
  readonly hue: number;
  readonly label: string;
}

/** The ready queue stays first, for it is where one looks; of the others those that hold something. */
export function lineBoxes(world: World, event: TraceEvent | null): readonly LineBox[] {
  const [ready, ...others] = [
    ...readyBox(world, event),
    ...brokerBoxes(world, event),
    ...queueBoxes(world, event),
    ...timerBox(world, event),
  ];
  if (ready === undefined) return [];
  const kept = [...others]
    .sort((a, b) => Number(b.isNew) - Number(a.isNew) || Number(b.count > 0) - Number(a.count > 0))
    .slice(0, BOXES_MAX - 1);
  return [ready, ...others.filter((box) => kept.includes(box))];
}

function readyBox(world: World, event: TraceEvent | null): readonly LineBox[] {
  if (world.loops.length === 0) return [];
  const items = world.ready.map((id) => handleItem(world, id));
  const isNew = event?.kind === 'handle.scheduled' || event?.kind === 'handle.started';
  return [{ key: 'ready', title: 'ready queue', count: items.length, limit: 0, note: '', items, isNew }];
}

function timerBox(world: World, event: TraceEvent | null): readonly LineBox[] {
  const waiting = world.timers.filter((id) => world.handles.get(id)?.state === 'scheduled');
  if (waiting.length === 0) return [];
  const whenUs = world.handles.get(waiting[0] ?? 0)?.whenUs ?? null;
  const note = whenUs === null ? '' : `next at ${secondsText(whenUs)}`;
  const items = waiting.map((id) => handleItem(world, id));
  return [{ key: 'timers', title: 'timers', count: waiting.length, limit: 0, note, items, isNew: isTimer(event) }];
}

function isTimer(event: TraceEvent | null): boolean {
  return event?.kind === 'clock.advanced';
}

function handleItem(world: World, id: number): LineItem {
  const handle = world.handles.get(id);
  const future = world.futures.get(handle?.future ?? 0);
  const woken = future?.waiters[0] ?? 0;
  const task = world.tasks.get(handle?.task ?? 0) ?? world.tasks.get(woken);
  return {
    key: `handle ${id}`,
    letter: task?.letter ?? '',
    hue: task?.hue ?? 0,
    label: future?.label || handle?.label || '',
  };
}

function brokerBoxes(world: World, event: TraceEvent | null): readonly LineBox[] {
  return world.queues
    .filter(({ isOpen, items, unacked }) => isOpen || items.length + unacked.length > 0)
    .map(({ capacity, id, items, name, unacked }) => ({
      ...{ key: `queue ${id}`, title: name, count: items.length, limit: capacity },
      note: unacked.length === 0 ? '' : `${unacked.length} not acknowledged`,
      items: items.map((item) => ({
        ...{ key: `envelope ${item}`, letter: '', hue: 0 },
        label: envelopeOf(world, item)?.label ?? '',
      })),
      isNew: event !== null && 'queue' in event && event.queue === id,
    }));
}

/** asyncio's own. */
function queueBoxes(world: World, event: TraceEvent | null): readonly LineBox[] {
  return [...world.syncs.values()]
    .filter(({ type }) => type.endsWith('Queue'))
    .map(({ id, items, label, limit, type }) => ({
      ...{ key: `sync ${id}`, title: label === '' ? type : label, count: items.length, limit, note: '' },
      items: items.map((text, at) => ({ key: `${id} ${items.length - at}`, letter: '', hue: 0, label: text })),
      isNew: event !== null && 'sync' in event && event.sync === id,
    }));
}
