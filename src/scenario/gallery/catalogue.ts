/**
 * What the page lists of the gallery without loading it: a line for each scenario. `engine/cli/catalogue-plugin.mjs` makes
 * it when the page is built.
 */
import type { ClaimId } from './claims.ts';
import { constructsOf } from './constructs.ts';
import type { GalleryEntry } from './entry.ts';
import type { MisconceptionId } from './misconceptions.ts';
import type { ShelfId } from './shelves.ts';

export interface CatalogueItem {
  readonly slug: string;
  readonly title: string;
  readonly text: string;
  readonly shelf: ShelfId;
  readonly claims: readonly ClaimId[];
  readonly misconceptions: readonly MisconceptionId[];
  /** Of `constructs.ts`. */
  readonly constructs: readonly string[];
  /** Kinds of hazards that are found in it, each once. */
  readonly hazards: readonly string[];
  /** Of its moments, the telling one first. */
  readonly moments: readonly string[];
}

/** In the order of the gallery. */
export function catalogueOf(gallery: readonly GalleryEntry[]): readonly CatalogueItem[] {
  return gallery.map(({ check, claims, misconceptions, moments, scenario, shelf, slug, text, title }) => ({
    ...{ slug, title, text, shelf, claims, misconceptions },
    constructs: constructsOf(scenario.files),
    hazards: [...new Set((check.hazards ?? []).map(({ kind }) => kind))],
    moments: moments.map(({ name }) => name),
  }));
}
