/**
 * Watches the fold once, as chunks arrive, and writes down what the lanes and the timeline need. Everything here is only
 * ever added to, in order of position; `history.ts` reads it up to a length.
 */

import { SHAPES } from './entries.ts';
import type { EventOf, TraceEvent } from './events.ts';
import { type Hazard, hazardOf } from './hazards.ts';
import type { History } from './history.ts';
import { type LaneState, Moves } from './moves.ts';
import type { MutableWorld } from './mutable-world.ts';
import type { TraceCursor } from './reader.ts';
import { futureLabel } from './words.ts';
import { isMainThread, type Process, startedProcess, type Task, type Thread } from './world.ts';

const MAIN_THREAD = 1;
const HUES = 8;

/** `cancelling`: not running, between the throw of CancelledError and the end or the refusal. */
export type SpanState = 'ready' | 'running' | 'waiting' | 'cancelling';

export interface SpanStart {
  readonly from: number;
  readonly fromUs: number;
  /** null: the lane ends here. */
  readonly state: SpanState | null;
  /** What it waits for; '' otherwise. */
  readonly label: string;
  /** CancelledError was thrown in and is not dealt with: also while it runs. */
  readonly isUnwinding: boolean;
}

export type MarkKind =
  | 'created'
  | 'resume'
  | 'suspend'
  | 'cancel'
  | 'throw'
  | 'refuse'
  | 'exception'
  | 'blocked'
  | 'finish';

export interface Mark {
  readonly task: number;
  readonly kind: MarkKind;
  readonly position: number;
  readonly timeUs: number;
  readonly text: string;
}

export interface Wake {
  /** Who settled what it waited for; 0: the loop. */
  readonly from: number;
  readonly to: number;
  readonly future: number;
  readonly position: number;
  readonly timeUs: number;
}

export type PointKind = 'exception' | 'cancel' | 'suspension' | 'output' | 'iteration' | 'intervention';

export interface LaneRecord {
  /** Its place among all lanes, from 0. */
  readonly at: number;
  /** As it was when it was made; `name` may change later. Of the lane of a thread: what stands for one, see `laneOfThread`. */
  readonly task: Task;
  /** The thread in which the task was made; 0 for the lane of a thread. */
  readonly thread: number;
  /** Of the first thread, from where on there are several processes: it stands for the first. */
  asProcess: {
    readonly from: number;
    readonly letter: string;
    readonly label: string;
  } | null;
  /** How it ended; '' while it goes on. */
  cap: '' | 'done' | 'failed' | 'cancelled' | 'refused';
  readonly starts: SpanStart[];
  readonly marks: Mark[];
  /** Those of them that are drawn: not that it was made, went on or stopped. */
  readonly notable: Mark[];
  /** Positions after events that name the task while it did not run. */
  readonly mentions: number[];
}

export interface Jump {
  readonly position: number;
  readonly timeUs: number;
  /** 0 the loop slept, 1 time.sleep blocked the thread, 2 a spinning program was charged. */
  readonly by: number;
}

export class HistoryIndex {
  readonly lanes: LaneRecord[] = [];
  readonly laneOf = new Map<number, LaneRecord>();
  /** Which lane came into which state, of all lanes in order. */
  readonly moves = new Moves();
  readonly wakes: Wake[] = [];
  readonly clock: Jump[] = [{ position: 0, timeUs: 0, by: 0 }];
  readonly points: Readonly<Record<PointKind, number[]>> = {
    ...{
      exception: [],
      cancel: [],
      suspension: [],
      output: [],
      iteration: [],
      intervention: [],
    },
  };
  /** What was found wrong, in order. */
  readonly hazards: Hazard[] = [];
  /** How many were asked for, in the whole run. */
  connections = 0;
  /** How many were started; none where there is only one. */
  processes = 0;
  /** Channel layers and message brokers that there were, in the whole run. */
  brokers = 0;
  /** One of them waits for acknowledgements. */
  isAcking = false;
  /** All marks of all lanes in order, for anchors. */
  readonly marks: Mark[] = [];

  upTo(length: number): History {
    return { length, index: this };
  }

