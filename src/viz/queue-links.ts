/** Lines between who sends, the pipes and who reads: only of what is so now, of what this event did, and of the selected message. */
import { envelopeOf, queueOf } from '../trace/brokers.ts';
import type { TraceEvent } from '../trace/events.ts';
import type { Life } from '../trace/life.ts';
import type { World } from '../trace/world.ts';
import { ackLinks, type Ends } from './queue-ack-links.ts';
import { inHand } from './queue-boxes.ts';
import { memberKey } from './queue-groups.ts';
import type { BoxMark, LinkMark, MemberMark, PipeMark, QueueMark } from './queue-marks.ts';
import { MOUTH } from './queue-pipes.ts';

export interface LinkInput {
  readonly world: World;
  readonly event: TraceEvent | null;
  readonly lineage: readonly Life[];
  readonly marks: readonly QueueMark[];
}

type Look = LinkMark['look'];
/** A line that is told of twice has the look that comes first. */
const RANKS: readonly Look[] = ['now', 'refused', 'path', 'ahead', 'quiet'];

export function linkMarks(input: LinkInput): readonly LinkMark[] {
  const places = placesOf(input.marks);
  const links = [
    ...eventLinks(input, places),
    ...lineageLinks(input, places),
    ...clientLinks(input.world, places),
    ...standingLinks(input.world, places),
    ...ackLinks(input, endsOf(places)),
  ].filter((link) => link !== null);
  const best = new Map<string, LinkMark>();
  for (const link of links) {
    const other = best.get(link.key);
    if (other === undefined || RANKS.indexOf(link.look) < RANKS.indexOf(other.look)) best.set(link.key, link);
  }
  return [...best.values()];
}

interface Places {
  readonly box: (process: number) => BoxMark | undefined;
  readonly pipe: (queue: number) => PipeMark | undefined;
  readonly member: (key: string) => MemberMark | undefined;
}

function placesOf(marks: readonly QueueMark[]): Places {
  const boxes = new Map(marks.flatMap((mark) => (mark.kind === 'box' ? [[mark.process, mark] as const] : [])));
  const pipes = new Map(marks.flatMap((mark) => (mark.kind === 'pipe' ? [[mark.queue, mark] as const] : [])));
  const members = new Map(marks.flatMap((mark) => (mark.kind === 'member' ? [[mark.key, mark] as const] : [])));
  return { box: (id) => boxes.get(id), pipe: (id) => pipes.get(id), member: (key) => members.get(key) };
}

