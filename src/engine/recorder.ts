/**
 * Writes the trace: told by the VM (Observer) and by asyncio (AsyncioRecorder) what has happened, it gives the ids and packs events.
 * It never changes the run: with or without it the program does the same, up to the limit on events.
 */

import type { PyHandle, PyTimerHandle } from '../asyncio/handles.ts';
import type { PyEventLoop } from '../asyncio/loop.ts';
import type { SyncState } from '../asyncio/probes.ts';
import type { AsyncioRecorder, HandlePurpose } from '../asyncio/recorder.ts';
import { HandleReason } from '../asyncio/recorder.ts';
import type { ScopeState } from '../asyncio/scopes.ts';
import { PyFuture, type PyTask, TaskStep, TaskWakeup } from '../asyncio/shapes.ts';
import type { Code } from '../python/compile/code.ts';
import { CodeFlag } from '../python/compile/code.ts';
import type { PyException } from '../python/objects/errors.ts';
import type { PyObject, Value } from '../python/objects/value.ts';
import { boundName } from '../python/vm/bound-name.ts';
import type { Frame } from '../python/vm/frame.ts';
import { PyGenerator } from '../python/vm/generator.ts';
import type { Observer } from '../python/vm/machine.ts';
import type { Process } from '../python/vm/process.ts';
import type { TraceEvent } from '../trace/events.ts';
import type { TraceWriter } from '../trace/writer.ts';
import { BrokerRecorder } from './broker-recorder.ts';
import { ChunkedTrace, type ChunksInit } from './chunked-trace.ts';
import { describe, describeCall, describeException, describeOutcome } from './describe.ts';
import { describeCallback, microseconds } from './describe-handles.ts';
import { MANY_STATEMENTS } from './hazards/blocking.ts';
import { HazardFinder } from './hazards/finder.ts';
import { type Finding, placeNow } from './hazards/finding.ts';
import { HeldRows } from './held-rows.ts';
import { THREADS_PROBE } from './lock-recorder.ts';
import { NetworkRecorder } from './network-recorder.ts';
import { ParkedChains } from './parked-chains.ts';
import { RequestRecorder } from './request-recorder.ts';
import * as Row from './rows.ts';
import { processId, ThreadRecorder } from './thread-recorder.ts';

export interface RecorderInit extends ChunksInit {
  /** Lines, calls and exceptions are no longer recorded after so many of them; the rest of the trace goes on. */
  readonly detailsMax: number;
  /** Numbers of futures that `futureOf` is asked for. */
  readonly futuresWanted?: readonly number[];
  readonly currentTask: () => PyTask | null;
  readonly isCancelledError: (exception: PyException) => boolean;
}

let runs = 0;

export class Recorder implements Observer, AsyncioRecorder {
  /** Hands over chunks, and knows the limit on events. */
  readonly chunks: ChunkedTrace;
  private readonly writer: TraceWriter;
  readonly threads: ThreadRecorder = new ThreadRecorder((event) => this.record(event), {
    sleeps: (seconds) => this.hazards.threadSleeps(seconds, this.init.currentTask()),
    ends: (process) => this.brokers.processEnded(process),
  });
  private readonly init: RecorderInit;
  private readonly run = ++runs;
  private details = 0;
  private detailsStop: number;
  /** Futures by number, as long as the recorder is to remember them. */
  private readonly wanted: Map<number, PyFuture | null>;
  private readonly next = { future: 0, handle: 0, coroutine: 0, loop: 0 };
  protected readonly held = new HeldRows((object) => this.future(object));
  private readonly chains = new ParkedChains((code) => this.code(code));

  private readonly hazards = new HazardFinder((finding) => this.found(finding));

  private readonly task = (): number => this.future(this.init.currentTask());
  readonly network: NetworkRecorder = new NetworkRecorder((event) => this.record(event), this.task);
  readonly requests: RequestRecorder = new RequestRecorder((event) => this.record(event), this.task);
  readonly brokers: BrokerRecorder = new BrokerRecorder({
    record: (event) => this.record(event),
    task: this.task,
    taskId: (task) => (task instanceof PyFuture ? this.future(task) : 0),
    threadId: (thread) => this.threads.idOf(thread),
  });

