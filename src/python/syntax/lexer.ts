/**
 * From text to tokens. CPython: Parser/lexer/lexer.c. The first mistake ends the list with an error token, because what
 * the parser finds before it may be of more interest.
 */

import { beginFormat, endsExpression, type FormatMode, formatMiddle, inReplacement } from './lexer-formats.ts';
import { isStringPrefix, plainStringEnd, stringPrefix } from './lexer-strings.ts';
import { isDigit, isNameStart, nameEnd, numberEnd, operatorLength } from './lexer-words.ts';
import {
  endProblem,
  indentationProblem,
  lexicalProblem,
  type Position,
  QuietFailure,
  unmarkedProblem,
} from './lexical-problem.ts';
import { SyntaxFailure, type SyntaxProblem } from './problem.ts';
import type { Source } from './source.ts';
import { KEYWORDS, Kind, type Token } from './tokens.ts';

export interface Tokens {
  readonly list: readonly Token[];
  /** The lexer's own mistake; the last token is then an error token. */
  readonly problem: SyntaxProblem | null;
  /** The mistake counts only where the parser gets to it. */
  readonly isQuiet: boolean;
  /** The innermost bracket that is still open at the end. */
  readonly unclosed: Bracket | null;
}

export interface Bracket extends Position {
  readonly char: string;
}

export class Lexer {
  readonly source: Source;
  readonly text: string;
  readonly tokens: Token[] = [];
  readonly brackets: Bracket[] = [];
  readonly formats: FormatMode[] = [];
  /** Columns of the open blocks, with tabs to multiples of 8, and with tabs as 1. */
  private readonly indents: { readonly column: number; readonly narrow: number }[] = [{ column: 0, narrow: 0 }];
  at = 0;
  line = 1;
  lineStart = 0;

  constructor(source: Source) {
    this.source = source;
    this.text = source.text;
  }

  run(): Tokens {
    let problem: SyntaxProblem | null = null;
    let isQuiet = false;
    try {
      while (this.logicalLine());
    } catch (error) {
      if (!(error instanceof SyntaxFailure)) throw error;
      problem = error.problem;
      isQuiet = error instanceof QuietFailure;
      this.push(Kind.error, this.at, this.at);
    }
    return { list: this.tokens, problem, isQuiet, unclosed: this.brackets.at(-1) ?? null };
  }

  get position(): Position {
    return { line: this.line, column: this.at - this.lineStart };
  }

  newLine(): void {
    this.line++;
    this.lineStart = this.at;
  }

  /** A token within the current line. */
  push(kind: number, start: number, end: number): void {
    this.pushFrom(kind, start, end, { line: this.line, column: start - this.lineStart });
  }

  /** A token that began elsewhere and ends here. */
  pushFrom(kind: number, start: number, end: number, from: Position): void {
    this.tokens.push({
      kind,
      text: this.text.slice(start, end),
      start,
      end,
      lineno: from.line,
      col_offset: from.column,
      end_lineno: this.line,
      end_col_offset: end - this.lineStart,
      level: this.brackets.length,
    });
  }

  /** One line with its indentation; false at the end of the text. */
  private logicalLine(): boolean {
    if (!this.skipBlankLines()) {
      this.finish();
      return false;
    }
    this.indentation();
    while (this.token());
    return true;
  }

  private skipBlankLines(): boolean {
    const { text } = this;
    for (;;) {
      let at = this.at;
      while (at < text.length && (text[at] === ' ' || text[at] === '\t' || text[at] === '\f')) at++;
      if (text[at] === '#') while (at < text.length && text[at] !== '\n') at++;
      if (at >= text.length) {
        this.at = at;
        return false;
      }
      if (text[at] !== '\n') return true;
      this.at = at + 1;
      this.newLine();
    }
  }

  private indentation(): void {
    const { text } = this;
    let column = 0;
    let narrow = 0;
    let at = this.at;
    for (; ; at++) {
      if (text[at] === ' ') {
        column++;
        narrow++;
      } else if (text[at] === '\t') {
        column = (Math.floor(column / 8) + 1) * 8;
        narrow++;
      } else if (text[at] === '\f') column = narrow = 0;
      else break;
    }
    this.at = at;
    this.changeBlock(column, narrow);
  }

  private changeBlock(column: number, narrow: number): void {
    const { indents } = this;
    let top = indents.at(-1) ?? { column: 0, narrow: 0 };
    const inconsistent = (): never =>
      indentationProblem(this, 'TabError', 'inconsistent use of tabs and spaces in indentation');
    if (column > top.column) {
      if (narrow <= top.narrow) inconsistent();
      indents.push({ column, narrow });
      return this.push(Kind.indent, this.lineStart, this.at);
    }
    while (column < top.column) {
      indents.pop();
      this.push(Kind.dedent, this.at, this.at);
      top = indents.at(-1) ?? { column: 0, narrow: 0 };
    }
    if (column !== top.column) {
      while (this.tokens.at(-1)?.kind === Kind.dedent) this.tokens.pop();
      indentationProblem(this, 'IndentationError', 'unindent does not match any outer indentation level');
    }
    if (narrow !== top.narrow) inconsistent();
  }

  /** The layout tokens at the end stand in a line of their own. */
  private finish(): void {
    if (this.at > this.lineStart) {
      this.line++;
      this.lineStart = this.at;
    }
    for (let i = this.indents.length; i > 1; i--) this.push(Kind.dedent, this.at, this.at);
    this.push(Kind.end, this.at, this.at);
  }

