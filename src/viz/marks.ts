/** What can be drawn, as data: every mark has a key that says which thing it is, so that it can move and not jump. */
import type { StateName } from './states.ts';

interface Placed {
  /** The thing it stands for: `task 3`, `handle 12`. Unique among the marks of one drawing. */
  readonly key: string;
  readonly x: number;
  /** Of cards and boxes the top, of texts the base line, of badges the centre. */
  readonly y: number;
  /** 0 to 1; less than 1 only between two positions. */
  readonly opacity: number;
}

interface Boxed extends Placed {
  readonly width: number;
  readonly height: number;
}

export interface TextMark extends Placed {
  readonly kind: 'text';
  readonly text: string;
  readonly look: 'heading' | 'note' | 'waiting' | 'cancelling' | 'mono' | 'plain';
}

/** A handle: in the ready queue, on the timer line, or running. */
export interface CardMark extends Boxed {
  readonly kind: 'card';
  readonly title: string;
  readonly detail: string;
  /** Both in full, where they had to be cut. */
  readonly hint: string;
  /** Where the words begin, from the left edge. */
  readonly inset: number | 'centre';
  readonly look: 'running' | 'ready' | 'timer' | 'cancelled' | 'idle';
  /** Whether this event changed it. */
  readonly isNew: boolean;
}

/** A task's letter: at exactly one place, where the task is now. */
export interface BadgeMark extends Placed {
  readonly kind: 'badge';
  readonly task: number;
  readonly letter: string;
  readonly hue: number;
  readonly name: string;
  /** Whether this event changed it. */
  readonly isNew: boolean;
}

/** A frame of an await chain. */
export interface FrameMark extends Boxed {
  readonly kind: 'frame';
  readonly text: string;
  readonly isUser: boolean;
}

/** A future, a coroutine object, a lock or a queue. */
export interface ThingMark extends Boxed {
  readonly kind: 'thing';
  readonly title: string;
  readonly detail: string;
  /** Both in full, where they had to be cut. */
  readonly hint: string;
  readonly state: StateName;
  readonly isNew: boolean;
}

/** A place of a queue, full or empty. */
export interface SlotMark extends Boxed {
  readonly kind: 'slot';
  readonly text: string;
}

/** A line from one thing to the next. */
export interface JoinMark extends Boxed {
  readonly kind: 'join';
}

export type Mark = TextMark | CardMark | BadgeMark | FrameMark | ThingMark | SlotMark | JoinMark;

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** Widths are guessed, not measured: the arithmetic has no document. Generous for the faces we name. */
export const MONO_12 = 7.3;
export const SANS_12 = 6.6;

/** Half the width of the badge of a task of that letter. */
export function badgeHalf(letter: string): number {
  return Math.max(10, letter.length * 4 + 6);
}

/** Cut to what fits, with an ellipsis. */
export function fitted(text: string, width: number, perCharacter: number): string {
  const room = Math.max(1, Math.floor(width / perCharacter));
  const characters = [...text];
  return characters.length <= room ? text : `${characters.slice(0, Math.max(1, room - 1)).join('')}…`;
}

/** The first that fits whole, else what fits of the last. */
export function firstFitting(texts: readonly string[], width: number, perCharacter: number): string {
  const whole = texts.find((text) => [...text].length * perCharacter <= width);
  return whole ?? fitted(texts.at(-1) ?? '', width, perCharacter);
}

/** `sleep(0.30000000000000004)` is said as `sleep(0.3)`. */
export function roundedNumbers(text: string): string {
  return text.replace(/\d+\.\d{7,}/g, (digits) => String(Number(Number(digits).toFixed(6))));
}

/** `worker('w0', <Lock>, <Queue>)` is called `worker('w0')` where there is no room: the objects tell no two apart. */
export function withoutObjects(label: string): string {
  return label.replace(/(?:, )?<[^<>]*>/g, '').replace('(, ', '(');
}

/** Without what it is called with; then, of a method, its own name, or whose it is where every class has one of that name. */
export function shortNames(label: string): readonly string[] {
  const bare = label.replace(/\(.*$/s, '');
  const [owner = '', method = ''] = /^[a-z_][\w.<>]*$/i.test(bare) ? bare.split('.').slice(-2) : [];
  return method === '' ? [bare] : [bare, /^__\w+__$/.test(method) ? owner : method];
}

/** `1.2 s`, `0.35 s`, `3 600 s`: no more digits than it needs. */
export function secondsText(us: number): string {
  if (us >= 1e15) return 'never';
  const seconds = us / 1_000_000;
  const digits = seconds >= 100 ? 1 : 3;
  return `${Number(seconds.toFixed(digits)).toLocaleString('en').replaceAll(',', '\u2009')} s`;
}