  constructor(init: RecorderInit) {
    this.init = init;
    this.detailsStop = init.detailsMax;
    this.chunks = new ChunkedTrace(init);
    this.writer = this.chunks.writer;
    this.wanted = new Map(init.futuresWanted?.map((id) => [id, null]));
  }

  private found({ kind, task, place, text, others = [] }: Finding): void {
    this.record({
      kind: 'hazard.found',
      hazard: kind,
      task: this.future(task),
      code: place === null ? 0 : this.code(place.code),
      line: place?.line ?? 0,
      others: others.map((other) => this.future(other)),
      text,
    });
  }

  record(event: TraceEvent): void {
    this.writer.record(event);
  }

  /** The limit on details, or the statement at which a step becomes a long one. */
  private isOver(frame: Frame, line: number): boolean {
    if (this.details > this.init.detailsMax) return true;
    this.hazards.isLong({ code: frame.code, line });
    this.detailsStop = this.init.detailsMax;
    return false;
  }

  private stepBegan(): void {
    this.detailsStop = Math.min(this.details + MANY_STATEMENTS, this.init.detailsMax);
  }

  private isDetail(): boolean {
    return ++this.details <= this.init.detailsMax;
  }

  private code(code: Code): number {
    if (code.traceRun === this.run) return code.traceId;
    code.traceRun = this.run;
    code.traceId = this.writer.addCode({
      qualname: code.qualname,
      file: code.filename,
      firstLine: code.firstLine,
      isUser: code.isUser,
    });
    return code.traceId;
  }

  // --- the VM ---

  line(frame: Frame, line: number): void {
    if (++this.details > this.detailsStop && this.isOver(frame, line)) return;
    this.writer.line(this.code(frame.code), line);
  }

  frameEntered(frame: Frame): void {
    if (!frame.code.isUser || !this.isDetail()) return;
    this.writer.frameEntered(this.code(frame.code), frame.line);
  }

  frameLeft(frame: Frame): void {
    if (!frame.code.isUser || !this.isDetail()) return;
    this.writer.frameLeft(this.code(frame.code));
  }

  raised(frame: Frame, exception: PyException): void {
    if (!this.isDetail()) return;
    this.record({
      kind: 'exception.raised',
      code: this.code(frame.code),
      line: frame.line,
      text: describeException(exception),
    });
  }

  caught(frame: Frame, exception: PyException): void {
    if (!this.isDetail()) return;
    this.record({
      kind: 'exception.caught',
      code: this.code(frame.code),
      line: frame.line,
      text: describeException(exception),
    });
  }

  swallowed(frame: Frame, exception: PyException, clause: number): void {
    const task = this.init.currentTask();
    if (task === null || task.cancelRequests === 0 || !this.init.isCancelledError(exception)) return;
    const line = clause === 0 ? frame.line : clause;
    this.record({ kind: 'task.cancelSwallowed', task: this.future(task), code: this.code(frame.code), line });
    this.hazards.swallowed(task, { code: frame.code, line });
  }

  coroutineCreated(coroutine: PyGenerator, frame: Frame): void {
    if (!frame.code.isUser) return;
    const id = ++this.next.coroutine;
    const label = describeCall(frame, coroutine.qualname);
    coroutine.trace = { id, label, place: placeNow() };
    const isNative = (frame.code.flags & CodeFlag.coroutine) !== 0;
    const { code } = frame;
    this.writer.row(Row.COROUTINE_CREATED, id, this.code(code), label, code.firstLine, isNative ? 0 : 1);
  }

  coroutineStarted(coroutine: PyGenerator): void {
    this.writer.row(Row.COROUTINE_STARTED, coroutine.trace?.id ?? 0);
  }

  coroutineNeverAwaited(coroutine: PyGenerator): void {
    if (coroutine.trace === null) return;
    this.record({ kind: 'coroutine.neverAwaited', coroutine: coroutine.trace.id });
    this.hazards.neverAwaited(coroutine);
  }

  wrote(process: Process, stream: 1 | 2, text: string): void {
    this.record({ kind: 'output.written', stream, text, process: processId(process) });
  }

  /** Set by asyncio's probes. */
  probe: (frame: Frame) => void = () => undefined;

