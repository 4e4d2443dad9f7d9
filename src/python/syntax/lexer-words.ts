/** Names, operators and numbers. CPython: Parser/lexer/lexer.c, tok_get_normal_mode */
import { lexicalProblem, type Position } from './lexical-problem.ts';
import { fail } from './problem.ts';
import type { Source } from './source.ts';

const OPERATORS_3: ReadonlySet<string> = new Set(['**=', '//=', '>>=', '<<=', '...']);
const OPERATORS_2: ReadonlySet<string> = new Set([
  '**',
  '//',
  '<>',
  '>>',
  '<<',
  '!=',
  '==',
  '<=',
  '>=',
  '->',
  '+=',
  '-=',
  '*=',
  '/=',
  '%=',
  '&=',
  '|=',
  '^=',
  '@=',
  ':=',
]);
const OPERATORS_1 = '+-*/%@&|^~<>()[]{},:.;=!';

/** 0: no operator begins here. */
export function operatorLength(text: string, at: number): number {
  if (OPERATORS_3.has(text.slice(at, at + 3))) return 3;
  if (OPERATORS_2.has(text.slice(at, at + 2))) return 2;
  return OPERATORS_1.includes(text[at] ?? ' ') ? 1 : 0;
}

export function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

export function isNameStart(char: string): boolean {
  return (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') || char === '_' || char >= '\u0080';
}

const WIDE_NAME = /[\p{XID_Start}_][\p{XID_Continue}]*/uy;

export function nameEnd(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isWord =
      (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || (code >= 48 && code <= 57);
    if (!isWord) break;
  }
  if (at >= text.length || text.charCodeAt(at) < 0x80) return at;
  WIDE_NAME.lastIndex = start;
  return WIDE_NAME.test(text) ? WIDE_NAME.lastIndex : at;
}

interface Place {
  readonly source: Source;
  readonly text: string;
  readonly position: Position;
  readonly lineStart: number;
}

const RADIXES: Readonly<Record<string, { readonly name: string; readonly digits: RegExp }>> = {
  x: { name: 'hexadecimal', digits: /[0-9a-f]/i },
  o: { name: 'octal', digits: /[0-7]/ },
  b: { name: 'binary', digits: /[01]/ },
};

/** Where the number that begins at `start` ends; a malformed one is a mistake. */
export function numberEnd(place: Place, start: number): number {
  const { text } = place;
  const radix = text[start] === '0' ? RADIXES[(text[start + 1] ?? '').toLowerCase()] : undefined;
  return radix === undefined ? decimalEnd(place, start) : radixEnd(place, start + 2, radix);
}

function report(place: Place, message: string, at: number): never {
  return lexicalProblem(place, message, { line: place.position.line, column: at - place.lineStart });
}

function radixEnd(place: Place, start: number, { name, digits }: { name: string; digits: RegExp }): number {
  const { text } = place;
  let at = start;
  do {
    if (text[at] === '_') at++;
    if (!digits.test(text[at] ?? '')) {
      if (isDigit(text[at] ?? '')) report(place, `invalid digit '${text[at]}' in ${name} literal`, at);
      report(place, `invalid ${name} literal`, at - 1);
    }
    while (digits.test(text[at] ?? '')) at++;
  } while (text[at] === '_');
  if (isDigit(text[at] ?? '')) report(place, `invalid digit '${text[at]}' in ${name} literal`, at);
  return checkEnd(place, at, name);
}

function decimalEnd(place: Place, start: number): number {
  const { text } = place;
  let at = digitsEnd(place, start);
  let isInteger = true;
  if (text[at] === '.') {
    isInteger = false;
    at++;
    if (isDigit(text[at] ?? '')) at = digitsEnd(place, at);
  }
  const exponent = /^[eE][+-]?[0-9]/.exec(text.slice(at, at + 3));
  if (exponent !== null) {
    isInteger = false;
    at = digitsEnd(place, at + exponent[0].length - 1);
  } else if (/^[eE][+-]/.test(text.slice(at, at + 2))) report(place, 'invalid decimal literal', at + 1);
  if (text[at] === 'j' || text[at] === 'J') return checkEnd(place, at + 1, 'imaginary');
  const zeros = isInteger ? /^0[0_]*(?=[1-9])/.exec(text.slice(start, at)) : null;
  if (zeros !== null) leadingZeros(place, start, zeros[0].length);
  return checkEnd(place, at, 'decimal');
}

function leadingZeros({ source, position, lineStart }: Place, start: number, count: number): never {
  const { line } = position;
  const at = {
    lineno: line,
    col_offset: start - lineStart,
    end_lineno: line,
    end_col_offset: start - lineStart + count,
  };
  return fail(
    source,
    'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
    at,
  );
}

/** Digits with single underscores between them. */
function digitsEnd(place: Place, start: number): number {
  const { text } = place;
  let at = start;
  for (;;) {
    while (isDigit(text[at] ?? '')) at++;
    if (text[at] !== '_') return at;
    if (!isDigit(text[at + 1] ?? '')) report(place, 'invalid decimal literal', at);
    at++;
  }
}

/** CPython: verify_end_of_number. A keyword may follow directly, a name may not. */
function checkEnd(place: Place, end: number, name: string): number {
  const { text } = place;
  const rest = text.slice(end, end + 4);
  if (/^(?:and|else|for|if|in|is|not|or)/.test(rest)) {
    const { source, position, lineStart } = place;
    const column = end - 1 - lineStart;
    const at = { lineno: position.line, col_offset: column, end_lineno: position.line, end_col_offset: column };
    source.remarks.push({ message: `invalid ${name} literal`, at });
    return end;
  }
  const next = text[end] ?? ' ';
  if ((next < '\x80' && isNameStart(next)) || (name === 'imaginary' && isDigit(next)))
    report(place, `invalid ${name} literal`, end - 1);
  return end;
}
