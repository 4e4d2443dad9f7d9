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
import { type Observer, RunStopped } from '../python/vm/machine.ts';
import type { Process } from '../python/vm/process.ts';
import type { Chunk, TraceEvent } from '../trace/events.ts';
import { TraceWriter } from '../trace/writer.ts';
import { describe, describeCall, describeException } from './describe.ts';
import { describeCallback, microseconds, parkedFrames } from './describe-handles.ts';
import { MANY_STATEMENTS } from './hazards/blocking.ts';
import { HazardFinder } from './hazards/finder.ts';
import { type Finding, placeNow } from './hazards/finding.ts';
import { HeldRows } from './held-rows.ts';
import { NetworkRecorder } from './network-recorder.ts';
import { processId, ThreadRecorder } from './thread-recorder.ts';

export interface RecorderInit {
  readonly eventsMax: number;
  /** Lines, calls and exceptions are no longer recorded after so many of them; the rest of the trace goes on. */
  readonly detailsMax: number;
  /** Events after which a chunk is handed over. */
  readonly chunkEvents: number;
  readonly onChunk: (chunk: Chunk) => void;
  /** Asked now and then: hand over what there is now, because the reader has waited long enough? Absent: only full chunks. */
  readonly isFlushDue: (() => boolean) | null;
  /** Numbers of futures that `futureOf` is asked for. */
  readonly futuresWanted?: readonly number[];
  readonly currentTask: () => PyTask | null;
  readonly isCancelledError: (exception: PyException) => boolean;
}

/** Reading the clock costs more than recording an event: it is read after every eighth. */
const FLUSH_ASKED_MASK = 7;
let runs = 0;

type Traced = { traceId: number };

export class Recorder implements Observer, AsyncioRecorder {
  readonly writer = new TraceWriter();
  readonly threads = new ThreadRecorder(
    (event) => this.record(event),
    (seconds) => this.hazards.threadSleeps(seconds, this.init.currentTask()),
  );
  private readonly init: RecorderInit;
  private readonly run = ++runs;
  private details = 0;
  private detailsStop: number;
  /** The count of events at which something is to be done. */
  private stopAt: number;
  private alarm: (() => void) | null = null;
  /** Futures by number, as long as the recorder is to remember them. */
  private readonly wanted: Map<number, PyFuture | null>;
  private pending = 0;
  private readonly next = { future: 0, handle: 0, coroutine: 0, loop: 0 };
  private readonly held = new HeldRows((object) => this.future(object));

  private readonly hazards = new HazardFinder((finding) => this.found(finding));

  readonly network: NetworkRecorder = new NetworkRecorder(
    (event) => this.record(event),
    () => this.future(this.init.currentTask()),
  );

