/** The late-bound door from text and bytes to the registry of codecs, `_codecs`, which is Python. */
import type { Value } from './value.ts';

/** Calls a function of `_codecs`. */
export type CodecDoor = (name: string, ...args: Value[]) => Value;

let door: CodecDoor | null = null;

export function setCodecDoor(implementation: CodecDoor): void {
  door = implementation;
}

export function callCodec(name: string, ...args: Value[]): Value {
  if (door === null) throw new Error('The registry of codecs is asked before there is one.');
  return door(name, ...args);
}
