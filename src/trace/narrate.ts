/**
 * One plain sentence for each event: who does what, and why, with the names from the code. Sentence and picture come
 * from the same event and the same Worlds, so they cannot disagree. Tasks and futures are in `narrate-task.ts`.
 */
import { assertNever } from '../lib/assert.ts';
import type { CodeInfo, EventOf, TraceEvent } from './events.ts';
import { HAZARDS } from './hazard-words.ts';
import { hazardText, isHazardKind } from './hazards.ts';
import { ackEvent } from './narrate-ack.ts';
import { brokerEvent, envelopeEvent } from './narrate-broker.ts';
import * as network from './narrate-network.ts';
import { poolChanged, requestBegan, requestEnded } from './narrate-request.ts';
import { scopeChanged } from './narrate-scope.ts';
import {
  awaitedBy,
  cancelRequested,
  cancelSwallowed,
  futureResolved,
  taskCreated,
  taskFinished,
  taskResumed,
  taskSuspended,
  uncancelled,
} from './narrate-task.ts';
import { processEvent, processRestarted, stopAsked, threadEvent, threadSyncChanged } from './narrate-thread.ts';
import { handles, runner, type Step } from './step.ts';
import {
  codeName,
  coroutineName,
  cut,
  durationText,
  futureLabel,
  futureName,
  handleName,
  listOf,
  possessive,
  quoted,
  sentence,
  syncName,
  taskName,
  taskWithLabel,
  timeText,
} from './words.ts';
import type { World } from './world.ts';

export function narrate(event: TraceEvent, before: World, after: World, codes: readonly CodeInfo[]): string {
  return sentence(tell(event, { before, after, codes }));
}

