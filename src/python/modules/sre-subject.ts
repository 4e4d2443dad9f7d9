/** What a pattern is matched against: the characters as numbers, and how to cut pieces out. */
import { bufferOf } from '../objects/buffer.ts';
import { raise, TypeError } from '../objects/errors.ts';
import { hasAstral, strSlice, textOf } from '../objects/text.ts';
import { PyBytes, typeOf, type Value } from '../objects/value.ts';

export interface Subject {
  readonly value: Value;
  readonly isText: boolean;
  /** Code points of a str, bytes of bytes. */
  readonly codes: Uint32Array;
  slice(start: number, end: number): Value;
}

let last: Subject | null = null;

/** CPython: getstring. The last text is remembered: a scanner asks for it again and again. */
export function subjectOf(value: Value): Subject {
  const text = textOf(value);
  if (text !== undefined) {
    if (last !== null && last.value === value) return last;
    last = { value, isText: true, codes: codesOf(text), slice: (start, end) => strSlice(text, start, end) };
    return last;
  }
  const bytes = bufferOf(value);
  if (bytes === undefined)
    return raise(TypeError, `expected string or bytes-like object, got '${typeOf(value).tpName}'`);
  return {
    value,
    isText: false,
    codes: Uint32Array.from(bytes),
    slice: (start, end) => new PyBytes((bufferOf(value) ?? bytes).slice(start, Math.max(start, end))),
  };
}

function codesOf(text: string): Uint32Array {
  if (hasAstral(text)) return Uint32Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const codes = new Uint32Array(text.length);
  for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i);
  return codes;
}

export function joinPieces(subject: Subject, pieces: readonly Value[]): Value {
  if (subject.isText)
    return pieces
      .map(
        (piece, index) =>
          textOf(piece) ??
          raise(TypeError, `sequence item ${index}: expected str instance, ${typeOf(piece).tpName} found`),
      )
      .join('');
  const parts = pieces.map((piece, index) => {
    return (
      bufferOf(piece) ??
      raise(TypeError, `sequence item ${index}: expected a bytes-like object, ${typeOf(piece).tpName} found`)
    );
  });
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return new PyBytes(joined);
}
