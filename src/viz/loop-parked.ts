/** Suspended tasks, a row each in order of creation: the await chain from the outermost frame to the future at its end. */
import { dependenciesOf } from '../trace/children.ts';
import type { CodeInfo, ParkedFrame } from '../trace/events.ts';
import { isGone } from '../trace/process-names.ts';
import { futureName, listOf, syncName, syncOf, taskWithLabel } from '../trace/words.ts';
import type { Future, Task, World } from '../trace/world.ts';
import type { LoopInput, Section } from './loop.ts';
import {
  badgeHalf,
  type FrameMark,
  firstFitting,
  fitted,
  type Mark,
  MONO_12,
  roundedNumbers,
  SANS_12,
  secondsText,
  type TextMark,
} from './marks.ts';

const HEADING = 22;
const BOX_HEIGHT = 24;
const ROW = 32;
const SECOND_LINE = 18;
const ARROW = 16;
const ROWS_MAX = 40;
/** More tasks alive than this, and those that are not parked give up their rows. */
const KEPT_MAX = 10;
/** What the words about a future want beside the chain; else they go below it. */
const WORDS_MIN = 240;

export function parkedSection(input: LoopInput, top: number): Section {
  const { world } = input;
  const tasks = rowTasks(world);
  const title: TextMark = {
    kind: 'text',
    key: 'heading parked',
    x: 0,
    y: top + 10,
    opacity: 1,
    text: 'parked at an await',
    look: 'heading',
  };
  if (tasks.length === 0) {
    const none: TextMark = {
      kind: 'text',
      key: 'parked none',
      x: 0,
      y: top + HEADING + 16,
      opacity: 1,
      text: 'nobody waits',
      look: 'note',
    };
    return { marks: [title, none], bottom: top + HEADING + ROW };
  }
  const marks: Mark[] = [title];
  const shown = tasks.slice(0, ROWS_MAX);
  const left = 8 + 2 * Math.max(...shown.map(({ letter }) => badgeHalf(letter)));
  let y = top + HEADING;
  for (const task of shown) {
    const row = rowOf(input, task, { left, y });
    marks.push(...row.marks);
    y = row.bottom;
  }
  if (tasks.length > ROWS_MAX) {
    const text = `and ${tasks.length - ROWS_MAX} more`;
    marks.push({ kind: 'text', key: 'parked more', x: left, y: y + 14, opacity: 1, text, look: 'note' });
    y += ROW;
  }
  return { marks, bottom: y };
}

/**
 * A task that runs keeps its row while there are few, so that nothing jumps when it parks again; among many only those
 * that are parked have one.
 */
function rowTasks(world: World): readonly Task[] {
  const all = [...world.tasks.values()];
  const alive = all.filter(
    (task) => (task.state === 'waiting' || task.state === 'running' || task.state === 'ready') && !isGone(world, task),
  );
  return alive.length <= KEPT_MAX ? alive : alive.filter(({ state }) => state === 'waiting');
}

interface RowPlace {
  readonly left: number;
  readonly y: number;
}

function rowOf(input: LoopInput, task: Task, place: RowPlace): Section {
  if (task.state === 'waiting') return parkedRow(input, task, place);
  const { left, y } = place;
  const text = `${task.letter} ${task.state === 'running' ? 'runs' : 'is in the ready queue'}`;
  const mark: TextMark = { kind: 'text', key: `waits ${task.id}`, x: left, y: y + 16, opacity: 1, text, look: 'note' };
  return { marks: [mark], bottom: y + ROW };
}

function parkedRow({ changed, codes, width, world }: LoopInput, task: Task, { left, y }: RowPlace): Section {
  const middle = y + BOX_HEIGHT / 2;
  const { hue, id, letter } = task;
  const marks: Mark[] = [
    {
      kind: 'badge',
      key: `task ${id}`,
      x: badgeHalf(letter),
      y: middle,
      opacity: 1,
      task: id,
      letter,
      hue,
      name: task.label,
      isNew: changed.has(`task ${id}`),
    },
  ];
  const words = waitWords(world, task);
  const room = width - left - (width > 640 ? WORDS_MIN : 0);
  const chain = chainBoxes(task, codes, { left, room, y });
  marks.push(...chain);
  const last = chain.at(-1);
  const right = last === undefined ? left : last.x + last.width + ARROW;
  const isBeside = width - right >= Math.min(WORDS_MIN, words.length * SANS_12);
  const at = isBeside ? { x: right, y: middle + 4 } : { x: left, y: y + BOX_HEIGHT + 15 };
  const text = firstFitting([words, words.replace(/ \(.*\)(?=,)/, '')], width - at.x, SANS_12);
  marks.push({ kind: 'text', key: `waits ${id}`, ...at, opacity: 1, text, look: 'waiting' });
  let bottom = isBeside ? y : y + SECOND_LINE;
  const about = cancelWords(world, task);
  if (about !== '') {
    const x = isBeside ? right : left;
    const note: TextMark = {
      kind: 'text',
      key: `cancel ${id}`,
      x,
      y: bottom + BOX_HEIGHT + 13,
      opacity: 1,
      text: fitted(about, width - x, SANS_12),
      look: 'cancelling',
    };
    marks.push(note);
    bottom += SECOND_LINE - 2;
  }
  return { marks, bottom: bottom + ROW };
}

