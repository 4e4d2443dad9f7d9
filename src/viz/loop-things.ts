/** The lower part of the loop: what is waited on. Locks and queues, futures, and coroutine objects nobody runs yet. */
import { childrenOf } from '../trace/children.ts';
import type { Coroutine, Future, Scope, Sync, World } from '../trace/world.ts';
import type { LoopInput, Section } from './loop.ts';
import { CELLS_MAX, type Cell, type CellGroup, groupOf } from './loop-cells.ts';
import { threadGroups } from './loop-threads.ts';
import { fitted, type Mark, roundedNumbers, SANS_12, secondsText, type ThingMark } from './marks.ts';

const HEADING = 22;
const CELL_MIN = 216;
const CELL_HEIGHT = 40;
const GAP = 8;

export function thingsSection(input: LoopInput, top: number): Section {
  const { world } = input;
  const own: readonly CellGroup[] = [
    groupOf({ key: 'syncs', title: syncHeading(world) }, [...world.syncs.values()], (sync) => syncCell(world, sync)),
    groupOf({ key: 'scopes', title: scopeHeading(world) }, [...world.scopes.values()], (scope) =>
      scopeCell(world, scope),
    ),
    groupOf({ key: 'futures', title: 'futures' }, [...world.futures.values()].filter(isShown), (future) =>
      futureCell(world, future),
    ),
    groupOf(
      { key: 'coroutines', title: 'coroutine objects that nobody runs' },
      [...world.coroutines.values()].filter(isIdle),
      coroutineCell,
    ),
  ];
  const threads = world.threads.length > 0 ? threadGroups(world) : [];
  // Where a loop runs, threads are mostly there to serve it.
  const groups = world.loops.length > 0 ? [...own, ...threads] : [...threads, ...own];
  const marks: Mark[] = [];
  let y = top;
  for (const group of groups) {
    const { key, title } = group;
    if (group.count === 0) continue;
    marks.push({ kind: 'text', key: `heading ${key}`, x: 0, y: y + 10, opacity: 1, text: title, look: 'heading' });
    const grid = gridOf(input, group, y + HEADING);
    marks.push(...grid.marks);
    y = grid.bottom + 12;
  }
  return { marks, bottom: y };
}

function gridOf({ changed, width }: LoopInput, { cells, count }: CellGroup, top: number): Section {
  const columns = Math.max(1, Math.floor((width + GAP) / (CELL_MIN + GAP)));
  const each = Math.floor((width - (columns - 1) * GAP) / columns);
  const marks: Mark[] = cells.flatMap((cell, index): readonly Mark[] => {
    const x = (index % columns) * (each + GAP);
    const y = top + Math.floor(index / columns) * (CELL_HEIGHT + GAP);
    const slots = cell.slots === undefined ? [] : slotMarks(cell, x + each - 8, y + 10);
    const used = slots.length === 0 ? 0 : x + each - (slots[0]?.x ?? 0);
    const thing: ThingMark = {
      kind: 'thing',
      key: cell.key,
      x,
      y,
      width: each,
      height: CELL_HEIGHT,
      opacity: 1,
      title: fitted(cell.title, each - 34 - used, SANS_12 + 0.3),
      detail: fitted(cell.detail, each - 34 - used, SANS_12 - 0.4),
      hint: `${cell.title}: ${cell.detail}`,
      state: cell.state,
      isNew: changed.has(cell.key),
    };
    return [thing, ...slots];
  });
  const rows = Math.ceil(cells.length / columns);
  const bottom = top + rows * (CELL_HEIGHT + GAP) - GAP;
  if (count <= cells.length) return { marks, bottom };
  const more = `and ${count - cells.length} more`;
  marks.push({ kind: 'text', key: `more ${top}`, x: 0, y: bottom + 18, opacity: 1, text: more, look: 'note' });
  return { marks, bottom: bottom + 24 };
}

/** The places of a queue, from the right: the next to leave is the rightmost. */
function slotMarks({ key, slots }: Cell, right: number, y: number): readonly Mark[] {
  if (slots === undefined) return [];
  const count = Math.min(5, Math.max(slots.items.length, slots.limit));
  return Array.from({ length: count }, (_, index): Mark => {
    const item = slots.items[count - 1 - index];
    return {
      kind: 'slot',
      key: `${key} slot ${index}`,
      x: right - (count - index) * 28,
      y,
      width: 26,
      height: 20,
      opacity: 1,
      text: item === undefined ? '' : fitted(item, 25, 6.2),
    };
  });
}

/** `locks, queues`: what there is, in the order of its first. */
function syncHeading(world: World): string {
  const types = [...world.syncs.values()].map(({ type }) => `${type.toLowerCase()}s`.replace(/ys$/, 'ies'));
  return [...new Set(types)].join(', ');
}

