/**
 * The text that CPython prints for an uncaught exception: the chain, groups, notes, the place of a syntax error.
 * CPython: Lib/traceback.py, TracebackException.format. The lines of a stack are in `traceback-frames.ts`, "Did you mean" in `suggestions.ts`.
 */

import { STDLIB_MODULE_NAMES } from '../modules/stdlib-names.ts';
import { getAttrOrAbsent } from '../objects/attributes.ts';
import { AttributeError, ImportError, NameError, type PyException, PyRaise, SyntaxError } from '../objects/errors.ts';
import { isGroup, subExceptions } from '../objects/exception-groups.ts';
import { repr, str } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import { PyList, PyTuple, type Value } from '../objects/value.ts';
import { keywordTypo } from './keyword-typo.ts';
import { suggestionFor } from './suggestions.ts';
import { formatStack } from './traceback-frames.ts';

const CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n';
const CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n';
const GROUP_WIDTH_MAX = 15;
const GROUP_DEPTH_MAX = 10;

/** What Python prints when nobody catches `exc`; ends with a newline. */
export function formatException(exc: PyException): string {
  const printer: Printer = { depth: 0, needsClose: false, text: '', seen: new Set() };
  printChain(printer, exc);
  return printer.text;
}

/** An exception that nobody can catch: without what led to it. CPython: Python/errors.c, write_unraisable_exc_file. */
export function formatUnraisable(exc: PyException): string {
  const stack =
    exc.traceback === null ? '' : `Traceback (most recent call last):\n${formatStack(exc.traceback, false)}`;
  return `${stack}${typeName(exc)}: ${safeText(exc, 'exception')}\n`;
}

/** The last lines: `TypeError: …` and the notes. */
export function formatExceptionOnly(exc: PyException): string {
  return exceptionLines(exc).join('');
}

interface Printer {
  depth: number;
  needsClose: boolean;
  text: string;
  readonly seen: Set<PyException>;
}

const indentOf = (printer: Printer): string => ' '.repeat(2 * printer.depth);

/** CPython: _ExceptionPrintContext.emit. */
function emit(printer: Printer, text: string, margin = '|'): void {
  const prefix = printer.depth > 0 ? `${indentOf(printer)}${margin} ` : '';
  printer.text += text.replace(/^(?=[\s\S])/gm, prefix);
}

interface Link {
  readonly exc: PyException;
  readonly message: string | null;
}

/** The exception and those it came from, the oldest last. What was shown before is not shown again. */
function chainOf(printer: Printer, first: PyException): readonly Link[] {
  const links: Link[] = [];
  for (let exc: PyException | null = first; exc !== null; ) {
    printer.seen.add(exc);
    const { cause, context }: PyException = exc;
    let next: PyException | null = null;
    let message: string | null = null;
    if (cause !== null && !printer.seen.has(cause)) [next, message] = [cause, CAUSE];
    else if (cause === null && context !== null && !exc.suppressContext && !printer.seen.has(context))
      [next, message] = [context, CONTEXT];
    links.push({ exc, message });
    exc = next;
  }
  return links;
}

function printChain(printer: Printer, first: PyException): void {
  for (const { exc, message } of [...chainOf(printer, first)].reverse()) {
    if (message !== null) emit(printer, message);
    if (isGroup(exc)) {
      if (printer.depth > GROUP_DEPTH_MAX) emit(printer, `... (max_group_depth is ${GROUP_DEPTH_MAX})\n`);
      else printGroup(printer, exc);
      continue;
    }
    const { traceback }: PyException = exc;
    if (traceback !== null) emit(printer, `Traceback (most recent call last):\n${formatStack(traceback)}`);
    emit(printer, formatExceptionOnly(exc));
  }
}

function printGroup(printer: Printer, group: PyException): void {
  const isTop = printer.depth === 0;
  if (isTop) printer.depth++;
  if (group.traceback !== null) {
    emit(printer, 'Exception Group Traceback (most recent call last):\n', isTop ? '+' : '|');
    emit(printer, formatStack(group.traceback));
  }
  emit(printer, formatExceptionOnly(group));
  const members = subExceptions(group);
  const shown = members.length <= GROUP_WIDTH_MAX ? members.length : GROUP_WIDTH_MAX + 1;
  printer.needsClose = false;
  for (let i = 0; i < shown; i++) {
    const isLast = i === shown - 1;
    // The closing line may be drawn by a group inside.
    if (isLast) printer.needsClose = true;
    const isCut = i >= GROUP_WIDTH_MAX;
    printer.text += `${indentOf(printer)}${i === 0 ? '+-' : '  '}+---------------- ${isCut ? '...' : i + 1} ----------------\n`;
    printer.depth++;
    const rest = members.length - GROUP_WIDTH_MAX;
    if (isCut) emit(printer, `and ${rest} more exception${rest > 1 ? 's' : ''}\n`);
    else printChain(printer, members[i]);
    if (isLast && printer.needsClose) {
      printer.text += `${indentOf(printer)}+------------------------------------\n`;
      printer.needsClose = false;
    }
    printer.depth--;
  }
  if (isTop) printer.depth = 0;
}

// --- the last lines -------------------------------------------------------------------------------------------------