function chainBoxes(
  task: Task,
  codes: readonly CodeInfo[],
  at: { readonly left: number; readonly room: number; readonly y: number },
): readonly FrameMark[] {
  const boxes = task.parked.map((frame, index) => boxOf(frame, codes, `${task.id} ${index}`));
  const kept = shortened(boxes, at.room);
  let x = at.left;
  return kept.map((box) => {
    const placed = { ...box, x, y: at.y };
    x += box.width + ARROW;
    return placed;
  });
}

function boxOf(frame: ParkedFrame, codes: readonly CodeInfo[], id: string): FrameMark {
  const code = codes[frame.code];
  const name = fitted(code?.qualname.split('.').at(-1) ?? '?', 160, MONO_12);
  const text = `${name}:${frame.line}`;
  return {
    kind: 'frame',
    key: `frame ${id}`,
    x: 0,
    y: 0,
    width: Math.ceil(text.length * MONO_12) + 14,
    height: BOX_HEIGHT,
    opacity: 1,
    text,
    isUser: code?.isUser ?? false,
  };
}

/** Where there is no room for all, the inner frames of the library give way to one box with dots. */
function shortened(boxes: readonly FrameMark[], room: number): readonly FrameMark[] {
  const widthOf = (some: readonly FrameMark[]) => some.reduce((sum, { width }) => sum + width + ARROW, 0);
  let kept = boxes;
  while (widthOf(kept) > room && kept.length > 2) {
    const middle = kept.slice(1, -1);
    const gone =
      middle.findLast(({ isUser, text }) => !isUser && text !== '…') ?? middle.findLast(({ text }) => text !== '…');
    if (gone === undefined) break;
    const dots: FrameMark = { ...gone, text: '…', width: 22, isUser: false };
    const next = kept.map((box) => (box === gone ? dots : box));
    kept = next.filter((box, index) => !(box.text === '…' && next[index - 1]?.text === '…'));
  }
  return kept;
}

/** What it waits for and who will end that: `Future #9 (sleep(2.0)), set by the timer at 2 s`. */
function waitWords(world: World, task: Task): string {
  const future = world.futures.get(task.waitsOn);
  if (future === undefined) return 'its next turn';
  if (future.isTask) return `task ${taskWithLabel(world, future.id)}`;
  return `${roundedNumbers(futureName(world, future.id))}${settledBy(world, future)}`;
}

function settledBy(world: World, future: Future): string {
  const timer = world.handles.get(future.timer);
  if (timer !== undefined && timer.state === 'scheduled')
    return `, set by the timer at ${secondsText(timer.whenUs ?? 0)}`;
  const sync = syncOf(world, future.id);
  if (sync !== undefined) {
    const owner = world.tasks.get(sync.owner);
    const isHeld = owner !== undefined && sync.state === 'locked';
    return `, in the line of ${syncName(sync, sync.id)}${isHeld ? `, held by ${owner.letter}` : ''}`;
  }
  const letters = lettersFor(world, future.id);
  return letters.length > 0 ? `, set when ${listOf(letters, 6)} ${letters.length === 1 ? 'is' : 'are'} done` : '';
}

/** The letters of the tasks that a gather or a wait still needs. */
function lettersFor(world: World, waiter: number): readonly string[] {
  return dependenciesOf(world, waiter).map((id) => world.tasks.get(id)?.letter ?? `future ${id}`);
}

function cancelWords(world: World, { cancel }: Task): string {
  const by = world.tasks.get(cancel.by);
  const who = by === undefined ? '' : ` by ${by.letter}`;
  switch (cancel.phase) {
    case 'none':
      return '';
    case 'requested':
      return `cancel requested${who}, cancelling() = ${cancel.count}`;
    case 'thrown':
      return `unwinding, cancelling() = ${cancel.count}`;
    case 'refused':
      return `refused to be cancelled, cancelling() = ${cancel.count}`;
  }
}