  constructor(init: RecorderInit) {
    this.init = init;
    this.detailsStop = init.detailsMax;
    this.stopAt = init.eventsMax;
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

  /** What has been recorded since the last chunk. */
  flush(): void {
    this.pending = 0;
    const chunk = this.writer.takeChunk();
    if (chunk !== null) this.init.onChunk(chunk);
  }

  private counted(): void {
    const pending = ++this.pending;
    const isAsked = (pending & FLUSH_ASKED_MASK) === 0 && this.init.isFlushDue?.() === true;
    if (isAsked || pending >= this.init.chunkEvents) this.flush();
    if (this.writer.count >= this.stopAt) this.reached();
  }

  /** The limit on events, or the position for which somebody waits. */
  private reached(): void {
    const { alarm } = this;
    this.stopAt = this.init.eventsMax;
    this.alarm = null;
    alarm?.();
    if (this.writer.count >= this.init.eventsMax) {
      throw new RunStopped(
        'events',
        `The run was stopped after ${this.init.eventsMax.toLocaleString('en')} recorded events.`,
        null,
      );
    }
  }

  /** Calls back once, as soon as so many events have been recorded. */
  alarmAt(position: number, action: () => void): void {
    this.alarm = action;
    this.stopAt = Math.min(position, this.init.eventsMax);
    if (this.writer.count >= position) this.reached();
  }

  record(event: TraceEvent): void {
    this.writer.record(event);
    this.counted();
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
    this.counted();
  }

  frameEntered(frame: Frame): void {
    if (!frame.code.isUser || !this.isDetail()) return;
    this.writer.frameEntered(this.code(frame.code), frame.line);
    this.counted();
  }

  frameLeft(frame: Frame): void {
    if (!frame.code.isUser || !this.isDetail()) return;
    this.writer.frameLeft(this.code(frame.code));
    this.counted();
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

  swallowed(frame: Frame, exception: PyException): void {
    const task = this.init.currentTask();
    if (task === null || task.cancelRequests === 0 || !this.init.isCancelledError(exception)) return;
    this.record({
      kind: 'task.cancelSwallowed',
      task: this.future(task),
      code: this.code(frame.code),
      line: frame.line,
    });
    this.hazards.swallowed(task, { code: frame.code, line: frame.line });
  }

  coroutineCreated(coroutine: PyGenerator, frame: Frame): void {
    if (!frame.code.isUser) return;
    coroutine.traceId = ++this.next.coroutine;
    const label = describeCall(frame, coroutine.qualname);
    coroutine.traceLabel = label;
    const maker = placeNow();
    if (maker !== null) {
      coroutine.createdIn = maker.code;
      coroutine.createdLine = maker.line;
    }
    const isNative = (frame.code.flags & CodeFlag.coroutine) !== 0;
    this.record({
      kind: 'coroutine.created',
      coroutine: coroutine.traceId,
      code: this.code(frame.code),
      label,
      line: frame.code.firstLine,
      flavour: isNative ? 0 : 1,
    });
  }

  coroutineStarted(coroutine: PyGenerator): void {
    this.record({ kind: 'coroutine.started', coroutine: coroutine.traceId });
  }

  coroutineNeverAwaited(coroutine: PyGenerator): void {
    if (coroutine.traceId === 0) return;
    this.record({ kind: 'coroutine.neverAwaited', coroutine: coroutine.traceId });
    this.hazards.neverAwaited(coroutine);
  }

  wrote(process: Process, stream: 1 | 2, text: string): void {
    this.record({ kind: 'output.written', stream, text, process: processId(process) });
  }

  /** Set by asyncio's probes. */
  probe: (frame: Frame) => void = () => undefined;

  probed(frame: Frame): void {
    this.probe(frame);
  }

  // --- asyncio ---

  clockAdvanced(seconds: number, by: number): void {
    this.record({ kind: 'clock.advanced', time: microseconds(seconds), by });
    this.hazards.clockAdvanced(seconds, by, this.init.currentTask());
  }

  private future(future: PyObject | null): number {
    if (!(future instanceof PyFuture)) return 0;
    if (future.traceId === 0) {
      future.traceId = ++this.next.future;
      if (this.wanted.has(future.traceId)) this.wanted.set(future.traceId, future);
    }
    return future.traceId;
  }

  /** One of those that were wanted. */
  futureOf(id: number): PyFuture | undefined {
    return this.wanted.get(id) ?? undefined;
  }

  private handle(handle: PyHandle | null): number {
    return handle === null ? 0 : this.numbered(handle, 'handle');
  }

  private loop(loop: PyEventLoop): number {
    return this.numbered(loop, 'loop');
  }

  private numbered(object: Traced, family: 'handle' | 'loop'): number {
    if (object.traceId === 0) object.traceId = ++this.next[family];
    return object.traceId;
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
    this.record({ kind: 'loop.iterationBegan', loop: this.loop(loop), iteration });
  }

  phaseEntered(loop: PyEventLoop, phase: number, until: number, count: number): void {
    this.record({ kind: 'loop.phaseEntered', loop: this.loop(loop), phase, until: microseconds(until), count });
  }

  handleScheduled(handle: PyHandle, purpose: HandlePurpose): void {
    this.record({
      kind: 'handle.scheduled',
      handle: this.handle(handle),
      label: this.handleLabel(handle, purpose),
      task: this.future(purpose.task),
      future: this.future(purpose.future),
      reason: purpose.reason,
    });
  }

  timerScheduled(handle: PyTimerHandle, purpose: HandlePurpose): void {
    this.record({
      kind: 'timer.scheduled',
      handle: this.handle(handle),
      label: this.handleLabel(handle, purpose),
      task: this.future(purpose.task),
      future: this.future(purpose.future),
      when: microseconds(handle.seconds),
    });
  }

  private handleLabel(handle: PyHandle, purpose: HandlePurpose): string {
    if (purpose.reason !== HandleReason.callback && purpose.task !== null) return 'step';
    const { callback } = handle;
    return callback instanceof TaskStep || callback instanceof TaskWakeup
      ? 'step'
      : describeCallback(callback, handle.args ?? []);
  }

  timerDue(handle: PyTimerHandle): void {
    this.record({ kind: 'timer.due', handle: this.handle(handle) });
  }

  handleCancelled(handle: PyHandle): void {
    this.record({ kind: 'handle.cancelled', handle: this.handle(handle) });
  }

  handleStarted(handle: PyHandle): void {
    this.record({ kind: 'handle.started', handle: this.handle(handle) });
    this.stepBegan();
    this.hazards.stepBegan();
  }

  handleFinished(handle: PyHandle): void {
    this.hazards.callbackEnded();
    this.record({ kind: 'handle.finished', handle: this.handle(handle) });
  }

  taskCreated(task: PyTask, parent: PyTask | null, isEager: boolean): void {
    const coroutine = task.coro instanceof PyGenerator ? task.coro : null;
    const label = coroutine === null ? describe(task.coro) : coroutine.traceLabel || `${coroutine.qualname}()`;
    this.record({
      kind: 'task.created',
      task: this.future(task),
      coroutine: coroutine?.traceId ?? 0,
      code: coroutine === null ? 0 : this.code(coroutine.code),
      name: String(task.name),
      label,
      parent: this.future(parent),
      loop: (task.loop as PyEventLoop | null) === null ? 0 : this.loop(task.loop as PyEventLoop),
      isEager: isEager ? 1 : 0,
    });
    this.hazards.taskCreated(task);
  }

  taskRenamed(task: PyTask): void {
    this.record({ kind: 'task.renamed', task: this.future(task), name: String(task.name) });
  }

  taskResumed(task: PyTask, handle: PyHandle | null, exception: PyException | null, waited: PyObject | null): void {
    const how = exception === null ? 0 : this.init.isCancelledError(exception) ? 2 : 1;
    this.record({
      kind: 'task.resumed',
      task: this.future(task),
      handle: this.handle(handle),
      how,
      text: exception === null ? '' : describeException(exception),
      waited: this.future(waited),
    });
    this.stepBegan();
    this.hazards.taskResumed(task, exception !== null);
  }

  taskSuspended(task: PyTask, future: PyObject | null): void {
    this.record({
      kind: 'task.suspended',
      task: this.future(task),
      future: this.future(future),
      frames: parkedFrames(task.coro, (code) => this.code(code)),
    });
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
    this.record({ kind: 'task.finished', task: this.future(task), ...outcomeOf(task) });
    this.hazards.taskFinished(task);
  }

  futureCreated(future: PyFuture, label: string): void {
    this.record({ kind: 'future.created', future: this.future(future), label, loop: 0 });
  }

  futureResolved(future: PyFuture, by: PyTask | null): void {
    this.record({ kind: 'future.resolved', future: this.future(future), ...outcomeOf(future), by: this.future(by) });
  }

  futureAwaitedBy(future: PyFuture, waiter: PyFuture): void {
    this.record({ kind: 'future.awaitedBy', future: this.future(future), waiter: this.future(waiter) });
  }

  futureNotAwaitedBy(future: PyFuture, waiter: PyFuture): void {
    this.record({ kind: 'future.notAwaitedBy', future: this.future(future), waiter: this.future(waiter) });
  }

  futureNeverRetrieved(future: PyFuture): void {
    this.record({ kind: 'future.neverRetrieved', future: this.future(future), text: outcomeOf(future).text });
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
    const row = this.held.changed(object, state);
    this.record(row);
    this.hazards.syncChanged(row.sync, state, this.init.currentTask());
  }
}

function outcomeOf(future: PyFuture): { outcome: number; text: string } {
  if (future.state === 'CANCELLED')
    return { outcome: 2, text: future.cancelMessage === null ? '' : describe(future.cancelMessage) };
  if (future.exception !== null) return { outcome: 1, text: describeException(future.exception) };
  return { outcome: 0, text: describe(future.result) };
}
