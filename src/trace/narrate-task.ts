/** The narration, family: tasks and futures. */
import type { EventOf } from './events.ts';
import { runner, type Step } from './step.ts';
import {
  codeName,
  cut,
  futureLabel,
  futureName,
  futureSettledText,
  shortLabel,
  syncName,
  syncOf,
  taskName,
  taskWithLabel,
  timeText,
} from './words.ts';
import type { World } from './world.ts';

export function taskCreated({ task: id, parent, isEager }: EventOf<'task.created'>, { after }: Step): string {
  const task = after.tasks.get(id);
  const label = task === undefined ? 'a coroutine' : shortLabel(task);
  const start = isEager === 1 ? 'its first step runs at once' : 'it is ready, and nothing of it has run yet';
  const name = task?.letter === 'M' ? 'the main task' : `task ${taskName(after, id)}`;
  return `${taskName(after, parent)} creates ${name} for ${label}: ${start}.`;
}

export function taskResumed(event: EventOf<'task.resumed'>, step: Step): string {
  const { task: id, how, handle, waited, text } = event;
  const { before, after } = step;
  const name = taskName(after, id);
  const isFirst = after.tasks.get(id)?.steps === 1;
  const at = parkedPlace(id, step);
  if (how === 2) {
    if (isFirst) return `CancelledError is thrown into ${name} before it has run at all.`;
    return `CancelledError is thrown into ${name}${at}: it unwinds from there.`;
  }
  if (how === 1) return `${cut(text)} is thrown into ${name}${at}.`;
  if (isFirst) {
    if (handle === 0) return `${taskWithLabel(after, id)} runs its first step at once, inside of ${runner(before)}.`;
    return `The loop takes ${name} from the ready queue, and ${labelOf(after, id)} begins to run.`;
  }
  const future = waited === 0 ? undefined : before.futures.get(waited);
  if (waited === 0) return `The loop takes ${name} from the ready queue: it goes on${at}.`;
  const result = future === undefined || future.state === 'pending' ? 'is done' : `has ${futureSettledText(future)}`;
  return `${futureLabel(before, waited)} ${result}, so ${name} goes on${at}.`;
}

export function taskSuspended({ task: id, future }: EventOf<'task.suspended'>, { after }: Step): string {
  const name = taskName(after, id);
  if (future === 0) return `${name} gives up control for one turn, as sleep(0) does: it is ready again at once.`;
  const next = after.ready.length === 0 ? 'nothing else is ready' : 'the loop takes the next handle';
  if (after.tasks.get(id)?.state === 'ready') {
    return `${name} awaits ${futureName(after, future)}, which is done already: it comes back next turn.`;
  }
  const target = after.tasks.get(future);
  if (target !== undefined)
    return `${name} awaits ${taskWithLabel(after, future)}: it parks until ${taskName(after, future)} is done; ${next}.`;
  const label = futureLabel(after, future);
  const awaits = label.startsWith('Future #') ? '' : ` awaits ${label}: it`;
  return `${name}${awaits} parks on Future #${future}${until(after, future)}; ${next}.`;
}

export function cancelRequested(event: EventOf<'task.cancelRequested'>, { before, after }: Step): string {
  const { task: id, by, forwarded, count } = event;
  const name = taskName(after, id);
  const asker = by === 0 ? runner(before) : taskName(after, by);
  const again = count > 1 ? ` (request ${count})` : '';
  const who = by === id ? 'itself' : name;
  if (forwarded !== 0) {
    return `${asker} asks to cancel ${who}${again}: the request goes on to ${futureName(after, forwarded)}.`;
  }
  return `${asker} asks to cancel ${who}${again}: CancelledError will be thrown in at its next step.`;
}

export function uncancelled({ task: id, count }: EventOf<'task.uncancelled'>, { after }: Step): string {
  const rest = count === 0 ? 'no request is left' : `${count} left`;
  return `uncancel() takes back one request to cancel ${taskName(after, id)}: ${rest}.`;
}

export function cancelSwallowed({ task: id, code, line }: EventOf<'task.cancelSwallowed'>, step: Step): string {
  const at = `line ${line} of ${codeName(step.codes, code)}`;
  return `${taskName(step.after, id)} swallows the CancelledError in ${at} and goes on: cancelling is a request, not an order.`;
}

export function taskFinished({ task: id, outcome, text }: EventOf<'task.finished'>, { before, after }: Step): string {
  const name = taskWithLabel(after, id);
  const waiters = before.futures.get(id)?.waiters ?? [];
  const [first] = waiters;
  const whom = waiters.length === 1 && first !== undefined ? taskName(after, first) : `${waiters.length} tasks`;
  const wakes = waiters.length === 0 ? '' : ` This wakes ${whom}.`;
  if (outcome === 2) return `${name} ends as cancelled.${wakes}`;
  if (outcome === 1) return `${name} fails with ${cut(text)}.${wakes}`;
  const result = text === 'None' || text === '' ? '' : ` with the result ${cut(text)}`;
  const refused = after.tasks.get(id)?.cancel.phase === 'refused' ? ', though it was asked to cancel' : '';
  return `${name} is done${result}${refused}.${wakes}`;
}

export function futureResolved({ future, outcome, text, by }: EventOf<'future.resolved'>, step: Step): string {
  const { before, after } = step;
  const actor = by === 0 ? runner(before) : taskName(after, by);
  const name = futureName(after, future);
  const handle = before.handles.get(before.runningHandle);
  if (handle?.reason === 'timer' && handle.future === future) return `the time has come: ${name} gets its result.`;
  if (outcome === 2) return `${actor} cancels ${name}.`;
  if (outcome === 1) return `${actor} gives ${name} the exception ${cut(text)}.`;
  return `${actor} gives ${name} its result${text === 'None' || text === '' ? '' : `, ${cut(text)}`}.`;
}

export function awaitedBy({ future, waiter }: EventOf<'future.awaitedBy'>, { after }: Step): string {
  return `${futureLabel(after, waiter)} now depends on ${futureLabel(after, future)}.`;
}

/** When or by what it will end: ` until t = 2.0 s`. */
function until(world: World, future: number): string {
  const timer = world.handles.get(world.futures.get(future)?.timer ?? 0);
  if (timer !== undefined && timer.state === 'scheduled' && timer.whenUs !== null)
    return ` until ${timeText(timer.whenUs)}`;
  const sync = syncOf(world, future);
  if (sync !== undefined) return `, in the line of ${syncName(sync, sync.id)}`;
  return ' until somebody gives it a result';
}

/** The user's line at which a task was parked before the step: ` at line 7 of fetch`. */
function parkedPlace(id: number, { before, codes }: Step): string {
  const frame = before.tasks.get(id)?.parked.findLast(({ code }) => codes[code]?.isUser === true);
  return frame === undefined ? '' : ` at line ${frame.line} of ${codeName(codes, frame.code)}`;
}

function labelOf(world: World, id: number): string {
  const task = world.tasks.get(id);
  return task === undefined ? 'its coroutine' : shortLabel(task);
}