  /** The next token of a line; false when the line is over. */
  private token(): boolean {
    const format = this.formats.at(-1);
    if (format !== undefined && !inReplacement(format)) return formatMiddle(this, format);
    this.skipSpace();
    const char = this.text[this.at];
    if (format !== undefined && endsExpression(this, format)) return true;
    if (char === undefined) return this.endOfText();
    if (char === '\n') return this.endOfLine();
    if (isNameStart(char)) this.nameOrString();
    else if (isDigit(char) || (char === '.' && isDigit(this.text[this.at + 1] ?? ''))) this.number();
    else if (char === '"' || char === "'") this.string(this.at);
    else this.operator(char);
    return true;
  }

  private skipSpace(): void {
    const { text } = this;
    for (;;) {
      const char = text[this.at];
      if (char === ' ' || char === '\t' || char === '\f') this.at++;
      else if (char === '#') while (this.at < text.length && text[this.at] !== '\n') this.at++;
      else if (char === '\\') this.continuation();
      else if (char === '\n' && this.brackets.length > 0) {
        this.at++;
        this.newLine();
      } else return;
    }
  }

  private continuation(): void {
    this.at++;
    if (this.at >= this.text.length) endProblem(this, this.position);
    if (this.text[this.at] !== '\n') {
      unmarkedProblem(this, 'unexpected character after line continuation character', this.position);
    }
    this.at++;
    this.newLine();
    if (this.at >= this.text.length)
      endProblem(this, { line: this.line - 1, column: this.source.line(this.line - 1).length });
  }

  private endOfLine(): boolean {
    this.push(Kind.newline, this.at, this.at + 1);
    this.at++;
    this.newLine();
    return false;
  }

  private endOfText(): boolean {
    if (this.brackets.length > 0) {
      this.push(Kind.end, this.at, this.at);
      return false;
    }
    const start = this.at;
    this.pushFrom(Kind.newline, start, start + 1, this.position);
    return false;
  }

  private nameOrString(): void {
    const start = this.at;
    const end = nameEnd(this.text, start);
    const quote = this.text[end];
    if ((quote === '"' || quote === "'") && isStringPrefix(this, start, end)) {
      this.at = end;
      return this.string(start);
    }
    const name = this.text.slice(start, end);
    this.at = end;
    if (end === start) return this.unexpected();
    if (!KEYWORDS.has(name)) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the range *is* ASCII.
      if (!/^[\x00-\x7f]*$/.test(name)) return this.wideName(start, name);
      return this.push(Kind.name, start, end);
    }
    this.push(Kind.keyword, start, end);
  }

  private wideName(start: number, name: string): void {
    this.push(Kind.name, start, this.at);
    const token = this.tokens.pop();
    if (token !== undefined) this.tokens.push({ ...token, text: name.normalize('NFKC') });
  }

  private number(): void {
    const start = this.at;
    this.at = numberEnd(this, start);
    this.push(Kind.number, start, this.at);
  }

  /** `start` is where the prefix begins; the quotes are at `this.at`. */
  private string(start: number): void {
    const prefix = stringPrefix(this.text.slice(start, this.at)) ?? '';
    if (prefix.includes('f') || prefix.includes('t')) return beginFormat(this, start, prefix);
    const from = { line: this.line, column: start - this.lineStart };
    plainStringEnd(this, from);
    this.pushFrom(Kind.string, start, this.at, from);
  }

  private operator(char: string): void {
    const start = this.at;
    const length = operatorLength(this.text, start);
    if (length === 0) return this.unexpected();
    this.at += length;
    if (length === 1) this.bracket(char, start);
    this.push(Kind.operator, start, this.at);
    if (length === 1 && (char === '(' || char === '[' || char === '{')) this.open(char, start);
  }

  private open(char: string, start: number): void {
    if (this.brackets.length >= BRACKETS_MAX) lexicalProblem(this, 'too many nested parentheses', this.position);
    this.brackets.push({ char, line: this.line, column: start - this.lineStart });
  }

  private bracket(char: string, start: number): void {
    if (char !== ')' && char !== ']' && char !== '}') return;
    const here = { line: this.line, column: start - this.lineStart };
    const format = this.formats.at(-1);
    if (format !== undefined && this.brackets.length === format.fields.at(-1)?.level) {
      lexicalProblem(this, `${format.letter}-string: unmatched '${char}'`, here);
    }
    const opening = this.brackets.pop();
    if (opening === undefined) return lexicalProblem(this, `unmatched '${char}'`, here);
    if (CLOSING[opening.char] === char) return;
    const where = opening.line === this.line ? '' : ` on line ${opening.line}`;
    lexicalProblem(
      this,
      `closing parenthesis '${char}' does not match opening parenthesis '${opening.char}'${where}`,
      here,
    );
  }

  private unexpected(): void {
    const codePoint = this.text.codePointAt(this.at) ?? 0;
    // What ASCII knows but Python does not use is for the parser to refuse.
    if (codePoint > 0x20 && codePoint < 0x7f) {
      this.at++;
      return this.push(Kind.operator, this.at - 1, this.at);
    }
    const hex = codePoint.toString(16).toUpperCase().padStart(4, '0');
    const char = String.fromCodePoint(codePoint);
    const isPrintable = !/[\p{C}\p{Z}]/u.test(char);
    lexicalProblem(
      this,
      isPrintable ? `invalid character '${char}' (U+${hex})` : `invalid non-printable character U+${hex}`,
      this.position,
    );
  }
}

const BRACKETS_MAX = 200;
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