  probed(frame: Frame): void {
    if (frame.code.probe === THREADS_PROBE) this.threads.locks.probed(frame);
    else this.probe(frame);
  }

  // --- asyncio ---

  clockAdvanced(seconds: number, by: number): void {
    this.record({ kind: 'clock.advanced', time: microseconds(seconds), by });
    this.hazards.clockAdvanced(seconds, by, this.init.currentTask());
  }

  protected future(future: PyObject | null): number {
    if (!(future instanceof PyFuture)) return 0;
    if (future.traceId === 0) {
      future.traceId = ++this.next.future;
      if (this.wanted.size > 0 && this.wanted.has(future.traceId)) this.wanted.set(future.traceId, future);
    }
    return future.traceId;
  }

  /** One of those that were wanted. */
  futureOf(id: number): PyFuture | undefined {
    return this.wanted.get(id) ?? undefined;
  }

  protected handle(handle: PyHandle | null): number {
    if (handle === null) return 0;
    if (handle.traceId === 0) handle.traceId = ++this.next.handle;
    return handle.traceId;
  }

  private loop(loop: PyEventLoop): number {
    if (loop.traceId === 0) loop.traceId = ++this.next.loop;
    return loop.traceId;
  }

  loopCreated(loop: PyEventLoop): void {
    this.record({ kind: 'loop.created', loop: this.loop(loop) });
  }

  loopStopped(loop: PyEventLoop): void {
    this.record({ kind: 'loop.stopped', loop: this.loop(loop) });
  }

  loopClosed(loop: PyEventLoop): void {
    this.record({ kind: 'loop.closed', loop: this.loop(loop) });
  }

  iterationBegan(loop: PyEventLoop, iteration: number): void {
    this.hazards.turnBegan();
    this.writer.row(Row.ITERATION_BEGAN, this.loop(loop), iteration);
  }

  phaseEntered(loop: PyEventLoop, phase: number, until: number, count: number): void {
    this.writer.row(Row.PHASE_ENTERED, this.loop(loop), phase, microseconds(until), count);
  }

  worked(count: number): void {
    this.hazards.worked(count);
  }

  wrongThread(loop: PyEventLoop): void {
    this.hazards.wrongThread(loop, true);
  }

  handleScheduled(handle: PyHandle, purpose: HandlePurpose): void {
    this.hazards.handleScheduled(handle);
    const { task, future, reason } = purpose;
    const label = this.handleLabel(handle, purpose);
    this.writer.row(Row.HANDLE_SCHEDULED, this.handle(handle), label, this.future(task), this.future(future), reason);
  }

  timerScheduled(handle: PyTimerHandle, purpose: HandlePurpose): void {
    this.hazards.handleScheduled(handle);
    const { task, future } = purpose;
    const label = this.handleLabel(handle, purpose);
    const when = microseconds(handle.seconds);
    this.writer.row(Row.TIMER_SCHEDULED, this.handle(handle), label, this.future(task), this.future(future), when);
  }

  private handleLabel(handle: PyHandle, purpose: HandlePurpose): string {
    if (purpose.reason !== HandleReason.callback && purpose.task !== null) return 'step';
    const { callback } = handle;
    return callback instanceof TaskStep || callback instanceof TaskWakeup
      ? 'step'
      : describeCallback(callback, handle.args ?? []);
  }

  timerDue(handle: PyTimerHandle): void {
    this.writer.row(Row.TIMER_DUE, this.handle(handle));
  }

  handleCancelled(handle: PyHandle): void {
    this.writer.row(Row.HANDLE_CANCELLED, this.handle(handle));
  }

  handleStarted(handle: PyHandle): void {
    this.writer.row(Row.HANDLE_STARTED, this.handle(handle));
    this.stepBegan();
    this.hazards.stepBegan();
  }

  handleFinished(handle: PyHandle): void {
    this.hazards.callbackEnded();
    this.writer.row(Row.HANDLE_FINISHED, this.handle(handle));
  }