function safeText(value: Value, what: string, show: (value: Value) => string = str): string {
  try {
    return show(value);
  } catch (thrown) {
    if (thrown instanceof PyRaise) return `<${what} ${show === repr ? 'repr' : 'str'}() failed>`;
    throw thrown;
  }
}

function attributeText(object: Value, name: string): string | undefined {
  const value = getAttrOrAbsent(object, name);
  return value === undefined ? undefined : textOf(value);
}

/** `module.Class`, without the module where that goes without saying. */
function typeName(exc: PyException): string {
  const name = attributeText(exc.cls, '__qualname__') ?? exc.cls.name;
  const module = attributeText(exc.cls, '__module__') ?? '<unknown>';
  return module === '__main__' || module === 'builtins' ? name : `${module}.${name}`;
}

function exceptionLines(exc: PyException): readonly string[] {
  const name = typeName(exc);
  if (exc.cls.isSubtypeOf(SyntaxError)) return [...syntaxErrorLines(exc, name), ...noteLines(exc)];
  const text = `${safeText(exc, 'exception')}${hint(exc)}`;
  return [text === '' ? `${name}\n` : `${name}: ${text}\n`, ...noteLines(exc)];
}

function noteLines(exc: PyException): readonly string[] {
  const notes = exc.attrs?.get('__notes__');
  if (notes === undefined || notes === null) return [];
  if (!(notes instanceof PyList || notes instanceof PyTuple)) return [`${safeText(notes, '__notes__', repr)}\n`];
  return notes.items.flatMap((note) =>
    safeText(note, 'note')
      .split('\n')
      .map((line) => `${line}\n`),
  );
}

/** "Did you mean" and "Did you forget to import". */
function hint(exc: PyException): string {
  const isImport = exc.cls.isSubtypeOf(ImportError);
  const isName = exc.cls.isSubtypeOf(NameError);
  if (!isImport && !isName && !exc.cls.isSubtypeOf(AttributeError)) return '';
  const wrong = attributeText(exc, isImport ? 'name_from' : 'name');
  if (wrong === undefined) return '';
  const suggestion = suggestionFor(exc, wrong);
  const meant = suggestion === null ? '' : `. Did you mean: '${suggestion}'?`;
  if (!isName || !STDLIB_MODULE_NAMES.has(wrong)) return meant;
  return `${meant}${suggestion === null ? '.' : ' Or'} ${suggestion === null ? 'Did' : 'did'} you forget to import '${wrong}'?`;
}

/** CPython: TracebackException._format_syntax_error. */
function syntaxErrorLines(exc: PyException, name: string): readonly string[] {
  const typo = typoIn(exc);
  const get = (field: string): Value => typo?.get(field) ?? getAttrOrAbsent(exc, field) ?? null;
  const filename = get('filename');
  const line = get('lineno');
  const lines: string[] = [];
  let suffix = '';
  if (line !== null) lines.push(`  File "${textOf(filename) ?? '<string>'}", line ${str(line)}\n`);
  else if (filename !== null) suffix = ` (${str(filename)})`;
  const text = textOf(get('text'));
  if (text !== undefined) lines.push(...markedLine(text, get));
  const message = get('msg');
  lines.push(
    `${name}: ${message === null || message === '' ? '<no detail available>' : safeText(message, 'exception')}${suffix}\n`,
  );
  return lines;
}

/** What is told instead where a keyword is misspelt. */
function typoIn(exc: PyException): ReadonlyMap<string, Value> | null {
  const metadata = getAttrOrAbsent(exc, '_metadata');
  const text = metadata instanceof PyTuple ? textOf(metadata.items[2]) : undefined;
  const line = getAttrOrAbsent(exc, 'lineno');
  if (text === undefined || typeof line !== 'number') return null;
  const typo = keywordTypo(text, { message: attributeText(exc, 'msg') ?? '', line, isFile: false });
  if (typo === null) return null;
  return new Map<string, Value>([
    ['msg', typo.message],
    ['text', typo.lineText],
    ['lineno', typo.line],
    ['end_lineno', typo.line],
    ['offset', typo.column],
    ['end_offset', typo.endColumn],
  ]);
}

function markedLine(text: string, get: (field: string) => Value): readonly string[] {
  const right = text.replace(/\n+$/, '');
  const left = right.replace(/^[ \n\f]+/, '');
  const spaces = right.length - left.length;
  let offset = get('offset');
  if (offset === null) return [`    ${left}\n`];
  if (typeof offset !== 'number') return [];
  const given = get('end_offset');
  let end = right.length + 1;
  if (get('lineno') === get('end_lineno')) end = typeof given === 'number' && given !== 0 ? given : offset;
  if (text !== '' && offset > text.length) offset = right.length + 1;
  if (text !== '' && end > text.length) end = right.length + 1;
  if (offset >= end || end < 0) end = offset + 1;
  const column = offset - 1 - spaces;
  if (column < 0) return [`    ${left}\n`];
  const caretSpace = left.slice(0, column).replace(/\S/g, ' ');
  return [`    ${left}\n`, `    ${caretSpace}${'^'.repeat(end - 1 - spaces - column)}\n`];
}
