/**
 * What one event does to the World: the only place where the picture gets its meaning. The families are in `apply-*.ts`.
 * An event about something the World does not know changes nothing: a trace may have been cut off at a limit.
 */
import { assertNever } from '../lib/assert.ts';
import {
  canvasBegan,
  celeryTaskChanged,
  consumerChanged,
  envelopeAcked,
  envelopeDeadLettered,
  envelopeDelivered,
  envelopeReturned,
  exchangeChanged,
  publishAnswered,
  publishRouted,
} from './apply-ack.ts';
import {
  brokerClosed,
  brokerOpened,
  envelopeBegan,
  envelopeEnded,
  envelopeRefused,
  envelopeRemoved,
  envelopeStored,
  envelopeTaken,
  groupChanged,
  queueClosed,
  queueOpened,
} from './apply-broker.ts';
import { caught, frameEntered, frameLeft, lineReached, outputWritten, raised } from './apply-code.ts';
import { connectionHeld, linkChanged, listenerChanged } from './apply-ends.ts';
import {
  coroutineCreated,
  coroutineNeverAwaited,
  coroutineStarted,
  futureAwaitedBy,
  futureCreated,
  futureNotAwaitedBy,
  futureResolved,
  scopeChanged,
  syncChanged,
  syncCreated,
} from './apply-future.ts';
import {
  handleCancelled,
  handleFinished,
  handleScheduled,
  handleStarted,
  iterationBegan,
  loopCreated,
  loopEnded,
  phaseEntered,
  timerDue,
  timerScheduled,
} from './apply-loop.ts';
import {
  connectionHalfClosed,
  connectionOpened,
  connectionOver,
  connectionRequested,
  messageDelayed,
  messageDropped,
  messageEnded,
  messageSent,
} from './apply-network.ts';
import { poolChanged, requestBegan, requestEnded } from './apply-request.ts';
import {
  taskCancelRequested,
  taskCancelSwallowed,
  taskCreated,
  taskFinished,
  taskRenamed,
  taskResumed,
  taskSuspended,
  taskUncancelled,
} from './apply-task.ts';
import {
  processEnded,
  processRestarted,
  processStarted,
  threadBlocked,
  threadFinished,
  threadStarted,
  threadSwitched,
  threadSyncChanged,
  threadWoken,
} from './apply-thread.ts';
import type { TraceEvent } from './events.ts';
import type { MutableWorld } from './mutable-world.ts';
import type { TraceCursor } from './reader.ts';

/** Changes `world` in place: it then is the World after `event`. */
export function applyEvent(world: MutableWorld, event: TraceEvent): void {
  world.position++;
  change(world, event);
}

/** The same for the event that the cursor read last; lines and frames need no object. */
export function applyCursor(world: MutableWorld, cursor: TraceCursor): void {
  world.position++;
  if (cursor.kind === 'line.reached') lineReached(world, cursor.code, cursor.line);
  else if (cursor.kind === 'frame.entered') frameEntered(world, cursor.code, cursor.line);
  else if (cursor.kind === 'frame.left') frameLeft(world, cursor.code);
  else change(world, cursor.row);
}

