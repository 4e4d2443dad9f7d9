/** Which scenarios of the gallery a reader asks for: words, a topic, what the program is made of, what it shows to be wrong. */
import type { CatalogueItem } from '../scenario/gallery/catalogue.ts';
import { CLAIMS } from '../scenario/gallery/claims.ts';
import { MISCONCEPTIONS } from '../scenario/gallery/misconceptions.ts';
import { SHELVES, type ShelfId } from '../scenario/gallery/shelves.ts';
import { HAZARDS } from '../trace/hazard-words.ts';
import { isHazardKind } from '../trace/hazards.ts';

/** An empty text asks for nothing. */
export interface Wish {
  readonly words: string;
  /** The id of a shelf. */
  readonly topic: string;
  readonly construct: string;
  readonly misconception: string;
}

export const NO_WISH: Wish = { words: '', topic: '', construct: '', misconception: '' };

export function isWish({ construct, misconception, topic, words }: Wish): boolean {
  return words.trim() + topic + construct + misconception !== '';
}

export function found(items: readonly CatalogueItem[], wish: Wish): readonly CatalogueItem[] {
  const words = wish.words.toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    if (wish.topic !== '' && item.shelf !== wish.topic) return false;
    if (wish.construct !== '' && !item.constructs.includes(wish.construct)) return false;
    if (wish.misconception !== '' && !item.misconceptions.some((id) => id === wish.misconception)) return false;
    const text = textOf(item);
    return words.every((word) => text.includes(word));
  });
}

/** The scenarios by shelf; empty shelves are left out. */
export function byShelf(
  items: readonly CatalogueItem[],
): readonly { readonly shelf: (typeof SHELVES)[number]; readonly items: readonly CatalogueItem[] }[] {
  return SHELVES.map((shelf) => ({ shelf, items: items.filter((item) => item.shelf === shelf.id) })).filter(
    (group) => group.items.length > 0,
  );
}

export interface Option {
  readonly value: string;
  readonly words: string;
  readonly count: number;
}

/** What can be asked for, each with how many there are of it. What no scenario has cannot be asked for. */
export function optionsOf(items: readonly CatalogueItem[]): {
  readonly topics: readonly Option[];
  readonly constructs: readonly Option[];
  readonly misconceptions: readonly Option[];
} {
  const constructs = [...new Set(items.flatMap((item) => item.constructs))].sort((a, b) => a.localeCompare(b));
  const option = (value: string, words: string, fits: (item: CatalogueItem) => boolean) => ({
    ...{ value, words, count: items.filter(fits).length },
  });
  return {
    topics: SHELVES.map(({ id, says }) => option(id, says, ({ shelf }) => shelf === id)).filter(hasSome),
    constructs: constructs.map((name) => option(name, name, (item) => item.constructs.includes(name))),
    misconceptions: MISCONCEPTIONS.map(({ id, says }) =>
      option(id, says, (item) => item.misconceptions.includes(id)),
    ).filter(hasSome),
  };
}

function hasSome({ count }: Option): boolean {
  return count > 0;
}

const TEXTS = new Map<CatalogueItem, string>();

/** Everything a reader may remember of it, in small letters. */
function textOf(item: CatalogueItem): string {
  const known = TEXTS.get(item);
  if (known !== undefined) return known;
  const text = [
    ...[item.slug, item.title, item.text, shelfWords(item.shelf)],
    ...item.constructs,
    ...item.hazards.map((kind) => (isHazardKind(kind) ? HAZARDS[kind].title : kind)),
    ...CLAIMS.filter(({ id }) => item.claims.includes(id)).map(({ id, says }) => `${id} ${says}`),
    ...MISCONCEPTIONS.filter(({ id }) => item.misconceptions.includes(id)).map(({ id, says }) => `${id} ${says}`),
  ]
    .join('\n')
    .toLowerCase();
  TEXTS.set(item, text);
  return text;
}

function shelfWords(shelf: ShelfId): string {
  return SHELVES.find(({ id }) => id === shelf)?.says ?? '';
}
