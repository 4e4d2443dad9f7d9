/** The values of number and string literals. CPython: Parser/string_parser.c, Parser/action_helpers.c */

import { normalizeInt, PyBytes, PyComplex, PyFloat, type Value } from '../objects/value.ts';
import { ESCAPED, HEX_DIGITS, HEX_SHAPES } from './escape-letters.ts';
import { characterNamed } from './named-characters.ts';

export function numberValue(text: string): Value {
  const digits = text.includes('_') ? text.replaceAll('_', '') : text;
  if (/^0[xob]/i.test(digits)) return normalizeInt(BigInt(digits));
  if (/[jJ]$/.test(digits)) return new PyComplex(0, Number(digits.slice(0, -1)));
  if (/[.eE]/.test(digits)) return new PyFloat(Number(digits));
  return digits.length < 16 ? Number(digits) : normalizeInt(BigInt(digits));
}

/** A string literal as written: its prefix in lower case and the text between the quotes. */
export function splitLiteral(text: string): { prefix: string; body: string } {
  const quoteAt = text.search(/["']/);
  const quote = text[quoteAt] ?? '"';
  const size = text.startsWith(quote.repeat(3), quoteAt) && text.length >= quoteAt + 6 ? 3 : 1;
  return { prefix: text.slice(0, quoteAt).toLowerCase(), body: text.slice(quoteAt + size, text.length - size) };
}

/** What is wrong with an escape; `message` as CPython words it. */
export class BadEscape {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

export function decodeString(body: string): string | BadEscape {
  return body.includes('\\') ? new Decoder(body).run() : body;
}

class Decoder {
  private readonly body: string;
  private at = 0;
  private out = '';
  constructor(body: string) {
    this.body = body;
  }

  run(): string | BadEscape {
    const { body } = this;
    for (;;) {
      const slash = body.indexOf('\\', this.at);
      if (slash < 0) return this.out + body.slice(this.at);
      this.out += body.slice(this.at, slash);
      this.at = slash;
      const problem = this.escape(body[slash + 1] ?? '');
      if (problem !== null) return problem;
    }
  }

  private escape(char: string): BadEscape | null {
    const simple = ESCAPED[char];
    if (simple !== undefined) return this.take(2, simple);
    if (char >= '0' && char <= '7') {
      const digits = /^[0-7]{1,3}/.exec(this.body.slice(this.at + 1))?.[0] ?? '0';
      return this.take(1 + digits.length, String.fromCharCode(Number.parseInt(digits, 8)));
    }
    if (char === 'x' || char === 'u' || char === 'U') return this.hex(char);
    return char === 'N' ? this.named() : this.take(1, '\\');
  }

  private take(length: number, text: string): null {
    this.at += length;
    this.out += text;
    return null;
  }

  private hex(char: string): BadEscape | null {
    const wanted = HEX_DIGITS[char] ?? 2;
    const digits = /^[0-9a-fA-F]*/.exec(this.body.slice(this.at + 2, this.at + 2 + wanted))?.[0] ?? '';
    if (digits.length < wanted) return this.bad(1 + digits.length, `truncated ${HEX_SHAPES[char] ?? ''} escape`);
    const codePoint = Number.parseInt(digits, 16);
    if (codePoint > 0x10ffff) return this.bad(1 + wanted, 'illegal Unicode character');
    return this.take(2 + wanted, String.fromCodePoint(codePoint));
  }

  private named(): BadEscape | null {
    const match = /^\\N\{([^}]*)\}/.exec(this.body.slice(this.at));
    if (match === null || match[1] === '') return this.bad(1, 'malformed \\N character escape');
    const char = characterNamed(match[1] ?? '');
    return char === undefined
      ? this.bad(match[0].length - 1, 'unknown Unicode character name')
      : this.take(match[0].length, char);
  }

  private bad(length: number, what: string): BadEscape {
    const start = utf8Length(this.body.slice(0, this.at));
    return new BadEscape(
      `(unicode error) 'unicodeescape' codec can't decode bytes in position ${start}-${start + length}: ${what}`,
    );
  }
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

export function decodeBytes(body: string, isRaw: boolean): PyBytes | BadEscape {
  const bytes: number[] = [];
  for (let at = 0; at < body.length; ) {
    const char = body[at] ?? '';
    if (char !== '\\' || isRaw) {
      bytes.push(char.charCodeAt(0));
      at++;
      continue;
    }
    const next = body[at + 1] ?? '';
    const octal = /^[0-7]{1,3}/.exec(body.slice(at + 1))?.[0];
    const simple = ESCAPED[next];
    if (simple !== undefined) {
      if (simple !== '') bytes.push(simple.charCodeAt(0));
      at += 2;
    } else if (octal !== undefined) {
      bytes.push(Number.parseInt(octal, 8) & 0xff);
      at += 1 + octal.length;
    } else if (next === 'x') {
      const digits = /^[0-9a-fA-F]{2}/.exec(body.slice(at + 2))?.[0];
      if (digits === undefined) return new BadEscape(`(value error) invalid \\x escape at position ${at}`);
      bytes.push(Number.parseInt(digits, 16));
      at += 4;
    } else {
      bytes.push(0x5c);
      at++;
    }
  }
  return new PyBytes(Uint8Array.from(bytes));
}
