/**
 * The frames of CPython's loop in the traceback of an exception that a callback raised: `_run_once` and `Handle._run` are native
 * here, but their source is there, and so are the lines that a traceback shows.
 */
import type { Code } from '../python/compile/code.ts';
import { type PyException, PyTraceback } from '../python/objects/errors.ts';
import { PyFunction } from '../python/objects/function.ts';
import { Frame, type Place } from '../python/vm/frame.ts';
import type { PyEventLoop } from './loop.ts';
import { pythonHalf } from './state.ts';

const LIB = '/lib/python314.zip/asyncio';
/** Lines of CPython 3.14.2: `self._context.run(...)` and `handle._run()`, which debug mode measures. */
const RUN_LINE = 94;
const RUN_ONCE_LINE = 2046;
const RUN_ONCE_DEBUG_LINE = 2038;

/** `isLeaving`: it goes on, out of the loop. CPython: Lib/asyncio/events.py, Handle._run */
export function addLoopFrames(exc: PyException, loop: PyEventLoop, isLeaving: boolean): void {
  const run = entry(pythonHalf('asyncio.events', '_run_in_python') as PyFunction, RUN_LINE, exc.traceback);
  const runOnce = pythonHalf('asyncio.base_events', '_run_once_in_python');
  exc.traceback =
    isLeaving && runOnce instanceof PyFunction
      ? entry(runOnce, loop.debug ? RUN_ONCE_DEBUG_LINE : RUN_ONCE_LINE, run)
      : run;
}

/** Where CPython's own frames stand below a callback, innermost first. */
export function iterationPlaces(loop: PyEventLoop): readonly Place[] {
  const line = loop.debug ? RUN_ONCE_DEBUG_LINE : RUN_ONCE_LINE;
  return [
    {
      filename: `${LIB}/events.py`,
      line: RUN_LINE,
      name: '_run',
      text: 'self._context.run(self._callback, *self._args)',
    },
    { filename: `${LIB}/base_events.py`, line, name: '_run_once', text: 'handle._run()' },
  ];
}

function entry(func: PyFunction, line: number, next: PyTraceback | null): PyTraceback {
  const frame = new Frame(func.code, func.globals, func);
  frame.pc = callOnLine(func.code, line);
  return new PyTraceback(frame, frame.pc, line, next);
}

/** The instruction of that line whose text is the longest: its call. */
function callOnLine(code: Code, line: number): number {
  let best = -1;
  let width = -1;
  for (let pc = 0; pc < code.ops.length; pc += 2) {
    const [first, , column, endColumn] = code.positions.subarray(pc * 2, pc * 2 + 4);
    if (first !== line || column === undefined || endColumn === undefined || endColumn - column <= width) continue;
    best = pc;
    width = endColumn - column;
  }
  return best;
}
