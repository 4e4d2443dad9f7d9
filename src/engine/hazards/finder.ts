/**
 * Finds what is wrong with a program while it runs. The recorder tells it what happens; it tells a finding once for each kind and
 * line. It looks only: with or without it the program does the same. When each is told: `trace/HAZARDS.md`.
 */

import { type PyHandle, threadSafeHandleType } from '../../asyncio/handles.ts';
import { isForeign, PyEventLoop } from '../../asyncio/loop.ts';
import type { SyncState } from '../../asyncio/probes.ts';
import { isKept } from '../../asyncio/reach.ts';
import type { PyFuture, PyTask } from '../../asyncio/shapes.ts';
import { PyTask as Task } from '../../asyncio/shapes.ts';
import * as Op from '../../python/compile/op.ts';
import { Frame } from '../../python/vm/frame.ts';
import type { PyGenerator } from '../../python/vm/generator.ts';
import { machine } from '../../python/vm/machine.ts';
import { legacyText } from '../../trace/legacy.ts';
import { describeException } from '../describe.ts';
import { Blocking } from './blocking.ts';
import { type Finding, type Place, placeNow, placeOf, secondsText } from './finding.ts';
import { Growth } from './growth.ts';
import { ParkedAwaits } from './parked.ts';

/** Looks at everything the program holds: each costs as much as the program has. */
const KEPT_LOOKS_MAX = 32;
const CREATING: ReadonlySet<string> = new Set([
  'create_task',
  'ensure_future',
  '_ensure_future',
  'TaskGroup.create_task',
]);

export class HazardFinder {
  private readonly tellTrace: (finding: Finding) => void;
  private readonly told = new Set<string>();
  private readonly growth = new Growth();
  private readonly blocking = new Blocking((finding) => this.tell(finding));
  private readonly awaits = new ParkedAwaits((finding) => this.tell(finding));
  /** Who swallowed a CancelledError in this step, and where. */
  private readonly swallowers = new Map<PyTask, Place>();
  /** Tasks that the statement which made them dropped, until they are parked for the first time. */
  private readonly dropped = new Map<PyTask, Place>();
  private keptLooks = 0;

  constructor(tellTrace: (finding: Finding) => void) {
    this.tellTrace = tellTrace;
  }

  private tell(finding: Finding): void {
    const { kind, place, text } = finding;
    const key = place === null ? `${kind} ${text}` : `${kind} ${place.code.filename}:${place.line}`;
    if (this.told.has(key)) return;
    this.told.add(key);
    this.tellTrace(finding);
  }

  threadSleeps(seconds: number, task: PyTask | null): void {
    this.blocking.threadSleeps(seconds, task);
  }

  clockAdvanced(seconds: number, by: number, task: PyTask | null): void {
    this.blocking.clockAdvanced(seconds, by, task);
  }

  turnBegan(): void {
    this.blocking.turnBegan();
  }

  /** A callback; a task's step is told by taskResumed. */
  stepBegan(): void {
    this.blocking.stepBegan();
  }

  /** The step that runs has come to so many statements. */
  isLong(place: Place): void {
    this.blocking.isLong(place);
  }

  worked(count: number): void {
    this.blocking.worked(count);
  }

  callbackEnded(): void {
    this.blocking.stepEnded(null);
  }

  taskResumed(task: PyTask, isThrown: boolean): void {
    this.blocking.stepBegan();
    this.awaits.resumed(task, isThrown);
  }

  taskSuspended(task: PyTask): void {
    this.blocking.stepEnded(task);
    this.awaits.suspended(task);
    if (this.swallowers.size > 0) this.tellSwallowed(task, 'and goes on');
    if (this.dropped.size > 0) this.lookIfKept(task);
  }

  taskFinished(task: PyTask): void {
    this.blocking.stepEnded(task);
    this.dropped.delete(task);
    if (this.swallowers.size === 0) return;
    if (task.state === 'FINISHED' && task.exception === null)
      this.tellSwallowed(task, 'and ends as if nobody had asked it to cancel');
    this.swallowers.delete(task);
  }

