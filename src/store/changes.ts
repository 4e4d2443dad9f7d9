/** What differs between the values of one thing at two positions. By path: so a variable is found again, whatever else has come or gone. */
import type { ValueNode } from '../scenario/inspection.ts';

export type Change =
  | { readonly kind: 'new' }
  /** `was`: how it looked before. */
  | { readonly kind: 'changed'; readonly was: string };

export interface Changes {
  readonly byPath: ReadonlyMap<string, Change>;
  /** Names that are gone, by the path of what held them. */
  readonly gone: ReadonlyMap<string, readonly string[]>;
}

export const NO_CHANGES: Changes = { byPath: new Map(), gone: new Map() };

/** Only where both are open. What is within something new is not told of by itself. */
export function changesBetween(before: readonly ValueNode[], after: readonly ValueNode[]): Changes {
  const byPath = new Map<string, Change>();
  const gone = new Map<string, readonly string[]>();
  compare(before, after, { byPath, gone, above: '' });
  return { byPath, gone };
}

interface Found {
  readonly byPath: Map<string, Change>;
  readonly gone: Map<string, readonly string[]>;
  readonly above: string;
}

function compare(before: readonly ValueNode[], after: readonly ValueNode[], found: Found): void {
  const old = new Map(before.map((node) => [node.path, node]));
  for (const node of after) {
    const was = old.get(node.path);
    old.delete(node.path);
    if (was === undefined) found.byPath.set(node.path, { kind: 'new' });
    else {
      if (isOther(was, node)) found.byPath.set(node.path, { kind: 'changed', was: looked(was, node) });
      if (was.members !== null && node.members !== null)
        compare(was.members, node.members, { ...found, above: node.path });
    }
  }
  // A frame that was left says nothing of itself; of a list, the page may just have ended earlier.
  const names = [...old.values()].filter(({ kind }) => kind !== 'frame').map(({ name }) => name);
  if (names.length > 0) found.gone.set(found.above, names);
}

function isOther(was: ValueNode, now: ValueNode): boolean {
  if (now.kind === 'frame' || now.kind === 'group') return false;
  return was.text !== now.text || was.type !== now.type || was.size !== now.size;
}

/** Of a long container only the beginning is shown, which may have stayed the same. */
function looked(was: ValueNode, now: ValueNode): string {
  return was.text === now.text && was.size !== now.size ? `${was.size} of them` : was.text;
}