function tell(event: TraceEvent, step: Step): string {
  const { before, after, codes } = step;
  switch (event.kind) {
    case 'clock.advanced':
      return clockAdvanced(event, step);
    case 'process.started':
    case 'process.ended':
      return processEvent(event, step);
    case 'processes.stopAsked':
      return stopAsked(event, step);
    case 'threadSync.changed':
      return threadSyncChanged(event, after);
    case 'thread.started':
    case 'thread.switched':
    case 'thread.blocked':
    case 'thread.woken':
    case 'thread.finished':
      return threadEvent(event, step);
    case 'loop.created':
      return 'an event loop is created: a ready queue, a list of timers, and nothing in them.';
    case 'loop.iterationBegan':
      return `The loop begins iteration ${event.iteration} with ${handles(after.ready.length)} in the ready queue.`;
    case 'loop.phaseEntered':
      return phaseEntered(event, after);
    case 'loop.stopped':
      return 'The loop stops: what it was started for is done.';
    case 'loop.closed':
      return 'The loop is closed and cannot run again.';
    case 'handle.scheduled':
      return handleScheduled(event, step);
    case 'timer.scheduled':
      return timerScheduled(event, step);
    case 'timer.due':
      return `It is ${timeText(after.timeUs)}: ${handleName(after, event.handle)} is due and moves to the ready queue.`;
    case 'handle.cancelled':
      return `${handleName(before, event.handle)} is cancelled: the loop will pass it over.`;
    case 'handle.started':
      return handleStarted(event.handle, before);
    case 'handle.finished':
      return `${handleName(before, event.handle)} has run; the loop goes on.`;
    case 'coroutine.created':
      return `${runner(before)} calls ${event.label}: that makes a coroutine object, and none of its code runs yet.`;
    case 'coroutine.started':
      return `${coroutineName(before.coroutines.get(event.coroutine), event.coroutine)} begins to run.`;
    case 'coroutine.neverAwaited':
      return `${coroutineName(after.coroutines.get(event.coroutine), event.coroutine)} was never awaited: its code did not run.`;
    case 'task.created':
      return taskCreated(event, step);
    case 'task.renamed':
      return `${taskWithLabel(after, event.task)} is now named ${quoted(event.name)}.`;
    case 'task.resumed':
      return taskResumed(event, step);
    case 'task.suspended':
      return taskSuspended(event, step);
    case 'task.cancelRequested':
      return cancelRequested(event, step);
    case 'task.uncancelled':
      return uncancelled(event, step);
    case 'task.cancelSwallowed':
      return cancelSwallowed(event, step);
    case 'task.finished':
      return taskFinished(event, step);
    case 'future.created':
      return `${futureName(after, event.future)} is made: pending, until somebody gives it a result.`;
    case 'future.resolved':
      return futureResolved(event, step);
    case 'future.awaitedBy':
      return awaitedBy(event, step);
    case 'future.notAwaitedBy':
      return `${futureLabel(after, event.waiter)} no longer waits for ${futureLabel(after, event.future)}.`;
    case 'future.neverRetrieved':
      return `${futureName(after, event.future)} failed with ${cut(event.text)}, and nobody ever asked for it.`;
    case 'sync.created':
      return `${runner(before)} makes ${article(event.type)}${event.label === '' ? '' : ` named ${event.label}`}.`;
    case 'sync.changed':
      return syncChanged(event, after);
    case 'frame.entered':
      return `${runner(before)} enters ${codeName(codes, event.code)}.`;
    case 'frame.left':
      return `${runner(before)} leaves ${codeName(codes, event.code)}.`;
    case 'line.reached':
      return `${runner(before)}${unwinding(before)} is about to run line ${event.line} of ${codeName(codes, event.code)}.`;
    case 'exception.raised':
      return `${cut(event.text)} is raised in ${place(event, codes)}${who(before)}.`;
    case 'exception.caught':
      return `${cut(event.text)} is caught in ${place(event, codes)}${who(before)}.`;
    case 'output.written':
      return event.stream === 1
        ? `${runner(before)} prints ${quoted(event.text)}.`
        : `${runner(before)} writes ${quoted(event.text)} to stderr.`;
    case 'loop.exceptionHandled':
      return `The loop reports an error nobody handled${by(after, event.task)}: ${cut(event.message)}`;
    case 'scope.changed':
      return scopeChanged(event, step);
    case 'connection.requested':
      return network.requested(event, step);
    case 'connection.opened':
      return network.opened(event.connection, step);
    case 'connection.failed':
    case 'connection.closed':
      return network.over(event, step);
    case 'connection.halfClosed':
      return network.halfClosed(event, step);
    case 'message.sent':
      return network.sent(event, step);
    case 'message.received':
    case 'message.dropped':
      return network.ended(event, step);
    case 'message.delayed':
      return network.delayed(event, step);
    case 'intervention.done':
      return `What if: ${cut(event.text)}, from outside${event.task === 0 ? '' : `: ${taskWithLabel(after, event.task)}`}.`;
    case 'intervention.missed':
      return `What if: ${cut(event.text)}. Nothing is done: ${event.reason}.`;
    case 'request.began':
      return requestBegan(event, step);
    case 'request.ended':
      return requestEnded(event, step);
    case 'pool.changed':
      return poolChanged(event, step);
    case 'broker.opened':
    case 'broker.closed':
    case 'queue.opened':
    case 'queue.closed':
    case 'group.changed':
      return brokerEvent(event, step);
    case 'envelope.stored':
    case 'envelope.refused':
    case 'envelope.taken':
    case 'envelope.removed':
    case 'envelope.began':
    case 'envelope.ended':
      return envelopeEvent(event, step);
    case 'exchange.changed':
    case 'consumer.changed':
    case 'envelope.delivered':
    case 'envelope.acked':
    case 'envelope.returned':
    case 'envelope.deadLettered':
    case 'publish.routed':
    case 'publish.answered':
    case 'celeryTask.changed':
    case 'canvas.began':
      return ackEvent(event, step);
    case 'process.restarted':
      return processRestarted(event, step);
    case 'listener.changed':
      return network.listenerChanged(event, step);
    case 'connection.held':
      return network.held(event, step);
    case 'link.changed':
      return network.linkChanged(event);
    case 'hazard.found':
      return hazardFound(event, after);
    default:
      return assertNever(event);
  }
}

function hazardFound(event: EventOf<'hazard.found'>, after: World): string {
  const title = isHazardKind(event.hazard) ? HAZARDS[event.hazard].title : event.hazard;
  return `Hazard: ${title}. ${sentence(hazardText(event, after))}`;
}

function clockAdvanced({ time, by: cause }: EventOf<'clock.advanced'>, { before }: Step): string {
  if (cause === 1) {
    const length = durationText(time - before.timeUs);
    return `${runner(before)} blocks the thread for ${length}, until ${timeText(time)}: no task can run meanwhile.`;
  }
  if (cause === 2) return `The program spins without ever waiting, so the clock is moved on to ${timeText(time)}.`;
  if (before.threads.length > 0) return `Every thread waits, so the clock moves on to ${timeText(time)}.`;
  const first = before.timers[0];
  const reason = first === undefined ? '' : `, when ${handleName(before, first)} is due`;
  return `Nothing is ready, so the loop sleeps until ${timeText(time)}${reason.replace(` for ${timeText(time)}`, '')}.`;
}

