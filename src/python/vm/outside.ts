/**
 * What is done to a run from outside. The scheduler holds it while something of it is due, and asks it at the places where a thread
 * may be interrupted; an event loop asks it between two callbacks. Types only; the engine implements it.
 */
import type { PyObject } from '../objects/value.ts';

export interface Outside {
  /** Something is to be done where no thread is in the middle of an instruction. */
  readonly isDue: boolean;
  /** No thread is: does it. */
  act(): void;
  /** The loop that runs is between two callbacks: does what is due for its tasks and futures. */
  actIn(loop: PyObject): void;
  /** Whether there is something of either kind, for which the loop does not wait any longer. */
  awaits(loop: PyObject): boolean;
}
