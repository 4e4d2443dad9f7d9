/**
 * Looks at every statement of the user's files whether something was dropped, for as long as there is anything whose end could be
 * seen: `t = None` finalises a failed task there and then. Sits before the observer that there is, if any, and goes away again.
 */
import type { PyException } from '../python/objects/errors.ts';
import type { BrokerObserver } from '../python/vm/brokers.ts';
import type { Frame } from '../python/vm/frame.ts';
import type { PyGenerator } from '../python/vm/generator.ts';
import { machine, type Observer } from '../python/vm/machine.ts';
import type { RequestObserver } from '../python/vm/requests.ts';
import { PyEventLoop } from './loop.ts';
import { hasCandidates, sweep } from './reach.ts';
import { state } from './state.ts';

class StatementWatch implements Observer {
  readonly inner: Observer | null;
  private isSweeping = false;
  constructor(inner: Observer | null) {
    this.inner = inner;
  }

  get requests(): RequestObserver | null {
    return this.inner?.requests ?? null;
  }

  get brokers(): BrokerObserver | null {
    return this.inner?.brokers ?? null;
  }

  line(frame: Frame, line: number): void {
    this.look();
    this.inner?.line(frame, line);
  }

  private look(): void {
    const loop = state.runningLoop;
    if (this.isSweeping || !(loop instanceof PyEventLoop)) return;
    if (!hasCandidates(loop)) {
      machine.observer = this.inner;
      return;
    }
    this.isSweeping = true;
    try {
      sweep(loop);
    } finally {
      this.isSweeping = false;
    }
  }

  frameEntered(frame: Frame): void {
    this.inner?.frameEntered(frame);
  }
  frameLeft(frame: Frame): void {
    this.inner?.frameLeft(frame);
  }
  raised(frame: Frame, exception: PyException): void {
    this.inner?.raised(frame, exception);
  }
  caught(frame: Frame, exception: PyException): void {
    this.inner?.caught(frame, exception);
  }
  swallowed(frame: Frame, exception: PyException, line: number): void {
    this.inner?.swallowed(frame, exception, line);
  }
  coroutineCreated(coroutine: PyGenerator, frame: Frame): void {
    this.inner?.coroutineCreated(coroutine, frame);
  }
  coroutineStarted(coroutine: PyGenerator): void {
    this.inner?.coroutineStarted(coroutine);
  }
  coroutineNeverAwaited(coroutine: PyGenerator): void {
    this.inner?.coroutineNeverAwaited(coroutine);
  }
  probed(frame: Frame): void {
    this.inner?.probed(frame);
  }
}

/** From here on every statement is looked at, until nothing is left to be finalised. */
export function watchStatements(): void {
  if (!(machine.observer instanceof StatementWatch)) machine.observer = new StatementWatch(machine.observer);
}
