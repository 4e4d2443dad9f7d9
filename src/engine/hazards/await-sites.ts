/**
 * What the text says about each await of a program: whether something is checked before it and acted on after it, and whether
 * the next statement awaits something that does not need it. Whether it matters is seen when it runs (finder.ts).
 */
import { parseModule } from '../../python/syntax/parse.ts';
import type { Expression, Statement } from '../../python/syntax/tree.ts';
import { changedBy, localNames, type Shared, sharedIn } from './shared.ts';
import { type Await, awaitsIn, blocksIn, type Coroutine, coroutinesIn, innerBlocks, namesIn } from './tree-search.ts';

/** Looked at before the await, changed after it. */
export interface CheckThenAct {
  readonly shared: Shared;
  readonly checkLine: number;
  readonly actLine: number;
}

/** `a = await f()` and then `b = await g()`, which does not use `a`. */
export interface AwaitPair {
  readonly firstLine: number;
  readonly secondLine: number;
  readonly names: readonly [string, string];
}

export interface AwaitSite {
  readonly checks: readonly CheckThenAct[];
  readonly beginsPair: AwaitPair | null;
  readonly endsPair: AwaitPair | null;
}

interface Draft {
  checks: CheckThenAct[];
  beginsPair: AwaitPair | null;
  endsPair: AwaitPair | null;
}

/** By `siteKey`; only awaits about which there is something to say. */
export type AwaitSites = ReadonlyMap<number, AwaitSite>;

const COLUMNS_MAX = 4096;
export const siteKey = (line: number, column: number): number => line * COLUMNS_MAX + column;

export function awaitSites(text: string, filename: string): AwaitSites {
  const parsed = parseModule(text, filename);
  const sites = new Map<number, Draft>();
  if (!parsed.ok) return sites;
  for (const node of coroutinesIn(parsed.tree.body)) {
    findChecks(node, sites);
    for (const block of blocksIn(node.body)) findPairs(block, sites);
  }
  return sites;
}

function draftAt(sites: Map<number, Draft>, { lineno, col_offset }: Await): Draft {
  const key = siteKey(lineno, col_offset);
  const known = sites.get(key) ?? { checks: [], beginsPair: null, endsPair: null };
  sites.set(key, known);
  return known;
}

function findPairs(block: readonly Statement[], sites: Map<number, Draft>): void {
  block.forEach((statement, index) => {
    const first = fetched(statement);
    const second = fetched(block[index + 1]);
    if (first === null || second === null || namesIn(second.value).has(first.name)) return;
    const pair: AwaitPair = {
      firstLine: first.value.lineno,
      secondLine: second.value.lineno,
      names: [first.name, second.name],
    };
    draftAt(sites, first.value).beginsPair = pair;
    draftAt(sites, second.value).endsPair = pair;
  });
}

/** `name = await function(...)` */
function fetched(statement: Statement | undefined): { readonly name: string; readonly value: Await } | null {
  if (statement?.nodeType !== 'Assign' || statement.targets.length !== 1) return null;
  const [target] = statement.targets;
  const { value } = statement;
  if (target?.nodeType !== 'Name' || value.nodeType !== 'Await' || value.value.nodeType !== 'Call') return null;
  return { name: target.id, value };
}

function findChecks(node: Coroutine, sites: Map<number, Draft>): void {
  const own = localNames(node);
  for (const block of blocksIn(node.body)) {
    block.forEach((statement, index) => {
      const rest = block.slice(index + 1);
      for (const look of looksOf(statement, rest, own)) findActs(look, own, sites);
    });
  }
}

/** Something is looked at in `line`, and `statements` follow. */
interface Look {
  readonly shared: ReadonlyMap<string, Shared>;
  readonly line: number;
  readonly statements: readonly Statement[];
  /** The variable that remembers what was seen: only an act that uses it counts; null: any does. */
  readonly copy: string | null;
}

function* looksOf(statement: Statement, rest: readonly Statement[], own: ReadonlySet<string>): Generator<Look> {
  const line = statement.lineno;
  switch (statement.nodeType) {
    case 'If': {
      const shared = sharedIn(statement.test, own);
      yield { shared, line, statements: statement.body, copy: null };
      yield { shared, line, statements: statement.orelse, copy: null };
      if (leaves(statement.body)) yield { shared, line, statements: rest, copy: null };
      return;
    }
    case 'While':
      yield { shared: sharedIn(statement.test, own), line, statements: statement.body, copy: null };
      return;
    case 'Assign': {
      const [target] = statement.targets;
      const isCopy = target?.nodeType === 'Name' && own.has(target.id) && awaitsIn(statement.value).length === 0;
      if (isCopy) yield { shared: sharedIn(statement.value, own), line, statements: rest, copy: target.id };
      else yield { shared: sharedIn(statement.value, own), line, statements: [statement], copy: null };
      return;
    }
    case 'AugAssign':
      yield { shared: sharedIn(statement.target, own), line, statements: [statement], copy: null };
      return;
    default:
      return;
  }
}

function leaves(body: readonly Statement[]): boolean {
  return ['Return', 'Raise', 'Continue', 'Break'].includes(body.at(-1)?.nodeType ?? '');
}

function findActs({ shared, line, statements, copy }: Look, own: ReadonlySet<string>, sites: Map<number, Draft>): void {
  for (const [text, one] of shared) {
    const between: Await[] = [];
    for (const statement of inOrder(statements)) {
      if (looksAgain(statement, text, own)) break;
      const awaits = awaitsIn(statement.node);
      if (changedBy(statement.node, own).has(text)) {
        const isAct = copy === null || namesIn(statement.node).has(copy);
        const before = isAfterValue(statement.node) ? [...between, ...awaits] : between;
        if (isAct) {
          const check: CheckThenAct = { shared: one, checkLine: line, actLine: statement.node.lineno };
          for (const each of before) draftAt(sites, each).checks.push(check);
        }
        break;
      }
      between.push(...awaits);
    }
  }
}

/** In an assignment the value, and so an await in it, comes before the change. */
function isAfterValue({ nodeType }: Statement): boolean {
  return nodeType === 'Assign' || nodeType === 'AugAssign' || nodeType === 'AnnAssign';
}

interface Ordered {
  readonly node: Statement;
  /** What it tests before anything in it runs. */
  readonly test: Expression | null;
}

/** Simple statements in the order of the text; of a compound one its test, and then what is in it. */
function* inOrder(statements: readonly Statement[]): Generator<Ordered> {
  for (const node of statements) {
    const inner = innerBlocks(node);
    if (node.nodeType === 'If' || node.nodeType === 'While') yield { node: testOf(node), test: node.test };
    else if (inner.length === 0) yield { node, test: null };
    for (const block of inner) yield* inOrder(block);
  }
}

/** The test alone, as if it were a statement. */
function testOf(node: Extract<Statement, { readonly nodeType: 'If' | 'While' }>): Statement {
  const { lineno, col_offset, end_lineno, end_col_offset, test } = node;
  return { nodeType: 'Expr', lineno, col_offset, end_lineno, end_col_offset, value: test };
}

function looksAgain({ test }: Ordered, text: string, own: ReadonlySet<string>): boolean {
  return test !== null && sharedIn(test, own).has(text);
}
