/** What can be chosen to be looked at, at a place of the run: a group for each kind, living things first. */
import type { Selection } from '../store/state.ts';
import { threadName } from '../trace/process-names.ts';
import { coroutineName, futureLabel, quoted, syncName, taskWithLabel } from '../trace/words.ts';
import type { World } from '../trace/world.ts';

type Chosen = Exclude<Selection, { readonly kind: 'none' }>;

export interface Choice {
  readonly selection: Chosen;
  readonly name: string;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** Of each group. Further ones can be selected in the pictures. */
const CHOICES_MAX = 200;

export function choicesAt(world: World): readonly ChoiceGroup[] {
  const groups: readonly ChoiceGroup[] = [
    { label: 'Tasks', choices: ordered(world).map((id) => choice('task', id, taskWithLabel(world, id))) },
    {
      label: 'Locks, events, queues',
      choices: [...world.syncs.values()].map((sync) => choice('sync', sync.id, syncName(sync, sync.id))),
    },
    {
      label: 'Futures',
      choices: [...world.futures.values()]
        .filter(({ isTask }) => !isTask)
        .map(({ id, state }) => choice('future', id, `${futureLabel(world, id)}, ${state}`)),
    },
    {
      label: 'Coroutines that do not run',
      choices: [...world.coroutines.values()].map((one) => choice('coroutine', one.id, coroutineName(one, one.id))),
    },
    {
      label: 'Threads',
      choices: world.threads
        .filter(({ state }) => state !== 'ended')
        .map(({ id }) => choice('task', -id, threadName(world, id))),
    },
    {
      label: 'Processes',
      choices: world.processes
        .filter(({ status }) => status === null)
        .map(({ id, label, pid }) => choice('process', id, `${pid} ${label}`)),
    },
    { label: 'Channels', choices: world.queues.map(({ id, name }) => choice('queue', id, name)) },
    {
      label: 'Messages of channels',
      choices: world.envelopes.map(({ id, label, name }) => choice('envelope', id, `${id} ${label} for ${name}`)),
    },
    {
      label: 'Messages under way',
      choices: world.connections.flatMap(({ messages }) =>
        messages.map(({ id, label }) => choice('message', id, quoted(label))),
      ),
    },
  ];
  return groups
    .filter(({ choices }) => choices.length > 0)
    .map(({ choices, label }) => ({ label, choices: choices.slice(0, CHOICES_MAX) }));
}

/** Those that are not done first. */
function ordered({ tasks }: World): readonly number[] {
  const isOver = (state: string): boolean => state === 'done' || state === 'failed' || state === 'cancelled';
  const all = [...tasks.values()];
  return [...all.filter(({ state }) => !isOver(state)), ...all.filter(({ state }) => isOver(state))].map(
    ({ id }) => id,
  );
}

function choice(kind: Chosen['kind'], id: number, name: string): Choice {
  return { selection: { kind, id }, name };
}

export const keyOf = (selection: Selection): string =>
  selection.kind === 'none' ? 'none' : `${selection.kind} ${selection.id}`;
