/**
 * The limits of a run: instructions and memory. The dispatch loop counts a slice of the instructions down; when it is used up, what the
 * program holds is measured and the next slice is dealt. Everything is counted, nothing is timed: the same program stops at the same place.
 */
import { exception, MemoryError, PyRaise, RecursionError, raise } from '../objects/errors.ts';
import { Frame } from './frame.ts';
import { machine, PORTION, RunStopped, SLICE } from './machine.ts';
import { heldBytes } from './reachability.ts';

/** What a program may hold, as `heldBytes` estimates it. */
const HELD_MAX = 384 * 2 ** 20;
/** One object that is larger ends the run; one larger than any computer would give memory for is a MemoryError, as in CPython. */
const CLAIM_MAX = HELD_MAX;
const IMPOSSIBLE = 2 ** 36;
/** Smaller objects are not counted one by one. */
const CLAIM_MIN = 2 ** 16;
/** Bytes that cost as much as one instruction. */
const BYTES_PER_INSTRUCTION = 64;
/** No more instructions than this between two looks, however little the program has held so far. */
const SLICE_MAX = 8_000_000;

/**
 * What the dispatch loop counts down is used up, where a thread may be interrupted: between two statements, when a function begins or
 * a loop goes on.
 */
export function portionEnded(frame: Frame): void {
  portionUsed(frame);
  if (machine.scheduler.threads.size > 1) machine.scheduler.turnEnded();
}

/** The same in the middle of something: the next portion of the slice, or the next slice. */
export function portionUsed(frame: Frame | null): void {
  if (machine.sliceLeft <= 0) sliceUsed(frame);
  // Where several threads take turns, this one is interrupted soon.
  const least = machine.scheduler.threads.size > 1 ? 0 : PORTION;
  const portion = Math.min(Math.max(least, -machine.budget), machine.sliceLeft);
  machine.sliceLeft -= portion;
  machine.budget += portion;
  machine.workHook?.(portion);
}

/** Several threads take turns: this one's ends after so many statements, jumps and calls. */
export function dealTurn(length: number): void {
  machine.sliceLeft += machine.budget - length;
  machine.budget = length;
}

function sliceUsed(frame: Frame | null): void {
  if (machine.reserve <= 0) {
    throw new RunStopped(
      'instructions',
      `The run was stopped${placeOf(frame)}: it executed more instructions than the limit allows. Is there a loop that never ends?`,
      frame,
    );
  }
  const held = heldBytes(HELD_MAX);
  if (held > HELD_MAX) throw tooMuchMemory(frame);
  // As many as may pass until half of what is left is used up, if the program goes on growing as it did.
  const growth = Math.max(held - machine.held, 0) / machine.slice;
  const next = growth === 0 ? SLICE_MAX : (HELD_MAX - held) / 2 / growth;
  const slice = Math.ceil(Math.min(Math.max(SLICE, Math.min(next, SLICE_MAX)), machine.reserve));
  machine.held = held;
  machine.slice = slice;
  machine.reserve -= slice;
  machine.sliceLeft += slice;
}

/** Native code that works long counts as instructions. */
export function spend(count: number): void {
  machine.budget -= count;
  while (machine.budget < 0) portionUsed(topFrame());
}

/** Native code is about to make an object of so many bytes. */
export function claim(bytes: number): void {
  if (bytes < CLAIM_MIN) return;
  if (bytes > IMPOSSIBLE) raise(MemoryError);
  if (bytes > CLAIM_MAX) throw tooMuchMemory(topFrame());
  spend(Math.ceil(bytes / BYTES_PER_INSTRUCTION));
}

function tooMuchMemory(frame: Frame | null): RunStopped {
  return new RunStopped(
    'memory',
    `The run was stopped${placeOf(frame)}: it holds more memory than the limit allows. Is there a list that only grows?`,
    frame,
  );
}

function placeOf(frame: Frame | null): string {
  return frame === null ? '' : ` at ${frame.code.filename} line ${frame.line}`;
}

function topFrame(): Frame | null {
  let frame = machine.thread.top;
  while (frame !== null && !(frame instanceof Frame)) frame = frame.back;
  return frame;
}

/** What JavaScript throws at its own limits, as the program shall see it; everything else as it is. */
export function asPython(thrown: unknown): unknown {
  if (!(thrown instanceof RangeError)) return thrown;
  if (thrown.message.includes('call stack'))
    return new PyRaise(exception(RecursionError, 'maximum recursion depth exceeded'));
  if (thrown.message.includes('string length')) return new PyRaise(exception(MemoryError));
  return /array length|maximum size|allocation failed/i.test(thrown.message) ? tooMuchMemory(topFrame()) : thrown;
}
