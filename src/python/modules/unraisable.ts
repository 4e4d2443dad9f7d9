/** An exception that nobody can catch: told to `sys.unraisablehook`. CPython: Python/errors.c, format_unraisable_v. */
import { type PyException, PyRaise, PyTraceback } from '../objects/errors.ts';
import { call, repr } from '../objects/protocol.ts';
import { PyModule, type Value } from '../objects/value.ts';
import { Frame } from '../vm/frame.ts';
import { machine } from '../vm/machine.ts';
import { formatUnraisable } from '../vm/traceback-text.ts';
import { unraisableArguments } from './sys.ts';

/** Runs what nobody waits for; `message` says what it was, as in "Exception ignored while calling deallocator". */
export function ignoringErrors(message: string, source: Value, run: () => unknown): void {
  try {
    run();
  } catch (thrown) {
    if (!(thrown instanceof PyRaise)) throw thrown;
    writeUnraisable(thrown.exception, `${message} ${repr(source)}`);
  }
}

function writeUnraisable(exc: PyException, message: string): void {
  const { top } = machine.thread;
  if (exc.traceback === null && top instanceof Frame) exc.traceback = new PyTraceback(top, top.pc, top.line, null);
  const sys = machine.modules.map.get('sys');
  const hook = sys instanceof PyModule ? sys.attrs.get('unraisablehook') : undefined;
  if (hook === undefined || hook === null) return machine.write(2, `${message}:\n${formatUnraisable(exc)}`);
  try {
    call(hook, unraisableArguments(exc, message, null));
  } catch (thrown) {
    if (!(thrown instanceof PyRaise)) throw thrown;
    machine.write(2, `Exception ignored in sys.unraisablehook: ${repr(hook)}:\n${formatUnraisable(thrown.exception)}`);
  }
}
