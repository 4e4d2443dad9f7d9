/** What a run's or a process's end is called, from what came out of its main module. */
import { deadlockTasks } from '../asyncio/deadlock.ts';
import { type PyException, SyntaxError as PySyntaxError, SystemExit } from '../python/objects/errors.ts';
import { str } from '../python/objects/protocol.ts';
import { PyTuple, typeOf, type Value } from '../python/objects/value.ts';
import { Frame } from '../python/vm/frame.ts';
import type { Machine, RunStopped } from '../python/vm/machine.ts';
import { formatException, formatExceptionOnly } from '../python/vm/traceback-text.ts';
import type { Ending, LimitName, SourceRange } from '../trace/ending.ts';

/** The main module raised, and nobody caught it: it is printed as CPython prints it. */
export function raisedEnding(machine: Machine, exc: PyException): Ending {
  if (typeOf(exc).isSubtypeOf(SystemExit)) return exitEnding(machine, exc);
  const text = formatException(exc);
  machine.write(2, text);
  return {
    kind: 'raised',
    exitCode: exc.cls.name === 'KeyboardInterrupt' ? 130 : 1,
    exception: summaryOf(exc),
    range: rangeOf(exc),
  };
}

/** `TypeError: message`, without notes and without the place of a syntax error. */
function summaryOf(exc: PyException): string {
  const notes = exc.attrs?.get('__notes__');
  exc.attrs?.delete('__notes__');
  const text = formatExceptionOnly(exc).trimEnd();
  if (notes !== undefined) exc.attrs?.set('__notes__', notes);
  return typeOf(exc).isSubtypeOf(PySyntaxError) ? text.slice(text.lastIndexOf('\n') + 1) : text;
}

function exitEnding(machine: Machine, exc: PyException): Ending {
  const code: Value =
    exc.args.items.length === 0
      ? null
      : exc.args.items.length === 1
        ? (exc.args.items[0] ?? null)
        : new PyTuple([...exc.args.items]);
  if (code === null) return { kind: 'completed', exitCode: 0 };
  if (typeof code === 'boolean') return { kind: 'completed', exitCode: code ? 1 : 0 };
  if (typeof code === 'number') return { kind: 'completed', exitCode: code & 0xff };
  machine.write(2, `${str(code)}\n`);
  return { kind: 'completed', exitCode: 1 };
}

/** Where in the user's files it was raised. */
function rangeOf(exc: PyException): SourceRange | null {
  let range: SourceRange | null = null;
  for (let entry = exc.traceback; entry !== null; entry = entry.next) {
    const frame = entry.frame;
    if (frame instanceof Frame && frame.code.isUser)
      range = { file: frame.code.filename, line: entry.line, column: -1, endLine: entry.line, endColumn: -1 };
  }
  return range;
}

export function stoppedEnding(stopped: RunStopped): Ending {
  if (stopped.limit === 'deadlock')
    return { kind: 'deadlock', sentence: stopped.sentence, tasks: deadlockTasks(stopped) };
  const frame = userFrame(stopped.frame);
  const range =
    frame === null
      ? null
      : { file: frame.code.filename, line: frame.line, column: -1, endLine: frame.line, endColumn: -1 };
  return { kind: 'limit', limit: stopped.limit as LimitName, sentence: stopped.sentence, range };
}

function userFrame(frame: Frame | null): Frame | null {
  for (let current: Frame['back'] = frame; current !== null; current = current.back)
    if (current instanceof Frame && current.code.isUser) return current;
  return null;
}
