/** What runs between two boxes in Wires: a curve for each connection or pipe, with what is under way on it, and where it is cut. */
import { isLinkOf } from '../trace/links.ts';
import type { LinkState } from '../trace/wires.ts';
import { type Connection, isOver, type World } from '../trace/world.ts';
import { fitted, SANS_12, secondsText } from './marks.ts';
import type { PlacedBox } from './wire-columns.ts';
import type { Tie } from './wire-processes.ts';
import { noteOf, type TroubleMark, tokensOf, troubleMark, type WireToken } from './wire-rows.ts';

/** The glyph of a cut, or of a link that was healed, with words. `x`, `y`: the middle. */
export interface CutMark {
  readonly x: number;
  readonly y: number;
  readonly isCut: boolean;
  readonly text: string;
}

export interface WireLine {
  readonly key: string;
  readonly path: string;
  readonly state: Connection['state'];
  readonly isOver: boolean;
  /** What can be selected; 0 nothing. */
  readonly connection: number;
  readonly note: { readonly x: number; readonly y: number; readonly text: string } | null;
  readonly tokens: readonly WireToken[];
  readonly trouble: TroubleMark | null;
  readonly cut: CutMark | null;
}

/** Tokens and words stand above and below the middle of a row as high as this. */
const ROW_MIDDLE = 23;
const AIR = 16;
const SHORT = 260;
const STEPS = 24;

export function wireLine(world: World, tie: Tie, boxes: readonly PlacedBox[]): WireLine | null {
  const client = endAt(boxes, tie.client, tie.key);
  const server = endAt(boxes, tie.server, tie.key);
  if (client === null || server === null || tie.client === tie.server) return null;
  const curve = curveBetween(client, server);
  const { connection, count } = tie;
  const hasEnded = isOver(connection);
  const link = linkOf(world, connection);
  const all = hasEnded ? [] : bent(tokensOf(world, connection, curve.row), curve);
  // Where the way is short, what has arrived makes room for the cut.
  const isTight = link?.isCut === true && curve.row.end - curve.row.start < SHORT;
  const tokens = isTight ? all.filter(({ isThere }) => !isThere) : all;
  const trouble =
    connection.trouble === null || hasEnded ? null : troubleMark(connection.trouble, connection, curve.row);
  const middle = curve.at((curve.row.start + curve.row.end) / 2);
  const said = count === 1 ? noteOf(world, connection) : `${noteOf(world, connection)}, ${count} times`;
  const isSilent = tokens.length === 0 && trouble === null && link?.isCut !== true;
  const text = fitted(said, curve.row.end - curve.row.start - AIR, SANS_12);
  return {
    key: tie.key,
    path: curve.path,
    state: connection.state,
    isOver: hasEnded,
    connection: hasEnded ? 0 : connection.id,
    note: isSilent ? { ...middle, text } : null,
    tokens,
    trouble: trouble === null ? null : { ...trouble, y: trouble.y + curve.at(trouble.x + trouble.width / 2).y },
    cut: link === undefined || hasEnded ? null : cutMark(link, middle),
  };
}

/** The newest of what was done to the link that the connection runs over. */
export function linkOf({ links }: World, connection: Connection): LinkState | undefined {
  const own = links.filter((link) => isLinkOf(link, connection));
  return own.find(({ isCut }) => isCut) ?? own.at(-1);
}

function cutMark({ isCut, sinceUs }: LinkState, { x, y }: { readonly x: number; readonly y: number }): CutMark {
  return { x, y, isCut, text: `${isCut ? 'cut' : 'healed'} at ${secondsText(sinceUs)}` };
}

interface Curve {
  readonly path: string;
  /** The straight row that is bent into it. */
  readonly row: { readonly start: number; readonly end: number; readonly y: number; readonly box: number };
  /** Who asked stands on the right. */
  readonly isMirrored: boolean;
  readonly at: (x: number) => { readonly x: number; readonly y: number };
}

interface End {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly column: number;
}

function endAt(boxes: readonly PlacedBox[], box: string, key: string): End | null {
  const found = boxes.find((each) => each.key === box);
  const end = found?.ends.find((each) => each.key === key);
  if (found === undefined || end === undefined) return null;
  return { left: found.x, right: found.x + found.width, y: end.y, column: found.column };
}

function curveBetween(client: End, server: End): Curve {
  const isMirrored = client.column > server.column;
  const [first, last] = isMirrored ? [server, client] : [client, server];
  const isLoop = first.column === last.column;
  const [x0, x1] = [isLoop ? first.left : first.right, last.left];
  const middle = isLoop ? x0 - 60 : (x0 + x1) / 2;
  return {
    path: `M${x0} ${first.y}C${middle} ${first.y} ${middle} ${last.y} ${x1} ${last.y}`,
    row: isLoop ? { start: x0 - 60, end: x0, y: -ROW_MIDDLE, box: 0 } : { start: x0, end: x1, y: -ROW_MIDDLE, box: 0 },
    isMirrored,
    at: (x) => ({ x, y: isLoop ? (first.y + last.y) / 2 : heightAt((x - x0) / (x1 - x0), first.y, last.y) }),
  };
}

/** Of the curve whose handles stand in the middle: `share` 0 to 1 of the way across. */
function heightAt(share: number, from: number, to: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < STEPS; step++) {
    const t = (low + high) / 2;
    // The handles have 1.5 t (1 - t) between them, the end t³.
    const across = 1.5 * t * (1 - t) + t ** 3;
    if (across < share) low = t;
    else high = t;
  }
  return from + (to - from) * (3 * low ** 2 - 2 * low ** 3);
}

function bent(tokens: readonly WireToken[], { at, isMirrored, row }: Curve): readonly WireToken[] {
  return tokens.map((token) => {
    const x = isMirrored ? row.start + row.end - token.x - token.width : token.x;
    return { ...token, x, y: token.y + at(x + token.width / 2).y };
  });
}
