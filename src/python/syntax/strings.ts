/** String literals: prefixes, implicit concatenation, f-strings and t-strings. CPython: Parser/action_helpers.c, _PyPegen_concatenate_strings */
import { PyBytes } from '../objects/value.ts';
import { BadEscape, decodeBytes, decodeString, splitLiteral } from './literals.ts';
import type { Parser } from './parser.ts';
import { escapeRemark } from './remark.ts';
import { replacementField } from './replacement-fields.ts';
import { Kind, type Token } from './tokens.ts';
import type { Expression, Range } from './tree.ts';

type Letter = 'f' | 't';

/** One literal, or several in a row. */
export function strings(p: Parser): Expression {
  const start = p.token;
  const parts: Expression[] = [];
  const letters = new Set<Letter>();
  let hasPlain = false;
  while (p.token.kind === Kind.string || p.token.kind === Kind.formatStart) {
    if (p.token.kind === Kind.string) {
      parts.push(plainString(p));
      hasPlain = true;
      continue;
    }
    const own: Letter = /t/i.test(p.token.text) ? 't' : 'f';
    letters.add(own);
    formatString(p, own, parts);
  }
  const letter = letters.has('t') ? 't' : letters.has('f') ? 'f' : null;
  if (letter === 't' && (hasPlain || letters.has('f')))
    return p.reject('cannot mix t-string literals with string or bytes literals', p.from(start));
  return concatenate(p, start, parts, letter);
}

function plainString(p: Parser): Expression {
  const token = p.advance();
  const { prefix, body } = splitLiteral(token.text);
  const isRaw = prefix.includes('r');
  if (!isRaw) remarkOnEscapes(p, token, { body, isBytes: prefix.includes('b') });
  if (prefix.includes('b')) {
    if (/[^\0-\x7f]/.test(body)) p.reject('bytes can only contain ASCII literal characters', token);
    return { nodeType: 'Constant', ...p.from(token), value: unescaped(p, decodeBytes(body, isRaw), token) };
  }
  return { nodeType: 'Constant', ...p.from(token), value: isRaw ? body : unescaped(p, decodeString(body), token) };
}

function remarkOnEscapes(p: Parser, token: Token, { body, isBytes }: { body: string; isBytes: boolean }): void {
  if (!body.includes('\\')) return;
  // CPython counts no quotes after a prefix.
  const quote = /^(?:'''|""")/.test(token.text) ? 3 : /^['"]/.test(token.text) ? 1 : 0;
  const remark = escapeRemark(body, isBytes, { at: token, quote });
  if (remark !== null) p.source.remarks.push(remark);
}

function unescaped<T>(p: Parser, decoded: T | BadEscape, at: Range): T {
  return decoded instanceof BadEscape ? p.reject(decoded.message, at) : decoded;
}

function concatenate(p: Parser, start: Token, parts: readonly Expression[], letter: Letter | null): Expression {
  const at = p.from(start);
  const bytes = parts.filter((part) => part.nodeType === 'Constant' && part.value instanceof PyBytes);
  if (bytes.length > 0 && (bytes.length < parts.length || letter !== null))
    return p.reject('cannot mix bytes and nonbytes literals', p.token);
  const [only] = parts;
  if (letter === null && parts.length === 1 && only !== undefined) return only;
  if (bytes.length > 0) return { nodeType: 'Constant', ...at, value: joinBytes(parts) };
  const values = mergeText(parts);
  if (letter !== null) return { nodeType: letter === 'f' ? 'JoinedStr' : 'TemplateStr', ...at, values };
  const [merged] = values;
  return { nodeType: 'Constant', ...at, value: merged?.nodeType === 'Constant' ? merged.value : '' };
}

function joinBytes(parts: readonly Expression[]): PyBytes {
  const all = parts.flatMap((part) =>
    part.nodeType === 'Constant' && part.value instanceof PyBytes ? [...part.value.bytes] : [],
  );
  return new PyBytes(Uint8Array.from(all));
}

/** Neighbouring texts become one, empty ones go. */
function mergeText(parts: readonly Expression[]): Expression[] {
  const merged: Expression[] = [];
  for (const part of parts) {
    const before = merged.at(-1);
    if (part.nodeType !== 'Constant' || typeof part.value !== 'string') merged.push(part);
    else if (before?.nodeType === 'Constant' && typeof before.value === 'string') {
      const { end_lineno, end_col_offset } = part;
      merged[merged.length - 1] = { ...before, end_lineno, end_col_offset, value: before.value + part.value };
    } else if (part.value !== '' || parts.length === 1) merged.push(part);
  }
  return merged.filter((part) => part.nodeType !== 'Constant' || part.value !== '' || merged.length === 1);
}

function formatString(p: Parser, letter: Letter, parts: Expression[]): void {
  const start = p.expectKind(Kind.formatStart);
  const isRaw = /r/i.test(start.text);
  while (p.token.kind !== Kind.formatEnd) {
    if (p.token.kind === Kind.formatMiddle) parts.push(literalPart(p, isRaw, true));
    else replacementField(p, { letter, isRaw, literalPart }, parts);
  }
  p.advance();
}

/** In the text itself `{{` stands for `{`; in a format it does not. */
function literalPart(p: Parser, isRaw: boolean, hasDoubled: boolean): Expression {
  const token = p.expectKind(Kind.formatMiddle);
  const text = hasDoubled
    ? token.text.replace(/\\N\{[^}]*\}|\{\{|\}\}/g, (found) => (found.length === 2 ? found.slice(1) : found))
    : token.text;
  if (!isRaw) remarkOnEscapes(p, token, { body: text, isBytes: false });
  return { nodeType: 'Constant', ...p.from(token), value: isRaw ? text : unescaped(p, decodeString(text), token) };
}