  /** `world` is the World after the event that `cursor` read last. */
  observe(cursor: TraceCursor, world: MutableWorld): void {
    const { kind } = cursor;
    if (kind === 'line.reached' || kind === 'frame.entered' || kind === 'frame.left') return;
    this.note(cursor.row, world);
  }

  private note(event: TraceEvent, world: MutableWorld): void {
    const { position, timeUs } = world;
    switch (event.kind) {
      case 'clock.advanced':
        this.clock.push({ position, timeUs, by: event.by });
        if (event.by === 1) this.mark(world.runningTask, 'blocked', '', world);
        return;
      case 'process.started':
        this.processes++;
        return this.severalProcesses(world);
      case 'process.ended':
        return this.processEnded(event, world);
      case 'thread.started':
        if (!this.laneOf.has(laneOfThread(MAIN_THREAD))) this.threadLane(MAIN_THREAD, world);
        return this.threadLane(event.thread, world);
      case 'thread.switched':
        for (const { id } of world.threads) this.touchThread(id, world);
        this.touchTasks(world);
        return this.mark(laneOfThread(event.thread), 'resume', '', world);
      case 'thread.blocked':
        if (event.what === 'sleep') this.mark(world.runningTask, 'blocked', '', world);
        this.mark(laneOfThread(event.thread), 'suspend', '', world);
        this.touchTasks(world);
        return this.touchThread(event.thread, world);
      case 'thread.woken':
        this.touchTasks(world);
        return this.touchThread(event.thread, world);
      case 'thread.finished':
        this.mark(laneOfThread(event.thread), 'finish', '', world);
        return this.touchThread(event.thread, world);
      case 'loop.iterationBegan':
        this.points.iteration.push(position);
        return;
      case 'output.written':
        this.points.output.push(position);
        return;
      case 'exception.raised':
        this.points.exception.push(position);
        return this.mark(world.runningTask, 'exception', event.text, world);
      case 'task.created':
        return this.created(event, world);
      case 'handle.scheduled':
      case 'timer.scheduled':
        this.mention(event.task, world);
        if (event.kind === 'handle.scheduled' && event.reason === 2) this.woken(event, world);
        return this.touch(event.task, world);
      case 'task.resumed':
        this.mark(event.task, 'resume', '', world);
        if (event.how !== 0) this.mark(event.task, event.how === 2 ? 'throw' : 'exception', event.text, world);
        return this.touchRunning(event.task, world);
      case 'task.suspended':
        this.points.suspension.push(position);
        this.mark(event.task, 'suspend', '', world);
        return this.touchRunning(event.task, world);
      case 'task.finished':
        return this.finished(event, world);
      case 'task.cancelRequested':
        this.points.cancel.push(position);
        this.mention(event.task, world);
        return this.mark(event.task, 'cancel', event.message, world);
      case 'task.cancelSwallowed':
        this.mark(event.task, 'refuse', '', world);
        return this.touch(event.task, world);
      case 'task.uncancelled':
      case 'task.renamed':
        this.mention(event.task, world);
        return this.touch(event.task, world);
      case 'future.resolved':
        return this.mention(event.future, world);
      case 'intervention.done':
        this.points.intervention.push(position);
        return this.mention(event.task, world);
      case 'intervention.missed':
        this.points.intervention.push(position);
        return;
      case 'connection.requested':
        this.connections++;
        return;
      case 'broker.opened':
        this.brokers++;
        this.isAcking ||= event.isAcking === 1;
        return;
      case 'hazard.found':
        return this.hazard(event, world);
      default:
        return;
    }
  }

  private threadLane(id: number, world: MutableWorld): void {
    const thread = world.threads.find((each) => each.id === id);
    if (thread === undefined) return;
    const lane = laneOfThread(id);
    const process = startedProcess(world, thread);
    const isProcess = process !== undefined && isMainThread(world, thread);
    const name = isProcess ? processLabel(process) : thread.name;
    const owner =
      process === undefined || isProcess ? undefined : world.threads.find((each) => each.process === process.id);
    const { position } = world;
    const task: Task = {
      ...SHAPES.task.blank,
      id: lane,
      letter: isProcess ? `P${process.id}` : `T${id}`,
      hue: id % HUES,
      name,
      label: name,
      createdAt: position,
    };
    const record: LaneRecord = {
      ...{ at: this.lanes.length, task, thread: owner?.id ?? 0, asProcess: null, cap: '' },
      ...{ starts: [], marks: [], notable: [], mentions: [position] },
    };
    this.lanes.push(record);
    this.laneOf.set(lane, record);
    if (id === MAIN_THREAD) this.severalProcesses(world);
    this.mark(lane, 'created', '', world);
    this.touchThread(id, world);
  }