function phaseEntered({ phase, until, count }: EventOf<'loop.phaseEntered'>, after: World): string {
  if (phase === 0) return 'The loop moves timers that are due to the ready queue.';
  if (phase === 2) {
    if (count === 0) return 'There is no handle to run in this iteration.';
    return `The loop runs ${handles(count)} now; what they schedule waits for the next iteration.`;
  }
  if (until > 0) return `The ready queue is empty, so the loop may wait for I/O until ${timeText(until)}.`;
  if (after.ready.length > 0) return `The loop looks for I/O without waiting: ${handles(after.ready.length)} to run.`;
  return 'The loop looks for I/O.';
}

function handleScheduled(event: EventOf<'handle.scheduled'>, { before, after }: Step): string {
  const { reason, task, future, label } = event;
  const name = taskName(after, task);
  switch (reason) {
    case 1:
      return `${possessive(name)} first step joins the end of the ready queue.`;
    case 2:
      return `${whatIsDone(after, future)}, so ${possessive(name)} wake-up joins the end of the ready queue.`;
    case 3:
      return `${whatIsDone(after, future)}, so its done-callback ${label} joins the ready queue.`;
    case 4:
      return `${name} waits for nothing, so its next step joins the end of the ready queue.`;
    default:
      return `${runner(before)} schedules ${handleName(after, event.handle)}: it joins the end of the ready queue.`;
  }
}

function whatIsDone(world: World, id: number): string {
  const future = world.futures.get(id);
  if (future === undefined) return id === 0 ? 'its await is over' : `Future #${id} is done`;
  return future.state === 'cancelled' ? `${futureLabel(world, id)} is cancelled` : `${futureLabel(world, id)} is done`;
}

function timerScheduled({ future, task, when, label }: EventOf<'timer.scheduled'>, { before, after }: Step): string {
  if (future !== 0)
    return `A timer is set for ${timeText(when)}: it will give ${futureName(after, future)} its result.`;
  if (task !== 0) return `A timer is set for ${timeText(when)}: it will call ${label} for ${taskName(after, task)}.`;
  return `${runner(before)} sets a timer: ${label} will be called at ${timeText(when)}.`;
}

function handleStarted(id: number, before: World): string {
  const handle = before.handles.get(id);
  if (handle?.reason !== 'timer' || handle.future === 0) return `The loop takes ${handleName(before, id)} and runs it.`;
  return `The loop runs the timer that belongs to ${futureName(before, handle.future)}.`;
}

function syncChanged(event: EventOf<'sync.changed'>, after: World): string {
  const { state, value, limit, owner, waiters, putters, items } = event;
  const sync = after.syncs.get(event.sync);
  const name = syncName(sync, event.sync);
  const line = waitingLine(after, [...waiters, ...putters]);
  if (sync?.type.endsWith('Queue') === true) {
    const held = items.length === 0 ? 'is empty' : `holds ${listOf(items)}`;
    return `${name} ${held}${limit > 0 ? ` (${value} of ${limit})` : ''}${line}.`;
  }
  if (state === 'locked' && owner !== 0) return `${name} is locked: ${taskName(after, owner)} holds it${line}.`;
  if (sync?.type.endsWith('Semaphore') === true) return `${name} has ${value} free${line}.`;
  return `${name} is ${state === '' ? 'changed' : state}${line}.`;
}

function waitingLine(world: World, futures: readonly number[]): string {
  if (futures.length === 0) return '';
  const names = futures.map((id) => {
    const future = world.futures.get(id);
    // Who has made it is about to park on it.
    const waiter = future?.waiters[0] ?? future?.createdBy ?? 0;
    return waiter === 0 ? futureLabel(world, id) : taskName(world, waiter);
  });
  return `; ${listOf(names)} ${names.length === 1 ? 'waits' : 'wait'} in line`;
}

/** While a CancelledError is on its way, what runs is an except or finally clause. */
function unwinding(world: World): string {
  const isThrown = world.tasks.get(world.runningTask)?.cancel.phase === 'thrown';
  return isThrown && world.exception !== null ? ', unwinding,' : '';
}

function place({ code, line }: { readonly code: number; readonly line: number }, codes: readonly CodeInfo[]): string {
  return `${codeName(codes, code)}, line ${line}`;
}

function who(world: World): string {
  return world.runningTask === 0 ? '' : ` (${taskName(world, world.runningTask)})`;
}

function by(world: World, task: number): string {
  return task === 0 ? '' : ` in ${taskName(world, task)}`;
}

function article(type: string): string {
  return `${/^[AEIOU]/.test(type) ? 'an' : 'a'} ${type}`;
}
