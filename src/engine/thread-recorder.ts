/** Writes what happens to processes and threads into the trace, and gives them their ids. The first process is 1; threads: the main thread is 1, the others follow as they start. */

import { PyLock } from '../python/modules/thread-locks.ts';
import type { PyObject } from '../python/objects/value.ts';
import type { NetEndpoint } from '../python/vm/network.ts';
import type { Process, ProcessObserver } from '../python/vm/process.ts';
import type { ThreadWatcher, WaitRequest } from '../python/vm/scheduler.ts';
import type { Thread } from '../python/vm/thread.ts';
import type { TraceEvent } from '../trace/events.ts';
import { FIRST_PROCESS } from '../trace/world.ts';
import { microseconds } from './describe-handles.ts';
import { EndRecorder } from './end-recorder.ts';
import { LockRecorder } from './lock-recorder.ts';

export class ThreadRecorder implements ProcessObserver, ThreadWatcher {
  private readonly record: (event: TraceEvent) => void;
  /** Told for how many seconds the current thread is going to sleep. */
  private readonly sleeps: (seconds: number) => void;
  /** Told of a process that has ended, after the trace. */
  private readonly ends: (process: Process) => void;
  readonly locks: LockRecorder;
  private readonly endsOpen: EndRecorder;
  private count = 0;
  private processes = 0;

  constructor(
    record: (event: TraceEvent) => void,
    told: { readonly sleeps: (seconds: number) => void; readonly ends: (process: Process) => void },
  ) {
    this.record = record;
    this.sleeps = told.sleeps;
    this.ends = told.ends;
    this.endsOpen = new EndRecorder(record);
    this.locks = new LockRecorder({ record, thread: (thread) => this.idOf(thread) });
  }

  lockChanged(lock: PyObject): void {
    if (lock instanceof PyLock) this.locks.lockChanged(lock);
  }

  /** The trace's number of a thread. */
  idOf(thread: Thread): number {
    if (this.count === 0) {
      const main = firstOf(thread.machine.process).machine?.mainThread;
      if (main !== undefined) main.traceId = ++this.count;
    }
    if (thread.traceId === 0) thread.traceId = ++this.count;
    return thread.traceId;
  }

  processStarted(process: Process): void {
    const { command, name, parent, pid } = process;
    if (this.processes === 0 && parent !== null) this.processStarted(firstOf(parent));
    process.traceId = ++this.processes;
    this.record({
      kind: 'process.started',
      process: process.traceId,
      parent: parent?.traceId ?? 0,
      pid,
      label: name === '' ? command : name,
    });
    if (parent !== null) this.endsOpen.severalProcesses();
  }

  /** Told of just before, `again` stands in the place of `process`. */
  processRestarted(process: Process, again: Process): void {
    this.record({ kind: 'process.restarted', process: again.traceId, of: process.traceId });
  }

  endHeld(endpoint: NetEndpoint, processes: readonly Process[]): void {
    this.endsOpen.held(endpoint, processes.map(processId));
  }

  processEnded(process: Process): void {
    if (process.traceId === 0) return;
    this.record({ kind: 'process.ended', process: process.traceId, status: process.status ?? 0 });
    this.ends(process);
  }

  stopAsked(processes: readonly Process[], signal: number, since: number): void {
    const ids = processes.map(processId);
    this.record({ kind: 'processes.stopAsked', processes: ids, signal, since: microseconds(since) });
  }

  threadStarted(thread: Thread, by: Thread): void {
    const { process } = thread.machine;
    this.record({
      kind: 'thread.started',
      thread: this.idOf(thread),
      process: processId(process),
      name: thread.name,
      by: this.idOf(by),
    });
  }

  threadSwitched(thread: Thread): void {
    this.record({ kind: 'thread.switched', thread: this.idOf(thread) });
  }

  threadBlocked(thread: Thread, request: WaitRequest): void {
    const { deadline, kind } = request;
    const holder = request.waker?.() ?? null;
    const isEndless = deadline === null || deadline === Number.POSITIVE_INFINITY;
    this.record({
      kind: 'thread.blocked',
      thread: this.idOf(thread),
      what: kind,
      label: request.label(),
      until: isEndless ? 0 : microseconds(deadline),
      holder: holder === null ? 0 : this.idOf(holder),
    });
    this.locks.blocked(thread);
    if (kind === 'sleep' && !isEndless) this.sleeps(deadline - thread.machine.clock.now());
  }

  threadWoken(thread: Thread): void {
    this.record({ kind: 'thread.woken', thread: this.idOf(thread) });
  }

  threadFinished(thread: Thread): void {
    this.record({ kind: 'thread.finished', thread: this.idOf(thread) });
  }
}

/** The first has its number before it is told of. */
export function processId({ parent, traceId }: Process): number {
  return parent === null ? FIRST_PROCESS : traceId;
}

function firstOf(process: Process): Process {
  return process.parent === null ? process : firstOf(process.parent);
}