function endsOf(places: Places): Ends {
  return {
    ...places,
    inlet: (pipe) => (pipe.side === 'left' ? { x: endOf(pipe, 'out').x, y: pipe.y + 3 } : endOf(pipe, 'in')),
    reading: (process, queue, look) => reading(places, process, queue, look),
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function between(key: string, look: Look, from: Point, to: Point): LinkMark {
  return {
    kind: 'link',
    key,
    look,
    x: from.x,
    y: from.y,
    width: to.x - from.x,
    height: to.y - from.y,
    detour: null,
    opacity: 1,
  };
}

/** The end of a pipe where messages go in, or come out, a little apart from its mouth. */
function endOf({ height, side, width, x, y }: PipeMark, end: 'in' | 'out'): Point {
  const isLeft = (side === 'left') === (end === 'out');
  const out = end === 'out' ? MOUTH : 4;
  return { x: isLeft ? x - out : x + width + out, y: y + height / 2 };
}

/** Who stands on the side where the pipe is read puts in there, beside the mouth: no line runs across the pipe. */
function inletFor(box: BoxMark, pipe: PipeMark): Point {
  const isBoxLeft = box.x < pipe.x;
  if (isBoxLeft !== (pipe.side === 'left')) return endOf(pipe, 'in');
  return { x: endOf(pipe, 'out').x, y: pipe.y + 3 };
}

/** The side of a box that faces a point. */
function edgeOf({ height, width, x, y }: BoxMark, towards: Point, isOut: boolean): Point {
  return { x: towards.x > x + width / 2 ? x + width : x, y: y + (isOut ? height * 0.35 : height * 0.65) };
}

function writing(places: Places, process: number, queue: number, look: Look): LinkMark | null {
  const [box, pipe] = [places.box(process), places.pipe(queue)];
  if (box === undefined || pipe === undefined) return null;
  const to = inletFor(box, pipe);
  return between(`write ${process} ${queue}`, look, edgeOf(box, to, true), to);
}

function reading(places: Places, process: number, queue: number, look: Look): LinkMark | null {
  const [box, pipe] = [places.box(process), places.pipe(queue)];
  if (box === undefined || pipe === undefined) return null;
  const from = endOf(pipe, 'out');
  return between(`read ${process} ${queue}`, look, from, edgeOf(box, from, false));
}

/** What has just happened. */
function eventLinks({ event, world }: LinkInput, places: Places): readonly (LinkMark | null)[] {
  switch (event?.kind) {
    case 'envelope.stored': {
      const sender = envelopeOf(world, event.envelope)?.sender.process ?? 0;
      const copy = event.group === '' ? null : fanOut(world, places, event, 'now');
      return [copy ?? (hasExchanges(world, event.queue) ? null : writing(places, sender, event.queue, 'now'))];
    }
    case 'envelope.refused': {
      const copy = event.group === '' ? null : fanOut(world, places, event, 'refused');
      const sender = world.threads.find(({ id }) => id === world.thread)?.process ?? 1;
      return [copy ?? (hasExchanges(world, event.queue) ? null : writing(places, sender, event.queue, 'refused'))];
    }
    case 'envelope.taken': {
      const envelope = envelopeOf(world, event.envelope);
      return envelope === undefined ? [] : [reading(places, envelope.reader?.process ?? 0, envelope.queue, 'now')];
    }
    default:
      return [];
  }
}

/** From the member of the group to its pipe. */
function fanOut(
  { queues }: World,
  places: Places,
  { group, name, queue }: { readonly group: string; readonly name: string; readonly queue: number },
  look: Look,
): LinkMark | null {
  const broker = queueOf({ queues }, queue)?.broker ?? 0;
  const member = places.member(memberKey({ broker, name: group }, name));
  const pipe = places.pipe(queue);
  if (member === undefined || pipe === undefined) return null;
  const to = endOf(pipe, 'in');
  const x = to.x > member.x + member.width / 2 ? member.x + member.width : member.x;
  return between(`copy ${group} ${name}`, look, { x, y: member.y + member.height / 2 }, to);
}

/** The selected message: what it has behind it, and what is still ahead. */
function lineageLinks({ lineage, world }: LinkInput, places: Places): readonly (LinkMark | null)[] {
  return lineage.flatMap(({ answered, asked, events, queue }) => [
    ...events.map(({ kind, position, process }) => {
      const look = position <= world.position ? ('path' as const) : ('ahead' as const);
      if (kind === 'stored') return hasExchanges(world, queue) ? null : writing(places, process, queue, look);
      return kind === 'taken' || kind === 'delivered' ? reading(places, process, queue, look) : null;
    }),
    ...[asked, answered].map((wire) => {
      const server = events.find(({ kind }) => kind === (wire === asked ? 'stored' : 'taken'))?.process ?? 0;
      const look = (wire?.position ?? 0) <= world.position ? ('path' as const) : ('ahead' as const);
      return wire === null ? null : asking(places, wire.peer, server, look);
    }),
  ]);
}

function asking(places: Places, client: number, server: number, look: Look): LinkMark | null {
  const [from, to] = [places.box(client), places.box(server)];
  if (from === undefined || to === undefined || from.isChild || to.isChild) return null;
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  return between(`ask ${client} ${server}`, look, start, { x: to.x, y: to.y + to.height / 2 });
}

/** Open connections between clients and servers. */
function clientLinks({ connections }: World, places: Places): readonly (LinkMark | null)[] {
  return connections.flatMap(({ clientHolders, serverHolders, state }) =>
    state === 'closed' || state === 'failed'
      ? []
      : clientHolders.flatMap((client) =>
          serverHolders.map((server) => (client === server ? null : asking(places, client, server, 'quiet'))),
        ),
  );
}

/** Who put there what stands in the pipes, and where what is in hand was taken from. */
function standingLinks(world: World, places: Places): readonly (LinkMark | null)[] {
  const stored = world.envelopes
    .filter(({ group, queue, state }) => state === 'queued' && group === '' && !hasExchanges(world, queue))
    .map(({ queue, sender }) => writing(places, sender.process, queue, 'quiet'));
  const processes = world.processes.length === 0 ? [{ id: 1, replaces: 0 }] : world.processes;
  const taken = processes.flatMap((process) =>
    inHand(world, process)
      .filter(({ consumerId, state }) => state === 'running' && consumerId === 0)
      .map(({ queue }) => reading(places, process.id, queue, 'quiet')),
  );
  return [...stored, ...taken];
}

/** What stands in the queue came over an exchange: its lines are drawn. */
function hasExchanges(world: World, queue: number): boolean {
  const broker = queueOf(world, queue)?.broker;
  return world.exchanges.some((exchange) => exchange.broker === broker);
}