  /** Its name in anchors stays what it was. */
  private severalProcesses({ position, processes }: MutableWorld): void {
    const lane = this.laneOf.get(laneOfThread(MAIN_THREAD));
    const [first] = processes;
    if (lane === undefined || lane.asProcess !== null || first === undefined) return;
    lane.asProcess = {
      from: position,
      letter: 'P1',
      label: processLabel(first),
    };
  }

  /** Its tasks go no further, and come to no end of their own. */
  private processEnded({ process, status }: EventOf<'process.ended'>, world: MutableWorld): void {
    const own = new Set(world.threads.filter((thread) => thread.process === process).map(({ id }) => id));
    for (const lane of this.lanes) {
      const isThread = lane.task.id < 0;
      if (!own.has(isThread ? -lane.task.id : lane.thread)) continue;
      if (isThread && status !== 0) lane.cap = 'failed';
      if (lane.starts.at(-1)?.state === null) continue;
      this.start(lane, { state: null, label: '', isUnwinding: false }, world);
    }
  }

  private touchThread(id: number, world: MutableWorld): void {
    const lane = this.laneOf.get(laneOfThread(id));
    const thread = world.threads.find((each) => each.id === id);
    if (lane === undefined || thread === undefined) return;
    if (thread.state === 'ended' && lane.cap === '') lane.cap = 'done';
    const state = thread.state === 'ended' ? null : thread.state;
    const label = thread.state === 'waiting' ? threadWait(thread) : '';
    const last = lane.starts.at(-1);
    if (last !== undefined && last.state === state && last.label === label) return;
    this.start(lane, { state, label, isUnwinding: false }, world);
  }

  /** A task stands still while its thread waits, or another one holds the GIL. */
  private touchTasks(world: MutableWorld): void {
    for (const { task } of world.contexts) if (task !== 0) this.touch(task, world);
    for (const { kept } of world.threads)
      for (const { task } of kept?.contexts ?? []) if (task !== 0) this.touch(task, world);
  }

  private hazard(event: EventOf<'hazard.found'>, world: MutableWorld): void {
    const found = hazardOf(event, world.position, world);
    if (found !== null) this.hazards.push(found);
    this.mention(event.task, world);
  }

  private created({ task: id }: EventOf<'task.created'>, world: MutableWorld): void {
    const task = world.tasks.get(id);
    if (task === undefined) return;
    // A copy: the fold changes its own in place.
    const lane: LaneRecord = {
      at: this.lanes.length,
      task: { ...task },
      thread: world.thread,
      asProcess: null,
      cap: '',
      starts: [],
      marks: [],
      notable: [],
      mentions: [world.position],
    };
    this.lanes.push(lane);
    this.laneOf.set(id, lane);
    this.mark(id, 'created', '', world);
    this.touch(id, world);
  }

  private finished({ task: id, outcome, text }: EventOf<'task.finished'>, world: MutableWorld): void {
    const lane = this.laneOf.get(id);
    if (lane !== undefined) {
      const isRefused = outcome === 0 && world.tasks.get(id)?.cancel.phase === 'refused';
      lane.cap = isRefused ? 'refused' : outcome === 1 ? 'failed' : outcome === 2 ? 'cancelled' : 'done';
    }
    if (outcome === 1) this.points.exception.push(world.position);
    this.mark(id, 'finish', text, world);
    this.touchRunning(id, world);
  }

  private woken({ task: to, future }: EventOf<'handle.scheduled'>, world: MutableWorld): void {
    const from = world.tasks.get(to)?.wokenBy?.task ?? 0;
    this.wakes.push({
      from,
      to,
      future,
      position: world.position,
      timeUs: world.timeUs,
    });
  }