function syncCell(world: World, sync: Sync): Cell {
  const { id, items, label, limit, owner, putters, state, type, value, waiters } = sync;
  const isQueue = /Queue$/.test(type);
  const holder = world.tasks.get(owner)?.letter;
  const how = isQueue ? queueWords(value, limit) : stateWords(sync);
  const held = holder === undefined || state === 'unlocked' ? '' : ` by ${holder}`;
  const line = [...lineOf(world, 'get', waiters, isQueue), ...lineOf(world, 'put', putters, isQueue)].join('; ');
  return {
    key: `sync ${id}`,
    title: label === '' ? type : `${type} ${label}`,
    detail: `${how}${held}${line === '' ? '' : ` · ${line}`}`,
    state: waiters.length + putters.length > 0 ? 'waiting' : state === 'locked' ? 'running' : 'done',
    ...(isQueue ? { slots: { items, limit } } : {}),
  };
}

function scopeHeading(world: World): string {
  const types = [...world.scopes.values()].map(({ type }) => SCOPE_WORDS[type] ?? type);
  return [...new Set(types)].join(', ');
}

const SCOPE_WORDS: Readonly<Record<string, string>> = { timeout: 'timeouts', TaskGroup: 'task groups' };

function scopeCell(world: World, { id, type, state, task, whenUs, children, count }: Scope): Cell {
  const owner = world.tasks.get(task)?.letter ?? '';
  const until = whenUs === 0 ? '' : ` until ${secondsText(whenUs)}`;
  const letters = children.map((child) => world.tasks.get(child)?.letter ?? `#${child}`).join(' ');
  const more = count > children.length ? ` and ${count - children.length} more` : '';
  const whom = type === 'timeout' ? '' : count === 0 ? ' · nobody left' : ` · ${letters}${more}`;
  return {
    key: `scope ${id}`,
    title: `${type}${until}`,
    detail: `${owner === '' ? '' : `${owner} · `}${state}${whom}`,
    state: state === 'cancelling' || state === 'expiring' ? 'cancelling' : state === 'waiting' ? 'waiting' : 'running',
  };
}

function queueWords(value: number, limit: number): string {
  if (limit > 0) return `${value} of ${limit}`;
  return value === 0 ? 'empty' : `${value} in it`;
}

function stateWords({ state, type, value }: Sync): string {
  return /Semaphore/.test(type) ? `${value} free` : state;
}

function lineOf(world: World, verb: string, futures: readonly number[], isQueue: boolean): readonly string[] {
  if (futures.length === 0) return [];
  const letters = futures.map((id) => waiterLetters(world, id)).join(', ');
  return [isQueue ? `to ${verb}: ${letters}` : `waiting: ${letters}`];
}

function waiterLetters(world: World, future: number): string {
  const { waiters = [], createdBy = 0 } = world.futures.get(future) ?? {};
  // Who has made it is about to park on it.
  const tasks = waiters.length > 0 ? waiters : [createdBy];
  const letters = tasks.flatMap((id) => world.tasks.get(id)?.letter ?? []);
  return letters.length > 0 ? letters.join(' ') : `future ${future}`;
}

/** Whom a gather, a wait or a shield stands for: ` · of A B`. */
function innerWords(world: World, { id, state }: Future): string {
  if (state !== 'pending') return '';
  const names = childrenOf(world, id)
    .slice(0, CELLS_MAX)
    .map((child) => world.tasks.get(child)?.letter ?? `#${child}`);
  return names.length === 0 ? '' : ` · of ${names.join(' ')}`;
}

/** Not the tasks, which have lanes; and of the settled ones only those somebody still waits on. */
function isShown({ isTask, state, waiters }: Future): boolean {
  return !isTask && (state === 'pending' || waiters.length > 0);
}

function futureCell(world: World, future: Future): Cell {
  const letters = future.waiters.flatMap((id) => world.tasks.get(id)?.letter ?? []);
  const on = letters.length > 0 ? `${letters.join(', ')} wait${letters.length === 1 ? 's' : ''}` : 'nobody waits';
  const state = future.state === 'pending' ? 'pending' : `${future.state} ${future.text}`;
  return {
    key: `future ${future.id}`,
    title: roundedNumbers(`#${future.id} ${future.label === '' ? 'Future' : future.label}`),
    detail: `${state.trim()} · ${on}${innerWords(world, future)}`,
    state: FUTURE_STATES[future.state],
  };
}

const FUTURE_STATES = { pending: 'waiting', result: 'done', exception: 'failed', cancelled: 'cancelled' } as const;

function isIdle({ state }: Coroutine): boolean {
  return state !== 'scheduled';
}

function coroutineCell({ id, label, line, state }: Coroutine): Cell {
  const isLost = state === 'never awaited';
  return {
    key: `coroutine ${id}`,
    title: label,
    detail: isLost ? `made in line ${line}, never awaited` : `made in line ${line}, has not begun`,
    state: isLost ? 'failed' : 'ready',
  };
}
