/** Named semaphores of the simulated computer: all its processes share them. Like POSIX's, as `sem_open` gives them. */
import type { Outcome } from '../objects/native.ts';
import { machine } from '../vm/machine.ts';
import type { Scheduler, Wait } from '../vm/scheduler.ts';
import type { Thread } from '../vm/thread.ts';
import { callWaited } from '../vm/wait-label.ts';

export interface Patience {
  /** Virtual time; null: for ever. After it `acquire` gives False. */
  readonly deadline: number | null;
  /** What it is called in sentences: `Lock`. */
  readonly kindName: string;
  /** It has been taken: what `acquire` gives. */
  readonly taken: () => Outcome;
}

export class Semaphore {
  value: number;
  /** Who took it last. It stays so when its process has ended: nobody else lets go of what it held. */
  holder: Thread | null = null;
  readonly waiters: SemaphoreWaiter[] = [];

  constructor(value: number) {
    this.value = value;
  }

  /** False: there is nothing left to take. */
  take(thread: Thread): boolean {
    if (this.value === 0) return false;
    this.value--;
    this.holder = thread;
    return true;
  }

  post(): void {
    this.value++;
    this.wakeNext();
  }

  wakeNext(): void {
    if (this.value > 0) this.waiters[0]?.wake();
  }

  /** What `acquire` gives when it has to wait. */
  wait(patience: Patience): Outcome {
    const waiter = new SemaphoreWaiter(this, machine.thread, patience);
    this.waiters.push(waiter);
    return waiter.block();
  }

  /** Of a process that ended: its threads do not wait any more, and what they were woken for is for others. */
  forgetEnded(): void {
    const living = this.waiters.filter(({ thread }) => thread.state !== 'ended');
    this.waiters.splice(0, this.waiters.length, ...living);
    this.wakeNext();
  }
}

class SemaphoreWaiter {
  readonly thread: Thread;
  private readonly semaphore: Semaphore;
  private readonly patience: Patience;
  private waiting: Wait | null = null;

  constructor(semaphore: Semaphore, thread: Thread, patience: Patience) {
    this.semaphore = semaphore;
    this.thread = thread;
    this.patience = patience;
  }

  wake(): void {
    const { waiting } = this;
    this.waiting = null;
    if (waiting !== null) machine.scheduler.wake(waiting);
  }

  block(): Outcome {
    const { patience, semaphore, thread } = this;
    const outcome = machine.scheduler.block({
      kind: 'lock',
      label: () => waitName(thread, patience.kindName),
      on: null,
      deadline: patience.deadline,
      waker: () => semaphore.holder,
      abandon: () => this.withdraw(),
      done: (isTimeout) => {
        const isTaken = semaphore.take(thread);
        if (!isTaken && !isTimeout) return this.block();
        this.withdraw();
        return isTaken ? patience.taken() : false;
      },
    });
    this.waiting = machine.scheduler.waits.get(thread) ?? null;
    return outcome;
  }

  private withdraw(): void {
    const { waiters } = this.semaphore;
    const at = waiters.indexOf(this);
    if (at >= 0) waiters.splice(at, 1);
    this.semaphore.wakeNext();
  }
}

/** `Queue.get()`, where the library waits for it on the program's behalf. */
function waitName(thread: Thread, kindName: string): string {
  const call = callWaited(thread);
  return call === null || call === 'SemLock()' ? `a ${kindName} of multiprocessing` : call;
}

/** Those of one computer, by name. */
export class SemaphoreTable {
  readonly byName: Map<string, Semaphore> = new Map();
  /** Those without a name any more are still held by somebody: by number. */
  readonly byHandle: Map<number, Semaphore> = new Map();
  #nextHandle = 0x7f3a5c800000;

  handleOf(semaphore: Semaphore): number {
    const handle = this.#nextHandle;
    this.#nextHandle += 0x1000;
    this.byHandle.set(handle, semaphore);
    return handle;
  }

  processEnded(): void {
    for (const semaphore of this.byHandle.values()) semaphore.forgetEnded();
  }
}

const tables: WeakMap<Scheduler, SemaphoreTable> = new WeakMap();

export function semaphores(): SemaphoreTable {
  let known = tables.get(machine.scheduler);
  if (known === undefined) {
    known = new SemaphoreTable();
    tables.set(machine.scheduler, known);
  }
  return known;
}
