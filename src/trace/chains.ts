/** Await chains by content: the same few stand in a trace again and again. */
import type { ParkedFrame } from './events.ts';

export class Chains {
  readonly list: (readonly ParkedFrame[])[] = [];
  private readonly byHash = new Map<number, number>();

  /** Its index in `list`; -1 when it is not there. */
  find(frames: readonly ParkedFrame[]): number {
    const index = this.byHash.get(hashOf(frames)) ?? -1;
    const known = this.list[index];
    return known !== undefined && isSame(known, frames) ? index : -1;
  }

  add(frames: readonly ParkedFrame[]): number {
    this.list.push(frames);
    this.byHash.set(hashOf(frames), this.list.length - 1);
    return this.list.length - 1;
  }

  clear(): void {
    this.list.length = 0;
    this.byHash.clear();
  }
}

function hashOf(frames: readonly ParkedFrame[]): number {
  let hash = frames.length;
  for (const { code, line, column } of frames) {
    hash = Math.imul(hash ^ code, 0x01000193);
    hash = Math.imul(hash ^ line, 0x01000193);
    hash = Math.imul(hash ^ column, 0x01000193);
  }
  return hash;
}

function isSame(a: readonly ParkedFrame[], b: readonly ParkedFrame[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) {
    const one = a[index] as ParkedFrame;
    const other = b[index] as ParkedFrame;
    if (one.code !== other.code || one.line !== other.line || one.column !== other.column) return false;
    if (one.endLine !== other.endLine || one.endColumn !== other.endColumn) return false;
  }
  return true;
}
