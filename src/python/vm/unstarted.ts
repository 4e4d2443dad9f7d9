/**
 * Coroutines that were created and not started yet, for "never awaited". Most are started at once (`await f()`), or handed to a task
 * and started in the order in which they were made: neither may cost much, so this is a list that is tidied now and then, not a set.
 */
import { coroutineType } from '../objects/value.ts';
import type { PyGenerator } from './generator.ts';

/** A list shorter than this is not worth tidying. */
const SHORT = 64;

export class Unstarted {
  /** Those that no task holds: only their end has to be looked for. The dispatch loop reads it with each instruction that lets go. */
  count = 0;
  /** In order of creation; some have been started meanwhile. */
  private listed: PyGenerator[] = [];
  private waiting = 0;

  add(coroutine: PyGenerator): void {
    this.listed.push(coroutine);
    this.waiting++;
    this.count++;
  }

  has(coroutine: PyGenerator): boolean {
    return coroutine.state === 'created' && coroutine.cls === coroutineType;
  }

  /** A task has it now. Once for each coroutine. */
  heldByTask(coroutine: PyGenerator): void {
    if (this.has(coroutine)) this.count--;
  }

  /** It is started, closed or given up: called before its state says so. */
  delete(coroutine: PyGenerator): void {
    if (!this.has(coroutine)) return;
    this.waiting--;
    if (coroutine.task === null) this.count--;
    const { listed } = this;
    if (listed[listed.length - 1] === coroutine) listed.pop();
    else if (listed.length > SHORT && listed.length > 2 * this.waiting)
      this.listed = listed.filter((each) => each !== coroutine && this.has(each));
  }

  /** In order of creation. */
  all(): PyGenerator[] {
    return this.listed.filter((each) => this.has(each));
  }
}
