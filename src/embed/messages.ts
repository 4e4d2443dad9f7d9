/**
 * What the page in a frame and the page around it say to each other: schema 1, plain data, each message an object with
 * `loopscope: 1` and a `type`.
 *
 *   out  ready {v}, height {px}, moment {anchor, t, step}, answer {qid, correct}, error {code}
 *   in   ping, goto {anchor}, play, pause, step, theme {theme}
 *
 * `t` is virtual time in seconds. Nothing that comes in can run a program: that is the reader's to do.
 */
import { LIMITS } from '../scenario/limits.ts';
import { type Moment, parseMoment } from '../scenario/moment.ts';
import type { Theme } from '../ui/page.ts';
import { themeNamed } from './presentation.ts';

export const SCHEMA = 1;

export type Told =
  | { readonly type: 'ready'; readonly v: typeof SCHEMA }
  | { readonly type: 'height'; readonly px: number }
  | { readonly type: 'moment'; readonly anchor: string; readonly t: number; readonly step: number }
  | { readonly type: 'answer'; readonly qid: string; readonly correct: boolean }
  /** A code of `scenario/problem.ts`, or what became of the run. */
  | { readonly type: 'error'; readonly code: string };

export type Wish =
  | { readonly type: 'ping' | 'play' | 'pause' | 'step' }
  | { readonly type: 'goto'; readonly moment: Moment }
  | { readonly type: 'theme'; readonly theme: Theme };

/** Only these tell nothing about the program or its reader. */
export function isForEverybody({ type }: Told): boolean {
  return type === 'ready' || type === 'height';
}

export function messageOf(told: Told): Readonly<Record<string, unknown>> {
  return { loopscope: SCHEMA, ...told };
}

/** Null: this is no message of ours. Fields are looked at one by one, and nothing else is taken over. */
export function readWish(data: unknown): Wish | null {
  if (field(data, 'loopscope') !== SCHEMA) return null;
  const type = field(data, 'type');
  switch (type) {
    case 'ping':
    case 'play':
    case 'pause':
    case 'step':
      return { type };
    case 'goto': {
      const moment = momentOf(field(data, 'anchor'));
      return moment === null ? null : { type, moment };
    }
    case 'theme': {
      const name = field(data, 'theme');
      const theme = typeof name === 'string' ? themeNamed(name) : undefined;
      return theme === undefined ? null : { type, theme };
    }
    default:
      return null;
  }
}

function momentOf(anchor: unknown): Moment | null {
  if (typeof anchor !== 'string' || anchor === '' || anchor.length > LIMITS.anchorLengthMax + 30) return null;
  return parseMoment(anchor);
}

/** An own field of a plain object; undefined where there is none. */
function field(data: unknown, name: string): unknown {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, name)) return undefined;
  return Reflect.get(data, name);
}
