/** The upper part of the loop: what runs, what is ready in the order it will run, and the timers on their clock line. */
import { type Handle, isLoopOn, loopOf, type Task, type World } from '../trace/world.ts';
import type { LoopInput, Section } from './loop.ts';
import {
  type BadgeMark,
  type CardMark,
  firstFitting,
  fitted,
  type Mark,
  MONO_12,
  SANS_12,
  secondsText,
  shortNames,
  type TextMark,
  withoutObjects,
} from './marks.ts';

const HEADING = 20;
const CARD_HEIGHT = 44;
/** A ready card is as wide as its words, up to this. */
const READY_WIDEST = 190;
const TIMER_WIDTH = 76;
/** A ready card narrower than this has no words. */
const COMPACT = 92;
const NARROWEST = 40;
/** Where words begin on a card with a badge. */
const BADGED = 40;
const GAP = 8;
const NARROW = 620;
/** Here each has a row of its own. */
const NARROWER = 400;

const WILL_CANCEL = 'will be cancelled';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export function queueSection(input: LoopInput, top: number): Section {
  const { width } = input;
  const rowHeight = HEADING + CARD_HEIGHT;
  if (width < NARROWER) {
    const row = (index: number): Area => ({ x: 0, y: top + index * (rowHeight + 12), width });
    const marks = [...runningMarks(input, row(0)), ...readyMarks(input, row(1)), ...timerMarks(input, row(2))];
    return { marks, bottom: row(2).y + rowHeight };
  }
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
  const running = Math.min(206, Math.floor(width * 0.25));
  const timers = Math.min(3 * (TIMER_WIDTH + GAP) + 24, Math.floor(width * 0.36));
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
    const card: CardMark = {
      kind: 'card',
      key: 'idle',
      ...box,
      inset: 12,
      isNew: false,
      ...idleWords(world),
      hint: '',
    };
    return [heading('running', 'running', x, y), card];
  }
  const inset = task === undefined ? 12 : BADGED;
  const room = width - inset - 8;
  const isNew = changed.has(`task ${task?.id ?? -1}`) || changed.has(`handle ${handle?.id ?? -1}`);
  const name = task?.label ?? handle?.label ?? '';
  const detail = runningWords(task, handle);
  const card: CardMark = {
    kind: 'card',
    key: handle === undefined ? 'running' : `handle ${handle.id}`,
    ...box,
    inset,
    title: firstFitting(
      task === undefined ? [name, ...shortNames(name)] : [name, withoutObjects(name), ...shortNames(name)],
      room,
      MONO_12,
    ),
    detail: fitted(detail, room, SANS_12),
    hint: `${name}: ${detail}`,
    look: 'running',
    isNew,
  };
  return [heading('running', 'running', x, y), card, ...badgeOf(task, { x: box.x, y: box.y, isNew })];
}

function readyMarks({ changed, world }: LoopInput, { width, x, y }: Area): readonly Mark[] {
  const title = heading('ready', 'ready queue, first in first out', x, y, width);
  const handles = present(world, world.ready);
  if (handles.length === 0) {
    return [title, note('ready empty', firstFitting(emptyWords(world), width, SANS_12), x, y + HEADING + 26)];
  }
  const words = handles.map((handle) => readyCard(world, handle));
  const widths = readyWidths(words, width);
  const marks: Mark[] = [];
  let left = x;
  for (const [index, { detail, handle, inset, task, title: name }] of words.entries()) {
    const each = widths[index];
    if (each === undefined) break;
    const isCompact = each < COMPACT && task !== undefined;
    const isNew = changed.has(`handle ${handle.id}`);
    marks.push({
      kind: 'card',
      key: `handle ${handle.id}`,
      ...{ x: left, y: y + HEADING, width: each, height: CARD_HEIGHT, opacity: 1, inset, isNew },
      title: isCompact
        ? ''
        : firstFitting([name, withoutObjects(name), ...shortNames(name)], each - inset - 6, MONO_12),
      detail: isCompact ? '' : firstFitting([detail, shorter(detail)], each - inset - 4, SANS_12),
      hint: `${name}: ${detail}`,
      look: handle.state === 'cancelled' ? 'cancelled' : 'ready',
    });
    marks.push(...badgeOf(task, { x: isCompact ? left + each / 2 - 20 : left, y: y + HEADING, isNew }));
    left += each + GAP;
  }
  return [title, ...marks, ...restNote('ready more', handles.length - widths.length, left, y)];
}

/** Of what is said on a card that had to grow narrow. */
function shorter(detail: string): string {
  return detail === WILL_CANCEL ? 'cancelling' : detail;
}

interface ReadyCard {
  readonly handle: Handle;
  readonly task: Task | undefined;
  readonly inset: number;
  readonly title: string;
  readonly detail: string;
}

function readyCard(world: World, handle: Handle): ReadyCard {
  const task = taskAtHome(world, handle);
  const title = world.tasks.get(handle.task)?.label ?? withoutArguments(handle.label);
  return { handle, task, inset: task === undefined ? 10 : BADGED, title, detail: readyDetail(handle, task) };
}

