/** The upper part of the loop: what runs, what is ready in the order it will run, and the timers on their clock line. */
import { type Handle, loopOf, type Task, type World } from '../trace/world.ts';
import type { LoopInput, Section } from './loop.ts';
import {
  type BadgeMark,
  type CardMark,
  fitted,
  type Mark,
  MONO_12,
  SANS_12,
  secondsText,
  type TextMark,
} from './marks.ts';

const HEADING = 20;
const CARD_HEIGHT = 44;
const READY_WIDTH = 124;
const TIMER_WIDTH = 80;
/** A ready card narrower than this has no words. */
const COMPACT = 92;
const NARROWEST = 40;
/** Where words begin on a card with a badge. */
const BADGED = 40;
const GAP = 8;
const NARROW = 620;

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export function queueSection(input: LoopInput, top: number): Section {
  const { width } = input;
  const rowHeight = HEADING + CARD_HEIGHT;
  if (width < NARROW) {
    const running = Math.min(200, Math.floor(width * 0.42));
    const second = top + rowHeight + 16;
    return {
      marks: [
        ...runningMarks(input, { x: 0, y: top, width: running }),
        ...readyMarks(input, { x: running + 16, y: top, width: width - running - 16 }),
        ...timerMarks(input, { x: 0, y: second, width }),
      ],
      bottom: second + rowHeight,
    };
  }
  const running = Math.min(210, Math.floor(width * 0.26));
  const timers = Math.min(4 * (TIMER_WIDTH + GAP) - GAP, Math.floor(width * 0.36));
  const ready = width - running - timers - 48;
  return {
    marks: [
      ...runningMarks(input, { x: 0, y: top, width: running }),
      ...readyMarks(input, { x: running + 24, y: top, width: ready }),
      ...timerMarks(input, { x: width - timers, y: top, width: timers }),
    ],
    bottom: top + rowHeight,
  };
}

function runningMarks({ changed, world }: LoopInput, { width, x, y }: Area): readonly Mark[] {
  const handle = world.handles.get(world.runningHandle);
  const task = world.tasks.get(world.runningTask);
  const box = { x, y: y + HEADING, width, height: CARD_HEIGHT, opacity: 1 };
  if (handle === undefined && task === undefined) {
    const card: CardMark = { kind: 'card', key: 'idle', ...box, inset: 12, isNew: false, ...idleWords(world) };
    return [heading('running', 'running', x, y), card];
  }
  const inset = task === undefined ? 12 : BADGED;
  const card: CardMark = {
    kind: 'card',
    key: handle === undefined ? 'running' : `handle ${handle.id}`,
    ...box,
    inset,
    title: fitted(task?.label ?? handle?.label ?? '', width - inset - 8, MONO_12),
    detail: fitted(runningWords(task, handle), width - inset - 8, SANS_12),
    look: 'running',
    isNew: changed.has(`task ${task?.id ?? -1}`) || changed.has(`handle ${handle?.id ?? -1}`),
  };
  return [heading('running', 'running', x, y), card, ...badgeOf(task, box.x, box.y)];
}

function readyMarks({ changed, world }: LoopInput, { width, x, y }: Area): readonly Mark[] {
  const title = heading('ready', 'ready queue, first in first out', x, y, width);
  const handles = present(world, world.ready);
  if (handles.length === 0) {
    return [title, note('ready empty', fitted(emptyWords(world), width, SANS_12), x, y + HEADING + 26)];
  }
  const each = readyWidth(handles.length, width);
  const { rest, shown } = thatFit(handles, width, each);
  const cards = shown.flatMap((handle, index): readonly Mark[] => {
    const task = taskAtHome(world, handle);
    const left = x + index * (each + GAP);
    const inset = task === undefined ? 10 : BADGED;
    const isCompact = each < COMPACT && task !== undefined;
    const card: CardMark = {
      kind: 'card',
      key: `handle ${handle.id}`,
      x: left,
      y: y + HEADING,
      width: each,
      height: CARD_HEIGHT,
      opacity: 1,
      inset,
      title: isCompact ? '' : fitted(world.tasks.get(handle.task)?.label ?? handle.label, each - inset - 6, MONO_12),
      detail: isCompact ? '' : fitted(readyDetail(handle, task), each - inset - 4, SANS_12),
      look: handle.state === 'cancelled' ? 'cancelled' : 'ready',
      isNew: changed.has(`handle ${handle.id}`),
    };
    return [card, ...badgeOf(task, isCompact ? left + each / 2 - 20 : left, y + HEADING)];
  });
  const more = x + shown.length * (each + GAP);
  return [title, ...cards, ...restNote('ready more', rest, more, y)];
}

/** Cards grow narrow before any is left out; the narrowest hold the badge alone. */
function readyWidth(count: number, width: number): number {
  const each = Math.floor((width + GAP) / count) - GAP;
  if (each >= COMPACT) return Math.min(READY_WIDTH, each);
  return Math.max(NARROWEST, Math.min(COMPACT - 1, each));
}

