/** Where a string literal ends. CPython: Parser/lexer/lexer.c, letter_quote */
import type { Lexer } from './lexer.ts';
import { lexicalProblem, type Position, unclosedField } from './lexical-problem.ts';
import { fail } from './problem.ts';

const PREFIXES: ReadonlySet<string> = new Set(['', 'r', 'u', 'b', 'br', 'rb', 'f', 'fr', 'rf', 't', 'tr', 'rt']);

/** The prefix in lower case; null when these letters cannot stand before a string. */
export function stringPrefix(letters: string): string | null {
  if (letters.length > 2) return null;
  const lower = letters.toLowerCase();
  return PREFIXES.has(lower) ? lower : null;
}

const INCOMPATIBLE = ['ub', 'ur', 'uf', 'ut', 'bf', 'bt', 'ft'];

/** Letters directly before a quote; those that cannot stand together are a mistake. CPython: maybe_raise_syntax_error_for_string_prefixes */
export function isStringPrefix(lexer: Lexer, start: number, end: number): boolean {
  const letters = lexer.text.slice(start, end);
  if (stringPrefix(letters) !== null) return true;
  const lower = letters.toLowerCase();
  if (!/^[rubft]+$/.test(lower) || new Set(lower).size < lower.length) return false;
  const pair = INCOMPATIBLE.find(([first = '', second = '']) => lower.includes(first) && lower.includes(second));
  if (pair === undefined) return false;
  const column = start - lexer.lineStart;
  const at = {
    lineno: lexer.line,
    col_offset: column,
    end_lineno: lexer.line,
    end_col_offset: column + letters.length,
  };
  return fail(lexer.source, `'${pair[0]}' and '${pair[1]}' prefixes are incompatible`, at);
}

export function quoteAt(text: string, at: number): string {
  const char = text[at] ?? '';
  return text.startsWith(char.repeat(3), at) ? char.repeat(3) : char;
}

/** Moves behind the string whose quotes are here. `from` is where it began, prefix included. */
export function plainStringEnd(lexer: Lexer, from: Position): void {
  const { text } = lexer;
  const quote = quoteAt(text, lexer.at);
  const isTriple = quote.length === 3;
  lexer.at += quote.length;
  for (;;) {
    const char = text[lexer.at];
    if (char === undefined || (char === '\n' && !isTriple)) return unterminated(lexer, quote, from);
    if (text.startsWith(quote, lexer.at)) break;
    if (char === '\\') lexer.at++;
    const isLineEnd = text[lexer.at] === '\n';
    lexer.at++;
    if (isLineEnd) lexer.newLine();
  }
  lexer.at += quote.length;
}

function unterminated(lexer: Lexer, quote: string, from: Position): never {
  const format = lexer.formats.at(-1);
  if (format !== undefined && format.quote === quote) unclosedField(lexer, format.letter, from);
  const what = quote.length === 3 ? 'triple-quoted string' : 'string';
  return lexicalProblem(lexer, `unterminated ${what} literal (detected at line ${lastLine(lexer)})`, from);
}

/** The line in which the end was missed; an empty last line does not count. */
export function lastLine(lexer: Lexer): number {
  return lexer.at >= lexer.text.length && lexer.at === lexer.lineStart && lexer.line > 1 ? lexer.line - 1 : lexer.line;
}
