/** One look into a stopped run: the tree of values as far as it is open. The tree is read off first, and only then are reprs called. */
import { PyFuture, PyTask } from '../../asyncio/shapes.ts';
import { type PyObject, typeOf, type Value } from '../../python/objects/value.ts';
import type { Machine } from '../../python/vm/machine.ts';
import {
  MEMBERS_MAX,
  MEMBERS_PAGE,
  PATH_SEPARATOR,
  type Site,
  type ValueNode,
  type ValuesAnswer,
  type ValuesInquiry,
} from '../../scenario/inspection.ts';
import { withoutScope } from '../describe.ts';
import { listed, type Member, type Members, membersOf, NO_MEMBERS } from './members.ts';
import { LONG_MAX, type Reprs } from './reprs.ts';
import type { Stopped, StoppedFrame } from './stop.ts';
import { find } from './subjects.ts';
import { definitionsOf, variablesOf } from './variables.ts';

/** Nodes of one answer. What is beyond is closed. */
const NODES_MAX = 5_000;
const FRAMES_MAX = 60;
/** Definitions of a module. */
const DEFINITIONS = 'definitions';

type Draft = { -readonly [K in keyof ValueNode]: ValueNode[K] };

export function look(stopped: Stopped | null, inquiry: ValuesInquiry, reprs: Reprs): ValuesAnswer {
  const seen = stopped === null ? undefined : find(stopped, inquiry.subject);
  if (seen === undefined) return { kind: 'values', nodes: [], repr: '', isMissing: true };
  const { frames, object, of } = seen;
  const tree = new Tree(inquiry);
  const nodes = [
    ...framePaths(frames).map(([path, each]) => tree.frame(path, each)),
    ...(object === null ? [] : [tree.itself(object)]),
  ];
  reprs.refill();
  tree.tell(reprs, of);
  return {
    kind: 'values',
    nodes,
    repr: object === null ? '' : reprs.whole(object, of, LONG_MAX).text,
    isMissing: false,
  };
}

/** Counted from the outermost, so that a frame keeps its path while others come and go above it. */
function framePaths(frames: readonly StoppedFrame[]): readonly (readonly [path: string, each: StoppedFrame])[] {
  return frames
    .slice(0, FRAMES_MAX)
    .map((each, index) => [`frame ${frames.length - index} ${each.frame.code.qualname}`, each] as const);
}

class Tree {
  private readonly toggled: ReadonlySet<string>;
  private readonly wanted: ValuesInquiry['wanted'];
  private readonly untold: { readonly node: Draft; readonly value: Value }[] = [];
  private left = NODES_MAX;

  constructor({ toggled, wanted }: ValuesInquiry) {
    this.toggled = new Set(toggled);
    this.wanted = wanted;
  }

  /** The texts of all values, in the order of the tree. */
  tell(reprs: Reprs, of: Machine): void {
    for (const { node, value } of this.untold) {
      const { isBroken, text } = reprs.short(value, of);
      node.text = text;
      node.isBroken = isBroken;
    }
  }

  frame(path: string, { frame, line }: StoppedFrame): ValueNode {
    const { code } = frame;
    const site: Site = { file: code.filename, line, isUser: code.isUser };
    const variables = variablesOf(frame);
    const definitions = definitionsOf(frame);
    const node = this.holder({ path, name: withoutScope(code.qualname), kind: 'frame', site });
    node.size = variables.size + (definitions.length === 0 ? 0 : 1);
    if (!this.isOpen(path, code.isUser)) return node;
    const held = this.members(path, variables, new Set());
    const group = definitions.length === 0 ? [] : [this.group(path, listed(definitions))];
    node.members = [...held, ...group];
    return node;
  }

  /** The thing that is looked at, after its frames. */
  itself(object: PyObject): ValueNode {
    const path = 'itself';
    const held = membersOf(object);
    const node = this.holder({ path, name: typeName(object), kind: 'group', site: null });
    node.size = held.size;
    node.thing = thingOf(object);
    if (this.isOpen(path, true)) node.members = this.members(path, held, new Set([object]));
    return node;
  }

  private group(above: string, definitions: Members): ValueNode {
    const path = `${above}${PATH_SEPARATOR}${DEFINITIONS}`;
    const node = this.holder({ path, name: DEFINITIONS, kind: 'group', site: null });
    node.size = definitions.size;
    if (this.isOpen(path, false)) node.members = this.members(path, definitions, new Set());
    return node;
  }

  private members(above: string, held: Members, open: ReadonlySet<Value>): readonly ValueNode[] {
    const count = Math.min(this.wanted[above] ?? MEMBERS_PAGE, MEMBERS_MAX, this.left);
    const names = new Map<string, number>();
    return held.first(count).map((member, index) => {
      const name = member.kind === 'item' && member.name === '' ? String(index) : member.name;
      const again = names.get(name) ?? 0;
      names.set(name, again + 1);
      const key = again === 0 ? name : `${name} ${again + 1}`;
      return this.value(`${above}${PATH_SEPARATOR}${key}`, member, open);
    });
  }

  private value(path: string, { kind, name, value }: Member, open: ReadonlySet<Value>): ValueNode {
    this.left--;
    const isAbove = typeof value === 'object' && value !== null && open.has(value);
    const held = isAbove ? NO_MEMBERS : membersOf(value);
    const node = this.holder({ path, name, kind, site: null });
    node.type = typeName(value);
    node.size = held.size;
    node.isAbove = isAbove;
    node.thing = thingOf(value);
    this.untold.push({ node, value });
    if (held.size > 0 && this.isOpen(path, false) && this.left > 0)
      node.members = this.members(path, held, new Set([...open, value]));
    return node;
  }

  private holder(named: Pick<ValueNode, 'path' | 'name' | 'kind' | 'site'>): Draft {
    return { ...named, type: '', text: '', isBroken: false, size: 0, members: null, isAbove: false, thing: null };
  }

  private isOpen(path: string, byDefault: boolean): boolean {
    return byDefault !== this.toggled.has(path);
  }
}

function typeName(value: Value): string {
  const cls = typeOf(value);
  return cls.qualname ?? cls.name;
}

function thingOf(value: Value): ValueNode['thing'] {
  if (!(value instanceof PyFuture) || value.traceId === 0) return null;
  return { kind: value instanceof PyTask ? 'task' : 'future', id: value.traceId };
}
