/** What CPython warns of when it compiles (SyntaxWarning): the program is valid, but hardly what was meant. */
import type { Range } from './tree.ts';

export interface Remark {
  readonly message: string;
  /** The message when the program's filters make an error of it, where CPython words that differently. */
  readonly asError?: string;
  readonly at: Range;
}

const HINT = (escape: string): string => `Did you mean "\\${escape}"? A raw string is also an option.`;

/**
 * The first escape of a literal that means nothing, or an octal one that is too large. `quote` is how many quotes stand before
 * `body`. CPython: Parser/string_parser.c, warn_invalid_escape_sequence.
 */
export function escapeRemark(
  body: string,
  isBytes: boolean,
  { at, quote }: { at: Range; quote: number },
): Remark | null {
  const escapes = isBytes ? BYTES_ESCAPE : TEXT_ESCAPE;
  for (let slash = body.indexOf('\\'); slash >= 0; slash = body.indexOf('\\', slash)) {
    const rest = body.slice(slash + 1, slash + 4);
    const octal = /^[0-7]{1,3}/.exec(rest)?.[0];
    if (octal !== undefined && Number.parseInt(octal, 8) > 0o377)
      return remarkOn(`\\${octal}`, 'octal escape', placeIn(body, slash, at, quote));
    // A backslash before the brace of a replacement field is the last of its part.
    const char = rest === '' ? '{' : String.fromCodePoint(rest.codePointAt(0) ?? 0);
    if (octal === undefined && char < '\x80' && !escapes.test(char))
      return remarkOn(`\\${char}`, 'escape', placeIn(body, slash, at, quote));
    slash += 1 + (octal?.length ?? 1);
  }
  return null;
}

const TEXT_ESCAPE = /^[\n\\'"abfnrtvxuUN]/;
const BYTES_ESCAPE = /^[\n\\'"abfnrtvx]/;

function remarkOn(escape: string, kind: string, at: Range): Remark {
  const what = `"${escape}" is an invalid ${kind} sequence.`;
  return {
    message: `${what} Such sequences will not work in the future. ${HINT(escape)}`,
    asError: `${what} ${HINT(escape)}`,
    at,
  };
}

function placeIn(body: string, slash: number, at: Range, quote: number): Range {
  const before = body.slice(0, slash).split('\n');
  const column = (before.at(-1) ?? '').length + (before.length === 1 ? at.col_offset + quote : 0);
  const lineno = at.lineno + before.length - 1;
  return { lineno, col_offset: column, end_lineno: lineno, end_col_offset: column + 2 };
}
