/** Groups below the pipes: who belongs to them, and the copy that each member got, or did not. */
import { type Group, isFor } from '../trace/brokers.ts';
import type { TraceEvent } from '../trace/events.ts';
import type { World } from '../trace/world.ts';
import type { HeadMark, MemberMark, QueueMark } from './queue-marks.ts';
import { boxName } from './queue-roles.ts';

const HEAD = 24;
const ROW = 24;
const GAP = 8;
/** Further members are counted. */
export const MEMBERS_MAX = 8;

interface GroupPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export function groupMarks(
  world: World,
  event: TraceEvent | null,
  group: Group,
  place: GroupPlace,
): { readonly marks: readonly QueueMark[]; readonly bottom: number } {
  const { width, x, y } = place;
  const { members, name } = group;
  const head: HeadMark = {
    ...{
      kind: 'head',
      key: `group ${group.broker} ${name}`,
      look: 'broker',
      process: 0,
      opacity: 1,
    },
    ...{ x, y, width, height: HEAD },
    text: `group ${name}: ${members.length === 1 ? '1 member' : `${members.length} members`}`,
  };
  const shown = members.slice(0, MEMBERS_MAX);
  const rows = shown.map(
    (member, index): MemberMark => ({
      ...{ kind: 'member', key: memberKey(group, member), opacity: 1 },
      ...{ x: x + 12, y: y + HEAD + index * ROW, width: width - 24, height: ROW - 4 },
      name: member,
      ...memberState(world, event, group, member),
    }),
  );
  const more = members.length - shown.length;
  const bottom = y + HEAD + shown.length * ROW;
  if (more === 0) return { marks: [head, ...rows], bottom: bottom + GAP };
  const rest: HeadMark = {
    ...{
      kind: 'head',
      key: `${head.key} more`,
      look: 'more',
      text: `and ${more} more`,
      process: 0,
      opacity: 1,
    },
    ...{ x: x + 12, y: bottom, width: width - 24, height: ROW - 4 },
  };
  return { marks: [head, ...rows, rest], bottom: bottom + ROW + GAP };
}

export function memberKey({ broker, name }: Pick<Group, 'broker' | 'name'>, member: string): string {
  return `member ${broker} ${name} ${member}`;
}

/** A copy counts as long as the clock stands: they are all sent at one instant. */
function memberState(
  world: World,
  event: TraceEvent | null,
  { name }: Group,
  member: string,
): Pick<MemberMark, 'detail' | 'look'> {
  if (event?.kind === 'envelope.refused' && event.group === name && isFor(event, member))
    return { look: 'refused', detail: `its copy is dropped: ${event.reason}` };
  const copy = world.envelopes.findLast((one) => one.group === name && isFor(one, member));
  if (copy !== undefined && copy.storedUs === world.timeUs) return { look: 'copied', detail: `copy ${copy.id}` };
  const owner = ownerOf(world, member);
  if (owner === 0 || world.processes.length === 0) return { look: 'quiet', detail: '' };
  const isDead = world.processes.some(({ id, status }) => id === owner && status !== null);
  const process = boxName(world, owner);
  return isDead
    ? { look: 'ghost', detail: `a ghost: ${process} is dead` }
    : { look: 'quiet', detail: `read by ${process}` };
}

/** The process that alone may read the channel; 0 any. */
function ownerOf({ queues }: Pick<World, 'queues'>, channel: string): number {
  const shared = channel.replace(/!.*$/, '!');
  return queues.find(({ name }) => name === channel || name === shared)?.owner ?? 0;
}
