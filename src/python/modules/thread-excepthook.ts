/** `threading.excepthook`: what an exception prints that ends a thread. CPython: Modules/_threadmodule.c, thread_excepthook. */
import { getAttr } from '../objects/attributes.ts';
import { PyException, PyTraceback, raise, SystemExit, TypeError } from '../objects/errors.ts';
import { str } from '../objects/protocol.ts';
import { PyTuple, typeOf, type Value } from '../objects/value.ts';
import { machine } from '../vm/machine.ts';
import { formatException } from '../vm/traceback-text.ts';
import { structSequenceType } from './struct-sequence.ts';
import { writeError } from './sys.ts';

export const exceptHookArgs = structSequenceType('_thread', '_ExceptHookArgs', [
  'exc_type',
  'exc_value',
  'exc_traceback',
  'thread',
]);

export function threadExcepthook(args: Value): Value {
  if (!(args instanceof PyTuple) || typeOf(args) !== exceptHookArgs)
    return raise(TypeError, '_thread.excepthook argument type must be ExceptHookArgs');
  const [type, value, traceback = null, thread = null] = args.items;
  if (type === SystemExit) return null;
  const name = thread === null ? String(machine.thread.ident) : str(getAttr(thread, 'name'));
  if (value instanceof PyException && value.traceback === null && traceback instanceof PyTraceback)
    value.traceback = traceback;
  const text = value instanceof PyException ? formatException(value) : '';
  writeError(machine, `Exception in thread ${name}:\n${text}`);
  return null;
}