  /** A step began or ended: whoever it runs inside of (eager tasks) stands still meanwhile. */
  private touchRunning(id: number, world: MutableWorld): void {
    for (const context of world.contexts)
      if (context.task !== 0 && context.task !== id) this.touch(context.task, world);
    this.touch(id, world);
  }

  private touch(id: number, world: MutableWorld): void {
    const lane = this.laneOf.get(id);
    const task = world.tasks.get(id);
    if (lane === undefined || task === undefined) return;
    const isUnwinding = task.cancel.phase === 'thrown';
    const state = spanState(task, world);
    const label = state === 'waiting' || state === 'cancelling' ? waitLabel(task, world) : '';
    const last = lane.starts.at(-1);
    if (last?.state === state && last.label === label && last.isUnwinding === isUnwinding) return;
    this.start(lane, { state, label, isUnwinding }, world);
  }

  private start(
    lane: LaneRecord,
    { isUnwinding, label, state }: Pick<SpanStart, 'state' | 'label' | 'isUnwinding'>,
    { position, timeUs }: MutableWorld,
  ): void {
    lane.starts.push({ from: position, fromUs: timeUs, state, label, isUnwinding });
    this.moves.add(lane.at, stateIn(lane, state), position);
  }

  private mark(id: number, kind: MarkKind, text: string, { position, timeUs }: MutableWorld): void {
    const lane = this.laneOf.get(id);
    if (lane === undefined) return;
    const mark = { task: id, kind, position, timeUs, text };
    lane.marks.push(mark);
    if (kind !== 'created' && kind !== 'resume' && kind !== 'suspend') lane.notable.push(mark);
    this.marks.push(mark);
  }

  private mention(id: number, world: MutableWorld): void {
    if (id !== 0 && id !== world.runningTask) this.laneOf.get(id)?.mentions.push(world.position);
  }
}

/** A lane that ended is in the state of its end. */
function stateIn({ cap }: LaneRecord, state: SpanState | null): LaneState {
  if (state !== null) return state;
  return cap === '' ? 'done' : cap;
}

/** `4202 web.1`. */
function processLabel({ label, pid }: Process): string {
  return `${pid} ${label.replace(/^\S*\//, '')}`;
}

/** Lanes are known by the id of their task; those of threads are below zero. */
export function laneOfThread(thread: number): number {
  return -thread;
}

function threadWait({ what, waitsFor, holder }: Thread): string {
  if (what === 'select') return 'event loop idle';
  if (what === 'sleep') return 'sleep';
  if (what === 'join') return `join ${waitsFor}`;
  return holder === 0 ? waitsFor : `${waitsFor} (held by T${holder})`;
}

function spanState(task: Task, world: MutableWorld): SpanState | null {
  const { state, cancel } = task;
  if (state === 'done' || state === 'failed' || state === 'cancelled') return null;
  if (state === 'running') {
    const thread = threadOfTask(task, world);
    if (thread?.state === 'ready') return 'ready';
    return world.runningTask === task.id && thread?.state !== 'waiting' ? 'running' : 'waiting';
  }
  return cancel.phase === 'thrown' ? 'cancelling' : state;
}

/** Of a task in the middle of a step: its thread, if that is no longer the running one or waits. */
function threadOfTask(task: Task, world: MutableWorld): Thread | undefined {
  if (world.threads.length === 0) return undefined;
  const isIn = ({ task: id }: { readonly task: number }): boolean => id === task.id;
  return world.threads.find(({ id, kept }) =>
    (id === world.thread ? world.contexts : (kept?.contexts ?? [])).some(isIn),
  );
}

function waitLabel(task: Task, world: MutableWorld): string {
  if (task.state !== 'running') return task.waitsOn === 0 ? '' : futureLabel(world, task.waitsOn);
  const thread = threadOfTask(task, world);
  if (thread?.state === 'waiting') return threadWait(thread);
  const inner = world.tasks.get(world.runningTask);
  return inner === undefined ? '' : `${inner.label} runs eagerly`;
}
