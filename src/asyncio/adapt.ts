/**
 * Cuts a module of CPython's Lib to what is needed here, line by line, so that what remains keeps its line numbers: they are
 * seen in tracebacks and reprs. Lines that a recipe names and the source does not have are our mistake.
 */
import { assert } from '../lib/assert.ts';

export interface Recipe {
  /** Whole lines (without indentation) and what stands there instead. */
  readonly lines?: readonly (readonly [from: string, to: string])[];
  /** Functions, classes and methods that are cut: `Task`, `BaseEventLoop.create_server`. */
  readonly cut?: readonly string[];
  /** Classes of which only these methods remain. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
  /** Put at the end. */
  readonly append?: string;
}

/** What stands for a class or function of Lib that is native here, when a program asks for CPython's own. */
export interface PureHalf {
  /** By name in Lib: the name under which CPython keeps it. */
  readonly names: Readonly<Record<string, string>>;
  /** What these need, imported on the first line. */
  readonly imports: string;
}

interface Block {
  readonly name: string;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly indent: number;
}

const DEFINITION = /^(\s*)(?:async def|def|class) (\w+)/;

export function adapt(name: string, text: string, recipe: Recipe): string {
  const lines = text.split('\n');
  for (const [from, to] of recipe.lines ?? []) replaceLine(name, lines, from, to);
  for (const path of recipe.cut ?? []) {
    const found = findBlocks(lines, path.split('.'));
    assert(found.length > 0, `${name} of CPython's Lib has ${path}`);
    for (const block of found) blank(lines, block);
  }
  for (const [cls, kept] of Object.entries(recipe.only ?? {})) keepOnly(name, lines, cls, kept);
  return recipe.append === undefined ? lines.join('\n') : `${lines.join('\n')}\n${recipe.append}`;
}

/** Only the definitions of `half`, each where it stands in CPython's Lib. */
export function pureText(name: string, text: string, half: PureHalf): string {
  const lines = text.split('\n');
  const kept = new Array<string>(lines.length).fill('');
  kept[0] = half.imports;
  for (const path of Object.keys(half.names)) {
    const [block] = findBlocks(lines, [path]);
    assert(block !== undefined, `${name} of CPython's Lib has ${path}`);
    for (let at = block.start; at < block.end; at++) kept[at] = lines[at] ?? '';
  }
  return kept.join('\n');
}

function replaceLine(name: string, lines: string[], from: string, to: string): void {
  const at = lines.findIndex((line) => line.trim() === from);
  assert(at >= 0, `${name} of CPython's Lib has the line ${from}`);
  const indent = (lines[at] ?? '').length - (lines[at] ?? '').trimStart().length;
  lines[at] = to === '' ? '' : ' '.repeat(indent) + to;
}

function keepOnly(name: string, lines: string[], cls: string, kept: readonly string[]): void {
  const [outer] = findBlocks(lines, [cls]);
  assert(outer !== undefined, `${name} of CPython's Lib has ${cls}`);
  if (kept.length === 0) {
    const head = lines[outer.start] ?? '';
    blank(lines, outer);
    lines[outer.start] = `${head} pass`;
    return;
  }
  for (const block of blocksIn(lines, outer.start + 1, outer.end)) {
    if (block.indent === outer.indent + 4 && !kept.includes(block.name)) blank(lines, block);
  }
}

function findBlocks(lines: readonly string[], path: readonly string[]): Block[] {
  let ranges: Block[] = [{ name: '', start: -1, end: lines.length, indent: -4 }];
  for (const part of path) {
    ranges = ranges.flatMap((range) =>
      blocksIn(lines, range.start + 1, range.end).filter(
        (block) => block.name === part && block.indent === range.indent + 4,
      ),
    );
  }
  return ranges;
}

/** Definitions whose first line lies in the range, nested ones included. */
function blocksIn(lines: readonly string[], from: number, to: number): Block[] {
  const blocks: Block[] = [];
  for (let at = from; at < to; at++) {
    const match = DEFINITION.exec(lines[at] ?? '');
    if (match === null) continue;
    const indent = match[1]?.length ?? 0;
    blocks.push({ name: match[2] ?? '', start: firstDecorator(lines, at), end: endOfBlock(lines, at, indent), indent });
  }
  return blocks;
}

function firstDecorator(lines: readonly string[], definition: number): number {
  let start = definition;
  while (start > 0 && (lines[start - 1] ?? '').trimStart().startsWith('@')) start--;
  return start;
}

/** The first line that is not deeper, after the last that is. Closing brackets of a signature belong to it. */
function endOfBlock(lines: readonly string[], definition: number, indent: number): number {
  let end = definition + 1;
  for (let at = definition + 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    const depth = line.length - line.trimStart().length;
    if (depth <= indent && !line.trimStart().startsWith(')')) break;
    end = at + 1;
  }
  return end;
}

function blank(lines: string[], block: Block): void {
  for (let at = block.start; at < block.end; at++) lines[at] = '';
}
