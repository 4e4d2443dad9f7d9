/** f-strings and t-strings: literal parts and replacement fields alternate. CPython: Parser/lexer/lexer.c, tok_get_fstring_mode */
import type { Lexer } from './lexer.ts';
import { lastLine, quoteAt } from './lexer-strings.ts';
import { lexicalProblem, type Position } from './lexical-problem.ts';
import { Kind } from './tokens.ts';

export interface FormatMode {
  readonly quote: string;
  readonly isRaw: boolean;
  readonly letter: 'f' | 't';
  readonly from: Position;
  /** The open replacement fields, with the number of brackets inside which their expression stands. */
  readonly fields: { readonly level: number; inSpec: boolean }[];
}

export function inReplacement({ fields }: FormatMode): boolean {
  const field = fields.at(-1);
  return field !== undefined && !field.inSpec;
}

export function beginFormat(lexer: Lexer, start: number, prefix: string): void {
  const quote = quoteAt(lexer.text, lexer.at);
  const from = { line: lexer.line, column: start - lexer.lineStart };
  lexer.at += quote.length;
  lexer.push(Kind.formatStart, start, lexer.at);
  lexer.formats.push({
    quote,
    isRaw: prefix.includes('r'),
    letter: prefix.includes('t') ? 't' : 'f',
    from,
    fields: [],
  });
}

/** Within a replacement field: `:` begins the format, `}` ends the field. */
export function endsExpression(lexer: Lexer, format: FormatMode): boolean {
  const field = format.fields.at(-1);
  const char = lexer.text[lexer.at];
  if (field === undefined || lexer.brackets.length !== field.level) return false;
  if (char === ':') {
    field.inSpec = true;
    lexer.at++;
    lexer.push(Kind.operator, lexer.at - 1, lexer.at);
    return true;
  }
  if (char !== '}') return false;
  closeField(lexer, format);
  return true;
}

function closeField(lexer: Lexer, { fields }: FormatMode): void {
  fields.pop();
  lexer.brackets.pop();
  lexer.at++;
  lexer.push(Kind.operator, lexer.at - 1, lexer.at);
}

/** A literal part and what ends it. */
export function formatMiddle(lexer: Lexer, format: FormatMode): true {
  const start = lexer.at;
  const from = lexer.position;
  const inSpec = format.fields.length > 0;
  while (!literalEnds(lexer, format, inSpec)) skipLiteral(lexer, format, inSpec);
  if (lexer.at > start) lexer.pushFrom(Kind.formatMiddle, start, lexer.at, from);
  const char = lexer.text[lexer.at];
  if (char === '{') openField(lexer, format);
  else if (char === '}') closeField(lexer, format);
  else {
    lexer.at += format.quote.length;
    lexer.push(Kind.formatEnd, lexer.at - format.quote.length, lexer.at);
    lexer.formats.pop();
  }
  return true;
}

function openField(lexer: Lexer, format: FormatMode): void {
  lexer.push(Kind.operator, lexer.at, lexer.at + 1);
  lexer.brackets.push({ char: '{', ...lexer.position });
  lexer.at++;
  format.fields.push({ level: lexer.brackets.length, inSpec: false });
}

/** Whether a field, the end of a field, or the closing quotes stand here. */
function literalEnds(lexer: Lexer, format: FormatMode, inSpec: boolean): boolean {
  const { text, at } = lexer;
  const char = text[at];
  if (char === undefined || (char === '\n' && format.quote.length === 1)) return unterminated(lexer, format, inSpec);
  if (char === '{') return inSpec || text[at + 1] !== '{';
  if (char === '}') {
    if (!inSpec && text[at + 1] !== '}')
      lexicalProblem(lexer, `${format.letter}-string: single '}' is not allowed`, lexer.position);
    return inSpec;
  }
  return text.startsWith(format.quote, at);
}

function skipLiteral(lexer: Lexer, { isRaw }: FormatMode, inSpec: boolean): void {
  const { text } = lexer;
  const char = text[lexer.at];
  const next = text[lexer.at + 1];
  if (char === '\\' && !isRaw && next === 'N' && text[lexer.at + 2] === '{') {
    const end = text.indexOf('}', lexer.at);
    lexer.at = end < 0 ? lexer.at + 3 : end + 1;
    return;
  }
  if (!inSpec && (char === '{' || char === '}')) lexer.at++;
  else if (char === '\\' && next !== '{' && next !== '}') lexer.at++;
  const isLineEnd = text[lexer.at] === '\n';
  lexer.at++;
  if (isLineEnd) lexer.newLine();
}

function unterminated(lexer: Lexer, { quote, letter, from }: FormatMode, inSpec: boolean): never {
  if (inSpec && quote.length === 1) {
    lexicalProblem(
      lexer,
      `${letter}-string: newlines are not allowed in format specifiers for single quoted ${letter}-strings`,
      lexer.position,
    );
  }
  const what = quote.length === 3 ? `triple-quoted ${letter}-string` : `${letter}-string`;
  return lexicalProblem(lexer, `unterminated ${what} literal (detected at line ${lastLine(lexer)})`, from);
}
