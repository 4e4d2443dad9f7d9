/**
 * Where an object was made, in debug mode: a list of (file, line, function, text), innermost last.
 * CPython: Lib/asyncio/format_helpers.py, extract_stack. DIVERGES: plain tuples there are FrameSummary objects.
 */
import { PyList, PyTuple, type Value } from '../python/objects/value.ts';
import { Frame, NativeFrame } from '../python/vm/frame.ts';
import { machine } from '../python/vm/machine.ts';

/** CPython: Lib/asyncio/constants.py, DEBUG_STACK_DEPTH */
const DEPTH = 10;
const LIB = '/lib/python314.zip/asyncio';

export function extractStack(): Value {
  const entries: Value[] = [];
  for (let frame = machine.thread.top; frame !== null && entries.length < DEPTH; frame = frame.back) {
    if (frame instanceof NativeFrame)
      for (const { filename, line, name, text } of frame.standsFor)
        entries.push(new PyTuple([filename, line, name, text]));
    if (!(frame instanceof Frame) || isInternal(frame)) continue;
    entries.push(
      new PyTuple([frame.code.filename, frame.line, frame.code.name, sourceLine(frame.code.filename, frame.line)]),
    );
  }
  return new PyList(entries.slice(0, DEPTH).reverse());
}

/** The same for what `loop.create_future` makes, which in CPython is one Python function further in. */
export function extractStackOfCreateFuture(): Value {
  const outer = extractStack();
  const entry = new PyTuple([`${LIB}/base_events.py`, 459, 'create_future', 'return futures.Future(loop=self)']);
  return new PyList([...(outer instanceof PyList ? outer.items : []), entry].slice(-DEPTH));
}

/** The loop's own machinery above the user's call is left out, as CPython deletes the last entries. */
function isInternal(frame: Frame): boolean {
  return frame.code.filename.endsWith('asyncio/_lean.py');
}

function sourceLine(filename: string, line: number): string {
  return (machine.sources.get(filename)?.text.split('\n')[line - 1] ?? '').trim();
}