function change(world: MutableWorld, event: TraceEvent): void {
  switch (event.kind) {
    case 'line.reached':
      return lineReached(world, event.code, event.line);
    case 'frame.entered':
      return frameEntered(world, event.code, event.line);
    case 'frame.left':
      return frameLeft(world, event.code);
    case 'task.resumed':
      return taskResumed(world, event);
    case 'task.suspended':
      return taskSuspended(world, event);
    case 'handle.scheduled':
      return handleScheduled(world, event);
    case 'timer.scheduled':
      return timerScheduled(world, event);
    case 'timer.due':
      return timerDue(world, event.handle);
    case 'handle.cancelled':
      return handleCancelled(world, event.handle);
    case 'handle.started':
      return handleStarted(world, event.handle);
    case 'handle.finished':
      return handleFinished(world, event.handle);
    case 'clock.advanced':
      world.timeUs = event.time;
      return;
    case 'process.started':
      return processStarted(world, event);
    case 'process.ended':
      return processEnded(world, event);
    case 'processes.stopAsked':
      world.stop ??= { sinceUs: event.since, position: world.position - 1 };
      return;
    case 'thread.started':
      return threadStarted(world, event);
    case 'thread.switched':
      return threadSwitched(world, event);
    case 'thread.blocked':
      return threadBlocked(world, event);
    case 'thread.woken':
      return threadWoken(world, event);
    case 'thread.finished':
      return threadFinished(world, event);
    case 'loop.created':
      return loopCreated(world, event.loop);
    case 'loop.iterationBegan':
      return iterationBegan(world, event);
    case 'loop.phaseEntered':
      return phaseEntered(world, event);
    case 'loop.stopped':
      return loopEnded(world, event.loop, 'stopped');
    case 'loop.closed':
      return loopEnded(world, event.loop, 'closed');
    case 'coroutine.created':
      return coroutineCreated(world, event);
    case 'coroutine.started':
      return coroutineStarted(world, event.coroutine);
    case 'coroutine.neverAwaited':
      return coroutineNeverAwaited(world, event.coroutine);
    case 'task.created':
      return taskCreated(world, event);
    case 'task.renamed':
      return taskRenamed(world, event);
    case 'task.cancelRequested':
      return taskCancelRequested(world, event);
    case 'task.uncancelled':
      return taskUncancelled(world, event);
    case 'task.cancelSwallowed':
      return taskCancelSwallowed(world, event);
    case 'task.finished':
      return taskFinished(world, event);
    case 'future.created':
      return futureCreated(world, event);
    case 'future.resolved':
      return futureResolved(world, event);
    case 'future.awaitedBy':
      return futureAwaitedBy(world, event);
    case 'future.notAwaitedBy':
      return futureNotAwaitedBy(world, event);
    case 'sync.created':
      return syncCreated(world, event);
    case 'sync.changed':
      return syncChanged(world, event);
    case 'threadSync.changed':
      return threadSyncChanged(world, event);
    case 'scope.changed':
      return scopeChanged(world, event);
    case 'exception.raised':
      return raised(world, event);
    case 'exception.caught':
      return caught(world, event);
    case 'output.written':
      return outputWritten(world, event);
    case 'connection.requested':
      return connectionRequested(world, event);
    case 'connection.opened':
      return connectionOpened(world, event.connection);
    case 'connection.failed':
      return connectionOver(world, event.connection, 'failed', event.reason);
    case 'connection.closed':
      return connectionOver(world, event.connection, 'closed', event.reason);
    case 'connection.halfClosed':
      return connectionHalfClosed(world, event.connection);
    case 'message.sent':
      return messageSent(world, event);
    case 'message.received':
      return messageEnded(world, event.message, true);
    case 'message.dropped':
      return messageDropped(world, event);
    case 'message.delayed':
      return messageDelayed(world, event);
    case 'request.began':
      return requestBegan(world, event);
    case 'request.ended':
      return requestEnded(world, event);
    case 'pool.changed':
      return poolChanged(world, event);
    case 'broker.opened':
      return brokerOpened(world, event);
    case 'broker.closed':
      return brokerClosed(world, event);
    case 'queue.opened':
      return queueOpened(world, event);
    case 'queue.closed':
      return queueClosed(world, event.queue);
    case 'group.changed':
      return groupChanged(world, event);
    case 'envelope.stored':
      return envelopeStored(world, event);
    case 'envelope.refused':
      return envelopeRefused(world, event);
    case 'envelope.taken':
      return envelopeTaken(world, event);
    case 'envelope.removed':
      return envelopeRemoved(world, event);
    case 'envelope.began':
      return envelopeBegan(world, event);
    case 'envelope.ended':
      return envelopeEnded(world, event);
    case 'publish.answered':
      return publishAnswered(world, event);
    case 'publish.routed':
      return publishRouted(world, event);
    case 'exchange.changed':
      return exchangeChanged(world, event);
    case 'consumer.changed':
      return consumerChanged(world, event);
    case 'envelope.delivered':
      return envelopeDelivered(world, event);
    case 'envelope.acked':
      return envelopeAcked(world, event.envelope);
    case 'envelope.returned':
      return envelopeReturned(world, event);
    case 'envelope.deadLettered':
      return envelopeDeadLettered(world, event);
    case 'celeryTask.changed':
      return celeryTaskChanged(world, event);
    case 'canvas.began':
      return canvasBegan(world, event);
    case 'process.restarted':
      return processRestarted(world, event);
    case 'listener.changed':
      return listenerChanged(world, event);
    case 'connection.held':
      return connectionHeld(world, event);
    case 'link.changed':
      return linkChanged(world, event);
    // Told in the narration; nothing that is drawn changes.
    case 'future.neverRetrieved':
    case 'loop.exceptionHandled':
    case 'hazard.found':
    case 'intervention.done':
    case 'intervention.missed':
      return;
    default:
      return assertNever(event);
  }
}
