/**
 * What the text says about each await of a program: whether something is checked before it and acted on after it, and whether
 * the next statement awaits something that does not need it. Whether it matters is seen when it runs (finder.ts).
 */
import { parseModule } from '../../python/syntax/parse.ts';
import type { Statement } from '../../python/syntax/tree.ts';
import { changedBy, type Key, keyOf, localNames, type Shared, sharedIn } from './shared.ts';
import { type Await, awaitsIn, blocksIn, type Coroutine, coroutinesIn, innerBlocks, namesIn } from './tree-search.ts';

/** Looked at before the await, changed after it. */
export interface CheckThenAct {
  readonly shared: Shared;
  /** The entry of it that is changed, where it is a dict. */
  readonly key: Key;
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
  const known = sites.get(key) ?? {
    checks: [],
    beginsPair: null,
    endsPair: null,
  };
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
      yield {
        shared: sharedIn(statement.test, own),
        line,
        statements: statement.body,
        copy: null,
      };
      return;
    case 'Assign': {
      const [target] = statement.targets;
      const isCopy = target?.nodeType === 'Name' && own.has(target.id) && awaitsIn(statement.value).length === 0;
      if (isCopy)
        yield {
          shared: sharedIn(statement.value, own),
          line,
          statements: rest,
          copy: target.id,
        };
      else
        yield {
          shared: sharedIn(statement.value, own),
          line,
          statements: [statement],
          copy: null,
        };
      return;
    }
    case 'AugAssign':
      yield {
        shared: sharedIn(statement.target, own),
        line,
        statements: [statement],
        copy: null,
      };
      return;
    default:
      return;
  }
}

function leaves(body: readonly Statement[]): boolean {
  return ['Return', 'Raise', 'Continue', 'Break'].includes(body.at(-1)?.nodeType ?? '');
}

function findActs(look: Look, own: ReadonlySet<string>, sites: Map<number, Draft>): void {
  for (const [text, shared] of look.shared) {
    const act = (statement: Statement, between: readonly Await[]): void => {
      if (look.copy !== null && !namesIn(statement).has(look.copy)) return;
      const check = {
        shared,
        key: keyOf(statement),
        checkLine: look.line,
        actLine: statement.lineno,
      };
      for (const each of between) draftAt(sites, each).checks.push(check);
    };
    scan(look.statements, [], { text, own, act });
  }
}

interface Search {
  readonly text: string;
  readonly own: ReadonlySet<string>;
  /** It is changed here, after these awaits. */
  readonly act: (statement: Statement, between: readonly Await[]) => void;
}

/** Follows the statements from a look on; the awaits passed when they are through, null when it was changed or looked at again. */
function scan(statements: readonly Statement[], before: readonly Await[], search: Search): readonly Await[] | null {
  const { text, own } = search;
  let between = before;
  for (const statement of statements) {
    const blocks = innerBlocks(statement);
    if (blocks.length === 0) {
      const awaits = [...between, ...awaitsIn(statement)];
      if (changedBy(statement, own).has(text)) {
        search.act(statement, isAfterValue(statement) ? awaits : between);
        return null;
      }
      between = awaits;
      continue;
    }
    if ('test' in statement) {
      if (sharedIn(statement.test, own).has(text)) return null;
      between = [...between, ...awaitsIn(statement.test)];
    }
    const passed = blocks.map((block) => ({
      block,
      awaits: scan(block, between, search),
    }));
    // What a branch awaits that leaves does not come before what follows.
    const stays = passed.flatMap(({ block, awaits }) => (awaits === null || leaves(block) ? [] : awaits));
    between = [...new Set([...between, ...stays])];
  }
  return between;
}

/** In an assignment the value, and so an await in it, comes before the change. */
function isAfterValue({ nodeType }: Statement): boolean {
  return nodeType === 'Assign' || nodeType === 'AugAssign' || nodeType === 'AnnAssign';
}
