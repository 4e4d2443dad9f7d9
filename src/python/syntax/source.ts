/**
 * The text of one file. Inside, columns count UTF-16 units; what people see counts code points, which differ only in
 * lines with characters beyond U+FFFF.
 */
import type { Remark } from './remark.ts';
import type { Range } from './tree.ts';

export class Source {
  readonly text: string;
  readonly filename: string;
  /** What the lexer and the parser warn of. */
  readonly remarks: Remark[] = [];
  private readonly hasSurrogates: boolean;
  private splitLines: readonly string[] | null = null;

  /** Line ends become `\n`, and a byte order mark goes, as in CPython's tokenizer. */
  constructor(text: string, filename: string) {
    const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
    this.text = plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain;
    this.filename = filename;
    this.hasSurrogates = /[\ud800-\udbff]/.test(text);
  }

  get lines(): readonly string[] {
    this.splitLines ??= this.text.split('\n');
    return this.splitLines;
  }

  line(lineno: number): string {
    return this.lines[lineno - 1] ?? '';
  }

  /** Whether columns have to be translated at all. */
  get isSimple(): boolean {
    return !this.hasSurrogates;
  }

  codePointsBefore(lineno: number, column: number): number {
    if (!this.hasSurrogates || column <= 0) return column;
    const line = this.line(lineno);
    let pairs = 0;
    for (let i = 0; i < column - 1 && i < line.length - 1; i++) if ((line.codePointAt(i) ?? 0) > 0xffff) pairs++;
    return column - pairs;
  }

  /** The text a node was made from. */
  slice(range: Range): string {
    if (range.end_lineno === range.lineno) return this.line(range.lineno).slice(range.col_offset, range.end_col_offset);
    const first = this.line(range.lineno).slice(range.col_offset);
    const between = this.lines.slice(range.lineno, range.end_lineno - 1);
    return [first, ...between, this.line(range.end_lineno).slice(0, range.end_col_offset)].join('\n');
  }
}
