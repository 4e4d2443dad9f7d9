/** Looking for things in a syntax tree, in the order of the text. Never enters functions and classes inside. */
import type { Expression, Statement } from '../../python/syntax/tree.ts';

type Found = Expression | Statement;

const FUNCTIONS: ReadonlySet<string> = new Set(['FunctionDef', 'AsyncFunctionDef', 'Lambda', 'ClassDef']);
/** What these hold is no part of the tree. */
const LEAVES: ReadonlySet<string> = new Set(['Constant']);

/** Every expression and statement in `root`, itself included. */
export function nodesIn(root: unknown): readonly Found[] {
  return walk(root, false);
}

/** A stack of its own: a program may nest deeper than JavaScript calls. */
function walk(root: unknown, entersFunctions: boolean): readonly Found[] {
  const found: Found[] = [];
  const todo: unknown[] = [root];
  while (todo.length > 0) {
    const next = todo.pop();
    if (typeof next !== 'object' || next === null) continue;
    if ('nodeType' in next) {
      const node = next as Found;
      found.push(node);
      if (LEAVES.has(node.nodeType) || (!entersFunctions && FUNCTIONS.has(node.nodeType))) continue;
    }
    todo.push(...(Array.isArray(next) ? next : Object.values(next)).toReversed());
  }
  return found;
}

export function namesIn(root: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodesIn(root)) if (node.nodeType === 'Name') names.add(node.id);
  return names;
}

export type Await = Extract<Expression, { readonly nodeType: 'Await' }>;

export function awaitsIn(root: unknown): readonly Await[] {
  return nodesIn(root).filter((node): node is Await => node.nodeType === 'Await');
}

export type Coroutine = Extract<Statement, { readonly nodeType: 'AsyncFunctionDef' }>;

/** Every `async def` of a module, wherever it stands. */
export function coroutinesIn(root: unknown): readonly Coroutine[] {
  return walk(root, true).filter((node): node is Coroutine => node.nodeType === 'AsyncFunctionDef');
}

/** The lists of statements of a function: its body, and those of the statements in it. */
export function* blocksIn(body: readonly Statement[]): Generator<readonly Statement[]> {
  yield body;
  for (const statement of body) for (const inner of innerBlocks(statement)) yield* blocksIn(inner);
}

/** The bodies of one statement, in order; none for functions and classes. */
export function innerBlocks(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.nodeType) {
    case 'If':
    case 'While':
    case 'For':
    case 'AsyncFor':
      return [statement.body, statement.orelse];
    case 'With':
    case 'AsyncWith':
      return [statement.body];
    case 'Try':
    case 'TryStar':
      return [statement.body, ...statement.handlers.map(({ body }) => body), statement.orelse, statement.finalbody];
    case 'Match':
      return statement.cases.map(({ body }) => body);
    default:
      return [];
  }
}
