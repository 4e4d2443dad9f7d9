/** A syntax error as CPython prints it for the main file. CPython: Lib/traceback.py, _format_syntax_error. */
import type { Diagnostic } from '../trace/ending.ts';

export function renderSyntaxError(diagnostic: Diagnostic, text: string): string {
  const { file, line, column, endLine, endColumn, type, message } = diagnostic;
  const source = text.split('\n')[line - 1] ?? '';
  const shown = source.trimStart();
  const indent = source.length - shown.length;
  let carets = '';
  if (column >= 0 && shown !== '') {
    const start = Math.max(column - indent, 0);
    const end = endLine === line && endColumn > column ? endColumn - indent : start + 1;
    carets = `    ${' '.repeat(start)}${'^'.repeat(Math.max(Math.min(end, Math.max(shown.length, start + 1)) - start, 1))}\n`;
  }
  return `  File "${file}", line ${line}\n${shown === '' ? '' : `    ${shown.trimEnd()}\n`}${carets}${type}: ${message}\n`;
}