function timerMarks({ changed, world }: LoopInput, { width, x, y }: Area): readonly Mark[] {
  const title = heading('timers', 'timers, soonest first', x, y, width);
  const handles = present(world, world.timers);
  if (handles.length === 0) return [title, note('timers none', 'none', x, y + HEADING + 26)];
  const { rest, shown } = thatFit(handles, width, TIMER_WIDTH);
  const cards = shown.map(
    (handle, index): CardMark => ({
      kind: 'card',
      key: `handle ${handle.id}`,
      x: x + index * (TIMER_WIDTH + GAP),
      y: y + HEADING,
      width: TIMER_WIDTH,
      height: CARD_HEIGHT,
      opacity: 1,
      inset: 'centre',
      title: fitted(secondsText(handle.whenUs ?? 0), TIMER_WIDTH - 12, MONO_12),
      detail: handle.state === 'cancelled' ? 'cancelled' : fitted(wakes(world, handle), TIMER_WIDTH - 12, SANS_12),
      look: handle.state === 'cancelled' ? 'cancelled' : 'timer',
      isNew: changed.has(`handle ${handle.id}`),
    }),
  );
  return [title, ...cards, ...restNote('timers more', rest, x + shown.length * (TIMER_WIDTH + GAP), y)];
}

function idleWords(world: World): Pick<CardMark, 'title' | 'detail' | 'look'> {
  const loop = loopOf(world);
  if (loop === undefined || loop.state === 'closed') {
    const line = world.code >= 0 && world.line > 0 ? `line ${world.line}, ` : '';
    const which = loop === undefined ? 'no loop yet' : 'the loop is closed';
    return { title: 'the main module', detail: `${line}${which}`, look: line === '' ? 'idle' : 'running' };
  }
  if (loop.phase === 'pollIo') return { title: 'nobody', detail: 'the loop waits for timers or I/O', look: 'idle' };
  return { title: 'the loop itself', detail: 'between two handles', look: 'idle' };
}

/** The letters of those whom a timer will wake, or what it will call. */
function wakes(world: World, handle: Handle): string {
  const waiters = world.futures.get(handle.future)?.waiters ?? [];
  const letters = waiters.flatMap((id) => world.tasks.get(id)?.letter ?? []);
  if (letters.length > 0) return `wakes ${letters.join(', ')}`;
  return world.tasks.get(handle.task)?.letter ?? handle.label;
}

function runningWords(task: Task | undefined, handle: Handle | undefined): string {
  if (task === undefined) return handle === undefined ? '' : readyWords(handle, undefined);
  if (task.cancel.phase === 'thrown') return 'CancelledError is thrown in';
  if (task.cancel.phase === 'refused') return 'refused to be cancelled';
  if (handle === undefined) return 'eager first step';
  return `step ${Math.max(1, task.steps)}`;
}

function readyDetail(handle: Handle, task: Task | undefined): string {
  return handle.state === 'cancelled' ? 'cancelled: skipped' : readyWords(handle, task);
}

function readyWords({ reason }: Handle, task: Task | undefined): string {
  if (task?.cancel.phase === 'requested') return 'will be cancelled';
  switch (reason) {
    case 'firstStep':
      return 'first step';
    case 'wakeUp':
      return 'wake-up';
    case 'nextStep':
      return 'next step';
    case 'doneCallback':
      return 'done-callback';
    case 'timer':
      return 'timer is due';
    case 'callback':
      return 'callback';
  }
}

function emptyWords(world: World): string {
  const loop = loopOf(world);
  if (loop === undefined) return 'no loop yet';
  if (loop.state === 'closed') return 'empty: the loop is closed';
  const next = present(world, world.timers).find(({ state }) => state === 'scheduled');
  if (next === undefined) return 'empty';
  return `empty: then the loop sleeps until ${secondsText(next.whenUs ?? 0)}`;
}

/** A task's badge stands on the one handle that will step it. */
function taskAtHome(world: World, handle: Handle): Task | undefined {
  const task = world.tasks.get(handle.task);
  return task?.state === 'ready' && handle.state === 'ready' && handle.reason !== 'doneCallback' ? task : undefined;
}

function badgeOf(task: Task | undefined, x: number, y: number): readonly BadgeMark[] {
  if (task === undefined) return [];
  const { hue, id, label, letter } = task;
  return [
    {
      kind: 'badge',
      key: `task ${id}`,
      x: x + 20,
      y: y + CARD_HEIGHT / 2,
      opacity: 1,
      task: id,
      letter,
      hue,
      name: label,
    },
  ];
}

function present(world: World, ids: readonly number[]): readonly Handle[] {
  return ids.flatMap((id) => world.handles.get(id) ?? []);
}

function thatFit<T>(
  all: readonly T[],
  width: number,
  each: number,
): { readonly shown: readonly T[]; readonly rest: number } {
  const room = Math.max(1, Math.floor((width + GAP) / (each + GAP)));
  if (all.length <= room) return { shown: all, rest: 0 };
  const isWordy = width - room * (each + GAP) + GAP < 36;
  const count = Math.max(1, isWordy ? room - 1 : room);
  return { shown: all.slice(0, count), rest: all.length - count };
}

function restNote(key: string, rest: number, x: number, y: number): readonly Mark[] {
  return rest === 0 ? [] : [note(key, `+ ${rest}`, x, y + HEADING + 26)];
}

function heading(key: string, text: string, x: number, y: number, width = 400): TextMark {
  return {
    kind: 'text',
    key: `heading ${key}`,
    x,
    y: y + 10,
    opacity: 1,
    text: fitted(text, width, SANS_12),
    look: 'heading',
  };
}

function note(key: string, text: string, x: number, y: number): TextMark {
  return { kind: 'text', key, x, y, opacity: 1, text, look: 'note' };
}
