/** What a mark of the loop's picture stands for, by its key: what is selected when it is pressed, and which line is shown. */
import type { Selection } from '../store/state.ts';
import type { CodeInfo } from '../trace/events.ts';
import type { World } from '../trace/world.ts';

export interface Picked {
  readonly selection: Selection;
  /** Of a frame: where it stands. */
  readonly site: { readonly file: string; readonly line: number } | null;
}

const THING = /^(future|sync|handle|coroutine|thread) (\d+)$/;
const FRAME = /^frame (\d+) (\d+)$/;

/** Null: it stands for nothing that can be looked into. */
export function pickedBy(key: string, world: World, codes: readonly CodeInfo[]): Picked | null {
  const [, kind, id] = THING.exec(key) ?? [];
  // Lanes and selections know a thread by a number below zero.
  if (kind === 'thread') return { selection: { kind: 'task', id: -Number(id) }, site: null };
  if (kind !== undefined) return { selection: { kind: kind as 'future', id: Number(id) }, site: null };
  const [, task, index] = FRAME.exec(key) ?? [];
  const frame = world.tasks.get(Number(task))?.parked[Number(index)];
  if (frame === undefined) return null;
  const file = codes[frame.code]?.file;
  const site = file === undefined ? null : { file, line: frame.line };
  return { selection: { kind: 'task', id: Number(task) }, site };
}

/** The key of what is selected; '' nothing that the loop's picture has. */
export function pickedKey(selection: Selection): string {
  if (selection.kind === 'none') return '';
  if (selection.kind !== 'task') return `${selection.kind} ${selection.id}`;
  return selection.id < 0 ? `thread ${-selection.id}` : '';
}
