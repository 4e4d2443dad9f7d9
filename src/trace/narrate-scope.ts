/** The narration, family: timeouts, task groups and as_completed. */
import type { EventOf } from './events.ts';
import type { Step } from './step.ts';
import { durationText, listOf, possessive, taskName, timeText } from './words.ts';
import type { Scope, World } from './world.ts';

export function scopeChanged(event: EventOf<'scope.changed'>, { before, after }: Step): string {
  const owner = event.task === 0 ? 'nobody' : taskName(after, event.task);
  const was = before.scopes.get(event.scope);
  switch (event.type) {
    case 'timeout':
      return timeout(event, { owner, was, now: before.timeUs });
    case 'TaskGroup':
      return group(event, { owner, was, world: after });
    default:
      return completed(event, { owner, was, world: after });
  }
}

interface Timed {
  readonly owner: string;
  readonly was: Scope | undefined;
  readonly now: number;
}

function timeout({ state, when }: EventOf<'scope.changed'>, { owner, was, now }: Timed): string {
  switch (state) {
    case 'expiring':
      return `The time of ${possessive(owner)} timeout is over: it asks ${owner} to cancel.`;
    case 'expired':
      return `${owner} leaves its timeout, which takes back its request to cancel: TimeoutError is raised instead.`;
    case 'left':
      return `${owner} leaves its timeout before the time is over.`;
    default: {
      const deadline = when === 0 ? 'that never ends' : `of ${durationText(Math.max(0, when - now))}`;
      if (was === undefined)
        return `${owner} enters a timeout ${deadline}${when === 0 ? '' : `, until ${timeText(when)}`}.`;
      return when === 0
        ? `${possessive(owner)} timeout is put off for ever.`
        : `${possessive(owner)} timeout is moved to ${timeText(when)}.`;
    }
  }
}

interface Grouped {
  readonly owner: string;
  readonly was: Scope | undefined;
  readonly world: World;
}

function group({ state, children, count }: EventOf<'scope.changed'>, { owner, was, world }: Grouped): string {
  const theirs = `${possessive(owner)} task group`;
  if (state === 'left') return `${theirs} is empty: ${owner} can leave it.`;
  if (was === undefined) return `${owner} opens a task group: what is created in it must end before ${owner} goes on.`;
  if (state !== was.state) {
    if (state === 'cancelling')
      return `${theirs} has failed: it asks the tasks that are left to cancel${namesOf(world, children, count)}.`;
    return `${owner} is at the end of its task group and waits for ${countOf(count)}${namesOf(world, children, count)}.`;
  }
  if (count > was.count) {
    const [joined] = children.filter((child) => !was.children.includes(child));
    return `${joined === undefined ? 'A task' : taskName(world, joined)} joins ${theirs}, which holds ${countOf(count)} now.`;
  }
  const [gone] = was.children.filter((child) => !children.includes(child));
  return `${gone === undefined ? 'A task' : taskName(world, gone)} has ended and leaves ${theirs}: ${countOf(count)} left.`;
}

function completed({ state, children, count }: EventOf<'scope.changed'>, { was, world }: Grouped): string {
  if (was === undefined)
    return `as_completed watches ${countOf(count)}${namesOf(world, children, count)}: first done, first served.`;
  if (state === 'left') return 'as_completed has handed out all of its results.';
  const [done] = was.children.filter((child) => !children.includes(child));
  return `${done === undefined ? 'A task' : taskName(world, done)} is the next that as_completed hands out: ${countOf(count)} left.`;
}

function countOf(count: number): string {
  return count === 0 ? 'none' : count === 1 ? '1 task' : `${count} tasks`;
}

function namesOf(world: World, children: readonly number[], count: number): string {
  if (children.length === 0) return '';
  const names = children.map((child) => taskName(world, child));
  return ` (${count > children.length ? `${listOf(names.slice(0, 3))} and others` : listOf(names)})`;
}
