/** How things are called in sentences: names from the code, times, quoted values. */
import type { CodeInfo } from './events.ts';
import type { Coroutine, Future, Handle, Sync, Task, World } from './world.ts';

const US_PER_SECOND = 1_000_000;
const TEXT_MAX = 60;

/** Begins with a capital, unless the first word is a name from the program. */
export function sentence(text: string): string {
  return /^(the|an?|its?|that|only|nobody|thread|process|signal|channel|group|exchange|queue|consumer|task) /.test(text)
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text;
}

/** `main` for the main task, else its letter. */
export function taskName(world: World, id: number): string {
  const task = world.tasks.get(id);
  if (task === undefined) return id === 0 ? 'the main module' : `Task #${id}`;
  return task.letter === 'M' ? shortLabel(task) : task.letter;
}

/** `B (fetch(2))`. */
export function taskWithLabel(world: World, id: number): string {
  const task = world.tasks.get(id);
  if (task === undefined || task.letter === 'M') return taskName(world, id);
  return `${task.letter} (${shortLabel(task)})`;
}

/** `main` for `main()`: a call without arguments says no more than its name. */
export function shortLabel({ label, name }: Task): string {
  if (label === '') return name;
  return label.endsWith('()') ? label.slice(0, -2) : label;
}

/** What a future stands for: `sleep(2.0)`, a task's label, or `Future #9`. */
export function futureLabel(world: World, id: number): string {
  const task = world.tasks.get(id);
  if (task !== undefined) return taskWithLabel(world, id);
  const label = world.futures.get(id)?.label ?? '';
  return label === '' || label === 'Future' ? `Future #${id}` : label;
}

/** `Future #9 (sleep(2.0))`, or the name of the task. */
export function futureName(world: World, id: number): string {
  if (world.tasks.has(id)) return `task ${taskName(world, id)}`;
  const label = world.futures.get(id)?.label ?? '';
  return label === '' || label === 'Future' ? `Future #${id}` : `Future #${id} (${label})`;
}

export function handleName(world: World, id: number): string {
  const handle = world.handles.get(id);
  if (handle === undefined) return `handle #${id}`;
  if (handle.reason === 'timer') return timerName(world, handle);
  const { task, reason, label } = handle;
  if (task !== 0 && reason !== 'doneCallback') return `${possessive(taskName(world, task))} ${WHAT[reason]}`;
  return label === '' ? `callback #${id}` : `the callback ${label}`;
}

export function coroutineName(coroutine: Coroutine | undefined, id: number): string {
  return coroutine === undefined || coroutine.label === '' ? `coroutine #${id}` : `the coroutine ${coroutine.label}`;
}

export function syncName(sync: Sync | undefined, id: number): string {
  if (sync === undefined) return `object #${id}`;
  return sync.label === '' ? `${sync.type} #${id}` : `${sync.type} ${sync.label}`;
}

/** The lock, event or queue in whose line the future stands. */
export function syncOf(world: World, future: number): Sync | undefined {
  for (const sync of world.syncs.values()) {
    if (sync.waiters.includes(future) || sync.putters.includes(future)) return sync;
  }
  return undefined;
}

export function codeName(codes: readonly CodeInfo[], code: number): string {
  return codes[code]?.qualname.replace(/^.*<locals>\./, '') ?? 'the program';
}

/** `t = 2.0 s`: as many digits as there are, at least one. */
export function timeText(us: number): string {
  const text = (us / US_PER_SECOND).toFixed(6).replace(/0+$/, '');
  return `t = ${text.endsWith('.') ? `${text}0` : text} s`;
}

export function durationText(us: number): string {
  return timeText(us).slice('t = '.length);
}

/** A long text is cut, and line ends are shown. */
export function quoted(text: string): string {
  const line = text.replace(/\n$/, '').replaceAll('\n', '\\n');
  return `"${cut(line)}"`;
}

export function cut(text: string): string {
  return text.length <= TEXT_MAX ? text : `${text.slice(0, TEXT_MAX - 1)}…`;
}

export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}'` : `${name}'s`;
}

export function listOf(names: readonly string[], max = 4): string {
  if (names.length > max) return `${names.slice(0, max - 1).join(', ')} and ${names.length - max + 1} others`;
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

export function futureSettledText({ state, text }: Future): string {
  if (state === 'result') return text === 'None' || text === '' ? 'a result' : `the result ${cut(text)}`;
  return state === 'exception' ? `the exception ${cut(text)}` : 'cancelled';
}

const WHAT: Readonly<Record<Handle['reason'], string>> = {
  callback: 'callback',
  firstStep: 'first step',
  wakeUp: 'wake-up',
  doneCallback: 'done-callback',
  nextStep: 'next step',
  timer: 'timer',
};

function timerName(world: World, { id, label, future, whenUs, task }: Handle): string {
  const when = whenUs === null ? '' : ` for ${timeText(whenUs)}`;
  if (future !== 0) return `the timer${when} of ${futureName(world, future)}`;
  if (task !== 0) return `${possessive(taskName(world, task))} timer${when}`;
  return label === '' ? `timer #${id}${when}` : `the timer${when} (${label})`;
}
