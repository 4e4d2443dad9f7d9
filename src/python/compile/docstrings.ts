/** Docstrings, cleaned as the compiler has done since 3.13. CPython: Python/compile.c, _PyCompile_CleanDoc */
import type { Statement } from '../syntax/tree.ts';

export function docstringOf(first: Statement | undefined): string | null {
  if (first?.nodeType !== 'Expr' || first.value.nodeType !== 'Constant') return null;
  const { value } = first.value;
  return typeof value === 'string' ? cleanDoc(value) : null;
}

/** Takes away the indentation that all lines but the first share. */
function cleanDoc(text: string): string {
  const lines = expandTabs(text).split('\n');
  let margin = Number.POSITIVE_INFINITY;
  for (const line of lines.slice(1)) {
    const indent = line.length - line.trimStart().length;
    if (indent < line.length && indent < margin) margin = indent;
  }
  if (margin === Number.POSITIVE_INFINITY) margin = 0;
  return lines.map((line, index) => (index === 0 ? line.replace(/^ +/, '') : cutMargin(line, margin))).join('\n');
}

function cutMargin(line: string, margin: number): string {
  const blanks = line.length - line.replace(/^ +/, '').length;
  return line.slice(Math.min(blanks, margin));
}

function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  return text
    .split('\n')
    .map((line) => {
      let out = '';
      for (const char of line) out += char === '\t' ? ' '.repeat(8 - (out.length % 8)) : char;
      return out;
    })
    .join('\n');
}
