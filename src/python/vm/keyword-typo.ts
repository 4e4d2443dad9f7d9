/**
 * "Did you mean 'for'?" of a syntax error that says no more than "invalid syntax": a name near it is put right to the keyword
 * it resembles, and what parses then was probably meant. CPython: Lib/traceback.py, TracebackException._find_keyword_typos
 */
import { Lexer } from '../syntax/lexer.ts';
import { parseModule } from '../syntax/parse.ts';
import { Source } from '../syntax/source.ts';
import { KEYWORDS, Kind, type Token } from '../syntax/tokens.ts';
import { closeMatches } from './close-matches.ts';
import { closestName } from './closest-name.ts';

export interface KeywordTypo {
  readonly message: string;
  readonly lineText: string;
  readonly line: number;
  /** 1-based, in code points, as `SyntaxError.offset`. */
  readonly column: number;
  readonly endColumn: number;
}

interface Failure {
  readonly message: string;
  readonly line: number;
  /** The program is a file that CPython reads itself: it looks at the names of the line at fault only. */
  readonly isFile: boolean;
}

const TEXT_MAX = 1024;
const NAMES_MAX = 10;
const MATCHES_MAX = 3;
const NEARNESS_MIN = 0.5;
const WORDS: readonly string[] = [...KEYWORDS].sort();

export function keywordTypo(text: string, { message, line, isFile }: Failure): KeywordTypo | null {
  if (message !== 'invalid syntax' && !message.includes('Perhaps you forgot a comma')) return null;
  const code = dedent(text.split('\n').slice(0, line));
  if ([...code].length > TEXT_MAX) return null;
  const names = new Lexer(new Source(code, '')).run().list.filter(({ kind }) => kind === Kind.name);
  const near = isFile ? names.filter(({ lineno }) => lineno === line) : names;
  for (const name of near.slice(0, NAMES_MAX)) {
    const keyword = similar(name.text).find((word) => word !== name.text && parses(replaced(code, name, word)));
    if (keyword !== undefined) return typo(code, name, keyword);
  }
  return null;
}

function similar(name: string): readonly string[] {
  const nearest = closestName(WORDS, name);
  const others = closeMatches(name, WORDS, { most: MATCHES_MAX, nearnessMin: NEARNESS_MIN });
  return [...(nearest === null ? [] : [nearest]), ...others].slice(0, MATCHES_MAX);
}

function replaced(code: string, { start, end }: Token, word: string): string {
  return code.slice(0, start) + word + code.slice(end);
}

/** As a whole, or as the beginning of something. */
function parses(code: string): boolean {
  const parsed = parseModule(code, '');
  return parsed.ok || parsed.error.reading?.isIncomplete === true;
}

function typo(code: string, name: Token, keyword: string): KeywordTypo {
  const source = new Source(code, '');
  return {
    message: `invalid syntax. Did you mean '${keyword}'?`,
    lineText: `${source.line(name.lineno)}\n`,
    line: name.lineno,
    column: source.codePointsBefore(name.lineno, name.col_offset) + 1,
    endColumn: source.codePointsBefore(name.lineno, name.end_col_offset) + 1,
  };
}

/** CPython: Lib/textwrap.py, dedent */
function dedent(lines: readonly string[]): string {
  const margins = lines.filter((line) => /\S/.test(line)).map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  let margin = margins[0] ?? '';
  for (const other of margins) while (!other.startsWith(margin)) margin = margin.slice(0, -1);
  return lines.map((line) => (/\S/.test(line) ? line.slice(margin.length) : '')).join('\n');
}
