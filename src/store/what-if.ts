/** What can be done from outside at a place of a run: every thing that is alive there, and the legal actions for its state. */
import type { Action } from '../scenario/intervention.ts';
import { LIMITS } from '../scenario/limits.ts';
import { endedText } from '../trace/ended-text.ts';
import { isCutOff } from '../trace/links.ts';
import { bytesText, peerName } from '../trace/narrate-network.ts';
import { isGone } from '../trace/process-names.ts';
import { futureLabel, quoted, shortLabel, taskWithLabel } from '../trace/words.ts';
import type { Connection, Task, World } from '../trace/world.ts';

export interface Offer {
  /** On the button. */
  readonly word: string;
  /** With the usual values of what has to be said first. */
  readonly action: Action;
  readonly asks: 'nothing' | 'exception' | 'value' | 'delay';
}

export type ThingKind = 'program' | 'process' | 'layer' | 'task' | 'future' | 'link' | 'message';

export interface Thing {
  readonly kind: ThingKind;
  readonly id: number;
  readonly name: string;
  /** What it does now. */
  readonly note: string;
  readonly offers: readonly Offer[];
}

/** `main`: the file that the first process runs. */
export function thingsAt(world: World, main: string): readonly Thing[] {
  return [
    { kind: 'program', id: 0, name: 'the terminal', note: 'SIGINT for every process', offers: [CTRL_C] },
    ...aliveTasks(world).map((task) => taskThing(world, task)),
    ...futureThings(world),
    ...processThings(world, main),
    ...layerThings(world),
    ...world.connections.flatMap((one) => wireThings(one, isCutOff(world.links, one))),
  ];
}

const CTRL_C: Offer = { word: 'Ctrl-C', action: { kind: 'interrupt' }, asks: 'nothing' };

function aliveTasks(world: World): readonly Task[] {
  const isAlive = ({ state }: Task): boolean => state === 'ready' || state === 'waiting' || state === 'running';
  return [...world.tasks.values()].filter((task) => isAlive(task) && !isGone(world, task));
}

function taskThing(world: World, task: Task): Thing {
  const { id, waitsOn } = task;
  const named = { task: nameFor(task.name), id };
  return {
    kind: 'task',
    id,
    name: taskWithLabel(world, id),
    note: waitsOn === 0 ? task.state : `waits for ${futureLabel(world, waitsOn)}`,
    offers: [
      { word: 'Cancel', action: { kind: 'cancelTask', ...named }, asks: 'nothing' },
      {
        word: 'Raise in it…',
        action: { kind: 'raiseInTask', ...named, exception: 'ValueError', message: '' },
        asks: 'exception',
      },
    ],
  };
}

/** Those on which a task waits; one without label is called by its number. */
function futureThings(world: World): readonly Thing[] {
  return aliveTasks(world).flatMap(({ waitsOn, ...task }): Thing[] => {
    const future = world.futures.get(waitsOn);
    if (future === undefined || future.isTask || future.state !== 'pending' || future.waiters[0] !== task.id) return [];
    const action = { kind: 'resolveFuture', future: nameFor(future.label), id: waitsOn, value: 'None' } as const;
    const note = `pending; ${shortLabel({ ...task, waitsOn })} waits for it`;
    return [
      {
        kind: 'future',
        id: waitsOn,
        name: futureLabel(world, waitsOn),
        note,
        offers: [{ word: 'Resolve with…', action, asks: 'value' }],
      },
    ];
  });
}

function restart(process: string, id: number): Offer {
  return { word: 'Restart', action: { kind: 'restart', process: nameFor(process), id }, asks: 'nothing' };
}

function processThings(world: World, main: string): readonly Thing[] {
  const kill = (process: string, id: number): readonly Offer[] =>
    (['SIGTERM', 'SIGKILL'] as const).map((signal) => ({
      word: signal === 'SIGKILL' ? 'Kill -9 (SIGKILL)' : 'Kill (SIGTERM)',
      action: { kind: 'signal', process: nameFor(process), signal, ...(id === 0 ? {} : { id }) },
      asks: 'nothing',
    }));
  if (world.processes.length === 0)
    return [{ kind: 'process', id: 0, name: `process ${main}`, note: 'the only one', offers: kill(main, 0) }];
  const replaced = new Set(world.processes.map(({ replaces }) => replaces));
  return world.processes
    .filter(({ id, parent, status }) => status === null || (canRestart(world, parent) && !replaced.has(id)))
    .map(({ id, label, parent, pid, status }) => {
      const kills = status === null ? kill(label, pid) : [];
      return {
        kind: 'process' as const,
        id,
        name: `process ${pid} ${label}`,
        note: status === null ? 'runs' : endedText(status),
        offers: canRestart(world, parent) ? [...kills, restart(label, pid)] : kills,
      };
    });
}

/** Whoever started it still runs. */
function canRestart({ processes }: World, parent: number): boolean {
  return processes.some(({ id, status }) => id === parent && status === null);
}

/** `1 message`. */
function countText(count: number): string {
  return count === 1 ? '1 message' : `${count} messages`;
}

/** Servers that hold channel layers. */
function layerThings({ brokers, envelopes }: World): readonly Thing[] {
  return brokers
    .filter(({ isOpen, type }) => isOpen && type === 'Redis')
    .map(({ id, label }) => ({
      kind: 'layer',
      id,
      name: `layer ${label}`,
      note: `holds ${countText(envelopes.filter(({ state }) => state === 'queued').length)}`,
      offers: [{ word: 'Flush', action: { kind: 'flushLayer', layer: label }, asks: 'nothing' }],
    }));
}

function wireThings(connection: Connection, isCut: boolean): readonly Thing[] {
  const { from, id, kind, messages, state } = connection;
  const isOver = state === 'closed' || state === 'failed';
  const to = peerName(connection, id);
  const link: Thing[] =
    isOver || (kind !== 'tcp' && kind !== 'udp')
      ? []
      : [
          {
            kind: 'link',
            id,
            name: `link ${from} – ${to}`,
            note: isCut ? `${state}, cut` : state,
            offers: [
              isCut
                ? { word: 'Heal this link', action: { kind: 'healLink', from, to }, asks: 'nothing' }
                : { word: 'Cut this link', action: { kind: 'cutLink', from, to }, asks: 'nothing' },
            ],
          },
        ];
  const tokens = messages.map((message): Thing => {
    const packet = message.id;
    return {
      kind: 'message',
      id: packet,
      name: `message ${quoted(message.label)}`,
      note: `${bytesText(message.size)}, ${message.isForward ? 'to' : 'from'} ${to}`,
      offers: [
        { word: 'Lose this message', action: { kind: 'dropPacket', packet }, asks: 'nothing' },
        { word: 'Delay it…', action: { kind: 'delayPacket', packet, delayMs: 500 }, asks: 'delay' },
      ],
    };
  });
  return [...link, ...tokens];
}

/** As much of a name as an intervention can hold. */
function nameFor(name: string): string {
  return name.slice(0, LIMITS.taskNameLengthMax);
}