/** As wide as their words while all fit; else alike, and narrow before any is left out; the narrowest hold the badge alone. */
function readyWidths(cards: readonly ReadyCard[], width: number): readonly number[] {
  const natural = cards.map(({ detail, inset, title }) => {
    const words = Math.max(title.length * MONO_12, detail.length * SANS_12);
    return Math.min(READY_WIDEST, Math.max(COMPACT, Math.ceil(inset + words + 8)));
  });
  if (natural.reduce((sum, each) => sum + each + GAP, -GAP) <= width) return natural;
  const alike = Math.floor((width + GAP) / cards.length) - GAP;
  const each = alike >= COMPACT ? alike : Math.max(NARROWEST, Math.min(COMPACT - 1, alike));
  return thatFit(natural, width, each).shown.map(() => each);
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
      detail: handle.state === 'cancelled' ? 'cancelled' : fitted(wakes(world, handle), TIMER_WIDTH - 8, SANS_12),
      hint: `${handle.label} at ${secondsText(handle.whenUs ?? 0)}`,
      look: handle.state === 'cancelled' ? 'cancelled' : 'timer',
      isNew: changed.has(`handle ${handle.id}`),
    }),
  );
  return [title, ...cards, ...restNote('timers more', rest, x + shown.length * (TIMER_WIDTH + GAP), y)];
}

function idleWords(world: World): Pick<CardMark, 'title' | 'detail' | 'look'> {
  const loop = loopOf(world);
  if (world.threads.length > 0 && !isLoopOn(world)) return threadWords(world);
  if (loop === undefined || loop.state === 'closed') {
    const line = world.code >= 0 && world.line > 0 ? `line ${world.line}, ` : '';
    const which = loop === undefined ? 'no loop yet' : 'the loop is closed';
    return { title: 'the main module', detail: `${line}${which}`, look: line === '' ? 'idle' : 'running' };
  }
  if (loop.phase === 'pollIo') return { title: 'nobody', detail: 'the loop waits for timers or I/O', look: 'idle' };
  return { title: 'the loop itself', detail: 'between two handles', look: 'idle' };
}

/** A thread without a loop: the one that holds the GIL. */
function threadWords(world: World): Pick<CardMark, 'title' | 'detail' | 'look'> {
  const thread = world.threads.find(({ id }) => id === world.thread);
  if (thread?.state !== 'running') return { title: 'nobody', detail: 'every thread waits', look: 'idle' };
  const line = world.code >= 0 && world.line > 0 ? `line ${world.line}, ` : '';
  return { title: thread.name, detail: `${line}holds the GIL`, look: 'running' };
}

/** The letters of those whom a timer will wake, or what it will call. */
function wakes(world: World, handle: Handle): string {
  const waiters = world.futures.get(handle.future)?.waiters ?? [];
  const letters = waiters.flatMap((id) => world.tasks.get(id)?.letter ?? []);
  if (letters.length > 0) return `wakes ${letters.join(', ')}`;
  // A future that nobody awaits yet, or any more.
  if (handle.future !== 0)
    return world.futures.get(handle.future)?.state === 'pending' ? `sets #${handle.future}` : 'for nobody';
  return world.tasks.get(handle.task)?.letter ?? withoutArguments(handle.label);
}

function runningWords(task: Task | undefined, handle: Handle | undefined): string {
  if (task === undefined) return handle === undefined ? '' : readyWords(handle, undefined);
  if (task.cancel.phase === 'thrown') return 'gets CancelledError';
  if (task.cancel.phase === 'refused') return 'refused to cancel';
  if (handle === undefined) return 'eager first turn';
  return `turn ${Math.max(1, task.steps)}`;
}

function readyDetail(handle: Handle, task: Task | undefined): string {
  return handle.state === 'cancelled' ? 'cancelled: skipped' : readyWords(handle, task);
}

function readyWords({ reason }: Handle, task: Task | undefined): string {
  if (task?.cancel.phase === 'requested') return WILL_CANCEL;
  switch (reason) {
    case 'firstStep':
      return 'first turn';
    case 'wakeUp':
      return 'wake-up';
    case 'nextStep':
      return 'next turn';
    case 'doneCallback':
      return 'done-callback';
    case 'timer':
      return 'timer is due';
    case 'callback':
      return 'callback';
  }
}

/** From the most to the least that can be said. */
function emptyWords(world: World): readonly string[] {
  const loop = loopOf(world);
  if (loop === undefined) return ['no loop yet'];
  if (loop.state === 'closed') return ['empty: the loop is closed', 'empty'];
  const next = present(world, world.timers).find(({ state }) => state === 'scheduled');
  if (next === undefined) return ['empty'];
  const when = secondsText(next.whenUs ?? 0);
  return [`empty: then the loop sleeps until ${when}`, `empty; next timer at ${when}`, 'empty'];
}

/** Of a callback; those of a task are worth more than its name. */
function withoutArguments(label: string): string {
  return label.replace(/\(.*$/s, '');
}

/** A task's badge stands on the one handle that will step it. */
function taskAtHome(world: World, handle: Handle): Task | undefined {
  const task = world.tasks.get(handle.task);
  return task?.state === 'ready' && handle.state === 'ready' && handle.reason !== 'doneCallback' ? task : undefined;
}

interface BadgePlace {
  readonly x: number;
  readonly y: number;
  readonly isNew: boolean;
}

function badgeOf(task: Task | undefined, { isNew, x, y }: BadgePlace): readonly BadgeMark[] {
  if (task === undefined) return [];
  const { hue, id, label, letter } = task;
  const place = { x: x + 20, y: y + CARD_HEIGHT / 2, opacity: 1 };
  return [{ kind: 'badge', key: `task ${id}`, ...place, task: id, letter, hue, name: label, isNew }];
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
