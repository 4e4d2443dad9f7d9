/** Chains, groups and chords as small graphs that fill in as their parts finish. */
import type { Canvas } from '../trace/brokers.ts';
import type { LinkMark, QueueMark, TaskMark } from './queue-marks.ts';
import { type TaskInput, taskMark } from './queue-tasks.ts';

const HEAD = 24;
const NODE = { width: 150, height: 40 };
const ARROW = 26;
const GAP = 8;
const BELOW = 12;
/** Earlier ones are left out. */
const CANVASES_MAX = 4;

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

interface Drawn {
  readonly marks: readonly QueueMark[];
  readonly bottom: number;
}

export function canvasMarks(input: TaskInput, { width, x, y }: Area): Drawn {
  const { canvases } = input.world;
  const first = Math.max(0, canvases.length - CANVASES_MAX);
  const marks: QueueMark[] = [];
  let top = y;
  for (const [index, canvas] of canvases.slice(first).entries()) {
    const drawn = oneCanvas(input, canvas, { key: `canvas ${first + index}`, x, y: top, width });
    marks.push(...drawn.marks);
    top = drawn.bottom + BELOW;
  }
  return { marks, bottom: top };
}

interface CanvasPlace extends Area {
  readonly key: string;
}

function oneCanvas(input: TaskInput, canvas: Canvas, place: CanvasPlace): Drawn {
  const { key, width, x, y } = place;
  const node = (index: number, at: { readonly x: number; readonly y: number }): TaskMark => {
    const [id = '', label = ''] = [canvas.parts[index], canvas.labels[index]];
    const own = { id, label, key: `${key} part ${index}` };
    return taskMark(input, own, { ...at, width: Math.min(NODE.width, width), height: NODE.height });
  };
  const drawn =
    canvas.type === 'chord'
      ? chord(canvas, place, node)
      : canvas.type === 'chain'
        ? chain(canvas, place, node)
        : group(canvas, place, node);
  const text = titleOf(canvas, drawn.marks);
  const head = {
    kind: 'head',
    key,
    text,
    look: 'broker',
    process: 0,
    opacity: 1,
    x,
    y,
    width,
    height: HEAD - 2,
  } as const;
  return { marks: [head, ...drawn.marks], bottom: drawn.bottom };
}

/** `chord: 2 of 3 parts done, then the body`. */
function titleOf({ parts, type }: Canvas, marks: readonly QueueMark[]): string {
  const tasks = marks.filter((mark) => mark.kind === 'task');
  const counted = type === 'chord' ? tasks.slice(0, -1) : tasks;
  const done = counted.filter(({ state }) => state === 'done').length;
  const failed = counted.filter(({ state }) => state === 'failed').length;
  const said = `${type}: ${done} of ${counted.length} ${type === 'chain' ? 'links' : 'parts'} done`;
  const bad = failed === 0 ? '' : `, ${failed} failed`;
  return type === 'chord' && parts.length > 1 ? `${said}${bad}, then its body` : `${said}${bad}`;
}

type Node = (index: number, at: { readonly x: number; readonly y: number }) => TaskMark;

/** How many stand side by side. */
function acrossIn(width: number, gap: number): number {
  return Math.max(1, Math.floor((width + gap) / (NODE.width + gap)));
}

function link(key: string, from: TaskMark, to: TaskMark, isDone: boolean): LinkMark {
  const [x, y] = [from.x + from.width, from.y + from.height / 2];
  const end = { x: to.x, y: to.y + to.height / 2 };
  return {
    kind: 'link',
    key,
    look: isDone ? 'now' : 'quiet',
    x,
    y,
    width: end.x - x,
    height: end.y - y,
    detour: null,
    opacity: 1,
  };
}

/** From link to link; where there is no room the next stands below. */
function chain({ parts }: Canvas, { key, width, x, y }: CanvasPlace, node: Node): Drawn {
  const across = acrossIn(width, ARROW);
  const nodes = parts.map((_, index) => {
    const row = Math.floor(index / across);
    return node(index, { x: x + (index % across) * (NODE.width + ARROW), y: y + HEAD + row * (NODE.height + GAP) });
  });
  const links = nodes.flatMap((to, index) => {
    const from = nodes[index - 1];
    return from === undefined || from.y !== to.y ? [] : [link(`${key} to ${index}`, from, to, from.state === 'done')];
  });
  return { marks: [...links, ...nodes], bottom: bottomOf(nodes, y) };
}

function group({ parts }: Canvas, { width, x, y }: CanvasPlace, node: Node): Drawn {
  const nodes = grid(parts.length, { x, y: y + HEAD, width }, node);
  return { marks: nodes, bottom: bottomOf(nodes, y) };
}

function grid(count: number, { width, x, y }: Area, node: Node): readonly TaskMark[] {
  const across = acrossIn(width, GAP);
  return Array.from({ length: count }, (_, index) =>
    node(index, {
      x: x + (index % across) * (NODE.width + GAP),
      y: y + Math.floor(index / across) * (NODE.height + GAP),
    }),
  );
}

/** Its header below each other, and from each a line to its body; where there is no room the body stands below. */
function chord({ parts }: Canvas, { key, width, x, y }: CanvasPlace, node: Node): Drawn {
  const count = Math.max(0, parts.length - 1);
  const beside = NODE.width + 2 * ARROW;
  const isBeside = width >= 2 * NODE.width + 2 * ARROW;
  const top = y + HEAD;
  const header = isBeside
    ? grid(count, { x, y: top, width: Math.min(width - beside, Math.ceil(count / 4) * (NODE.width + GAP)) }, node)
    : grid(count, { x, y: top, width }, node);
  const end = bottomOf(header, y);
  const right = Math.max(x, ...header.map((mark) => mark.x + mark.width));
  const body = isBeside
    ? node(count, { x: right + 2 * ARROW, y: (top + end - NODE.height) / 2 })
    : node(count, { x, y: end + GAP });
  const links = isBeside
    ? header
        .filter((mark) => mark.x + mark.width === right)
        .map((from) => link(`${key} from ${from.key}`, from, body, from.state === 'done'))
    : [];
  return { marks: [...links, ...header, body], bottom: Math.max(end, body.y + body.height) };
}

function bottomOf(nodes: readonly TaskMark[], y: number): number {
  return Math.max(y + HEAD, ...nodes.map((mark) => mark.y + mark.height));
}