  swallowed(task: PyTask, place: Place): void {
    this.swallowers.set(task, place);
  }

  uncancelled(task: PyTask): void {
    this.swallowers.delete(task);
  }

  private tellSwallowed(task: PyTask, what: string): void {
    const place = this.swallowers.get(task);
    this.swallowers.delete(task);
    if (place === undefined) return;
    const text = `{0} catches the CancelledError in line ${place.line} ${what}`;
    this.tell({ kind: 'cancelSwallowed', task, place, text, others: [task] });
  }

  taskCreated(task: PyTask): void {
    const place = droppingPlace();
    if (place !== null) this.dropped.set(task, place);
  }

  private lookIfKept(task: PyTask): void {
    const place = this.dropped.get(task);
    if (place === undefined) return;
    this.dropped.delete(task);
    if (this.keptLooks++ >= KEPT_LOOKS_MAX || isKept(task)) return;
    const text = `line ${place.line} makes {0} and lets go of it: only the loop still knows it`;
    this.tell({ kind: 'taskNotKept', task, place, text, others: [task] });
  }

  neverAwaited(coroutine: PyGenerator): void {
    const { trace } = coroutine;
    if (trace === null) return;
    const text = `${trace.label} was made in line ${trace.place?.line ?? 0}, and none of its code ever ran`;
    this.tell({ kind: 'neverAwaited', task: null, place: trace.place, text });
  }

  neverRetrieved(future: PyFuture): void {
    const { exception } = future;
    if (exception === null) return;
    const task = future instanceof Task ? future : null;
    const who = task === null ? 'a future' : '{0}';
    this.tell({
      kind: 'neverRetrieved',
      task,
      place: placeOf(exception),
      text: `${who} failed with ${describeException(exception)}, and nobody asked for its result`,
      others: task === null ? [] : [task],
    });
  }

  syncChanged(sync: number, state: SyncState, task: PyTask | null): void {
    const items = this.growth.changed(sync, state);
    if (items === 0) return;
    const text = `the queue holds ${items} items, more than ever, and has no maxsize`;
    this.tell({ kind: 'unboundedQueue', task, place: placeNow(), text });
  }

  handleScheduled(handle: PyHandle): void {
    const { loop } = handle;
    if (loop instanceof PyEventLoop && isForeign(loop) && handle.cls !== threadSafeHandleType)
      this.wrongThread(loop, false);
  }

  /** The thread that runs has used the loop of another as only that one may. */
  wrongThread(loop: PyEventLoop, isRefused: boolean): void {
    const deadline = loop.selecting?.request.deadline ?? null;
    const sleeps = `it sleeps${deadline === null ? '' : ` until ${secondsText(deadline)}`}, and nobody wakes it`;
    const found = loop.selecting === null ? 'it is not told' : sleeps;
    const text = `thread ${machine.thread.name} schedules something on the event loop of another thread: ${
      isRefused ? 'debug mode refuses it, and who waits for it is not woken' : found
    }`;
    this.tell({ kind: 'wrongThread', task: null, place: placeNow(), text });
  }

  legacyUsed(name: string, task: PyTask | null): void {
    const place = placeNow();
    const key = `${name} ${place === null ? '' : `${place.code.filename}:${place.line}`}`;
    if (this.told.has(key)) return;
    this.told.add(key);
    this.tellTrace({ kind: 'legacy', task, place, text: legacyText(name) });
  }
}

/** Where a task is made by a statement that does nothing with it: `asyncio.create_task(f())` and no more. */
function droppingPlace(): Place | null {
  let frame = machine.thread.top;
  while (frame instanceof Frame && !frame.code.isUser && CREATING.has(frame.code.qualname)) frame = frame.back;
  if (!(frame instanceof Frame) || !frame.code.isUser) return null;
  return frame.code.ops[frame.pc + 2] === Op.POP_TOP ? { code: frame.code, line: frame.line } : null;
}
