/** A syntax error as CPython prints it for the main file. CPython: Lib/traceback.py, _format_syntax_error. */
import { keywordTypo } from '../python/vm/keyword-typo.ts';
import type { Diagnostic } from '../trace/ending.ts';

export function renderSyntaxError(diagnostic: Diagnostic, text: string): string {
  const { file, line, column, endLine, endColumn, type, message } = corrected(diagnostic, text);
  const source = text.split('\n')[line - 1] ?? '';
  const shown = source.trimStart();
  const indent = source.length - shown.length;
  let carets = '';
  const start = column - indent;
  if (start >= 0 && shown !== '') {
    const end = endLine === line && endColumn > column ? endColumn - indent : start + 1;
    carets = `    ${' '.repeat(start)}${'^'.repeat(Math.max(Math.min(end, Math.max(shown.length, start + 1)) - start, 1))}\n`;
  }
  return `  File "${file}", line ${line}\n${shown === '' ? '' : `    ${shown.trimEnd()}\n`}${carets}${type}: ${message}\n`;
}

/** A misspelt keyword is named. */
function corrected(diagnostic: Diagnostic, text: string): Diagnostic {
  const { message, line } = diagnostic;
  const typo = keywordTypo(text, { message, line, isFile: true });
  if (typo === null) return diagnostic;
  const place = { line: typo.line, column: typo.column - 1, endLine: typo.line, endColumn: typo.endColumn - 1 };
  return { ...diagnostic, ...place, message: typo.message };
}
