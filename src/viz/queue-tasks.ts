/** Tasks of Celery: what the result backend says of each, and what is really done with its messages. */
import { type CeleryTask, envelopeOf } from '../trace/brokers.ts';
import type { TraceEvent } from '../trace/events.ts';
import type { Lives } from '../trace/life.ts';
import type { World } from '../trace/world.ts';
import { worksOn } from './queue-file.ts';
import type { HeadMark, QueueMark, TaskMark } from './queue-marks.ts';
import { shortCall } from './queue-tokens.ts';
import type { StateName } from './states.ts';

const HEAD = 24;
const ROW = 26;
/** Older ones are counted. */
const ROWS_MAX = 8;

export interface TaskInput {
  readonly world: World;
  readonly event: TraceEvent | null;
  readonly lives: Lives;
}

const STATES: Readonly<Record<string, StateName>> = {
  SUCCESS: 'done',
  FAILURE: 'failed',
  REVOKED: 'cancelled',
  REJECTED: 'cancelled',
  STARTED: 'running',
  RETRY: 'ready',
  IGNORED: 'done',
};

interface TaskPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** `id` may be one that nothing is known of yet. */
export function taskMark(
  { event, lives, world }: TaskInput,
  { id, key, label }: { readonly id: string; readonly key: string; readonly label: string },
  place: TaskPlace,
): TaskMark {
  const task = world.celeryTasks.find((each) => each.id === id);
  const tries = (lives.tries.get(id) ?? []).filter((envelope) => envelopeOf(world, envelope) !== undefined);
  const last = tries.at(-1) ?? 0;
  const runs = tries.some((envelope) => {
    const found = envelopeOf(world, envelope);
    // Who has just stored the result has done with it.
    return found !== undefined && worksOn(world, found).some(({ by }) => !isOver(task) || by.thread !== task?.thread);
  });
  const isOfEvent = event !== null && (event.kind === 'celeryTask.changed' ? event.id === id : isAbout(event, tries));
  const state = runs ? 'running' : (STATES[task?.state ?? ''] ?? 'waiting');
  return {
    ...{ kind: 'task', key, opacity: 1, ...place },
    ...{ label: shortCall(label === '' ? labelOf(world, task, last) : label), state, envelope: last, isNew: isOfEvent },
    detail:
      id === ''
        ? 'drawn below'
        : detailText(task, { runs, isSent: last !== 0, tries: (lives.tries.get(id) ?? []).indexOf(last) + 1 }),
    value: task?.text ?? '',
  };
}

function isOver(task: CeleryTask | undefined): boolean {
  return task !== undefined && /^(?:SUCCESS|FAILURE|REVOKED|RETRY)$/.test(task.state);
}

function isAbout(event: TraceEvent, tries: readonly number[]): boolean {
  return 'envelope' in event && tries.includes(event.envelope);
}

function labelOf(world: World, task: CeleryTask | undefined, envelope: number): string {
  return envelopeOf(world, envelope)?.label ?? task?.name ?? '';
}

/** `PENDING, runs, message 2`. */
function detailText(
  task: CeleryTask | undefined,
  { isSent, runs, tries }: { readonly runs: boolean; readonly isSent: boolean; readonly tries: number },
): string {
  const parts = [
    task === undefined || (task.state === 'PENDING' && !isSent) ? 'not sent' : task.state,
    ...(runs ? ['runs'] : []),
    ...(tries > 1 ? [`message ${tries}`] : []),
  ];
  return parts.join(', ');
}

/** What the result backend knows, of tasks that are in no canvas. */
export function resultMarks(
  input: TaskInput,
  { width, x, y }: Omit<TaskPlace, 'height'>,
): { readonly marks: readonly QueueMark[]; readonly bottom: number } {
  const { canvases, celeryTasks } = input.world;
  const drawn = new Set(canvases.flatMap(({ parts }) => parts));
  const alone = celeryTasks.filter(({ id }) => !drawn.has(id));
  if (alone.length === 0) return { marks: [], bottom: y };
  const shown = alone.slice(-ROWS_MAX);
  const head = (key: string, text: string, at: number, look: HeadMark['look']): HeadMark => {
    return { kind: 'head', key, text, look, process: 0, opacity: 1, x, y: at, width, height: HEAD - 2 };
  };
  const rows = shown.map(({ id }, index) => {
    const place = { x, y: y + HEAD + index * ROW, width, height: ROW - 4 };
    return taskMark(input, { id, key: `result ${id}`, label: '' }, place);
  });
  const bottom = y + HEAD + shown.length * ROW;
  const title = head('results', 'tasks and their results', y, 'broker');
  if (shown.length === alone.length) return { marks: [title, ...rows], bottom };
  const more = head('results more', `and ${alone.length - shown.length} before them`, bottom, 'more');
  return { marks: [title, ...rows, more], bottom: bottom + HEAD };
}