  taskCreated(task: PyTask, parent: PyTask | null, isEager: boolean): void {
    const coroutine = task.coro instanceof PyGenerator ? task.coro : null;
    const label = coroutine === null ? describe(task.coro) : (coroutine.trace?.label ?? `${coroutine.qualname}()`);
    this.writer.row(
      Row.TASK_CREATED,
      this.future(task),
      coroutine?.trace?.id ?? 0,
      coroutine === null ? 0 : this.code(coroutine.code),
      String(task.name),
      label,
      this.future(parent),
      (task.loop as PyEventLoop | null) === null ? 0 : this.loop(task.loop as PyEventLoop),
      isEager ? 1 : 0,
    );
    this.hazards.taskCreated(task);
  }

  taskRenamed(task: PyTask): void {
    this.record({ kind: 'task.renamed', task: this.future(task), name: String(task.name) });
  }

  taskResumed(task: PyTask, handle: PyHandle | null, exception: PyException | null, waited: PyObject | null): void {
    const how = exception === null ? 0 : this.init.isCancelledError(exception) ? 2 : 1;
    const text = exception === null ? '' : describeException(exception);
    this.writer.row(Row.TASK_RESUMED, this.future(task), this.handle(handle), how, text, this.future(waited));
    this.stepBegan();
    this.hazards.taskResumed(task, exception !== null);
  }

  taskSuspended(task: PyTask, future: PyObject | null): void {
    this.writer.row(Row.TASK_SUSPENDED, this.future(task), this.future(future), this.chains.of(task.coro));
    this.hazards.taskSuspended(task);
  }

  taskCancelRequested(task: PyTask, by: PyTask | null, message: Value, forwarded: PyObject | null): void {
    this.record({
      kind: 'task.cancelRequested',
      task: this.future(task),
      by: this.future(by),
      count: task.cancelRequests,
      message: message === null ? '' : describe(message),
      forwarded: this.future(forwarded),
    });
  }

  taskUncancelled(task: PyTask): void {
    this.record({ kind: 'task.uncancelled', task: this.future(task), count: task.cancelRequests });
    this.hazards.uncancelled(task);
  }

  taskFinished(task: PyTask): void {
    const { outcome, text } = describeOutcome(task);
    this.writer.row(Row.TASK_FINISHED, this.future(task), outcome, text);
    this.hazards.taskFinished(task);
  }

  futureCreated(future: PyFuture, label: string): void {
    this.writer.row(Row.FUTURE_CREATED, this.future(future), label, 0);
  }

  futureResolved(future: PyFuture, by: PyTask | null): void {
    const { outcome, text } = describeOutcome(future);
    this.writer.row(Row.FUTURE_RESOLVED, this.future(future), outcome, text, this.future(by));
  }

  futureAwaitedBy(future: PyFuture, waiter: PyFuture): void {
    this.writer.row(Row.AWAITED_BY, this.future(future), this.future(waiter));
  }

  futureNotAwaitedBy(future: PyFuture, waiter: PyFuture): void {
    this.writer.row(Row.NOT_AWAITED_BY, this.future(future), this.future(waiter));
  }

  futureNeverRetrieved(future: PyFuture): void {
    this.record({ kind: 'future.neverRetrieved', future: this.future(future), text: describeOutcome(future).text });
    this.hazards.neverRetrieved(future);
  }

  exceptionHandled(message: string, task: PyTask | null): void {
    this.record({ kind: 'loop.exceptionHandled', message, task: this.future(task) });
  }

  legacyUsed(name: string): void {
    this.hazards.legacyUsed(name, this.init.currentTask());
  }

  scopeChanged(object: PyObject, scope: ScopeState): void {
    this.record(this.held.scope(object, scope));
  }

  syncCreated(object: PyObject, type: string, label: string): void {
    const sync = this.held.sync(object);
    this.record({ kind: 'sync.created', sync, type, label: label === '' ? boundName() : label });
  }

  syncChanged(object: PyObject, state: SyncState): void {
    const sync = this.held.sync(object);
    const { waiters, putters, texts, holders } = this.held.changed(sync, state);
    const { value, limit, owner } = state;
    const by = this.future(owner);
    this.writer.row(Row.SYNC_CHANGED, sync, state.state, value, limit, by, waiters, putters, texts, holders);
    this.hazards.syncChanged(sync, state, this.init.currentTask());
  }
}
