/**
 * The gallery as the page has it: the scenario that the bare address opens is there at once, of the others only what
 * they are called in links. The catalogue is loaded when somebody looks for one, a scenario when it is opened.
 */
import type { CatalogueItem } from '../scenario/gallery/catalogue.ts';
import { entryOf, type GalleryEntry } from '../scenario/gallery/entry.ts';
import { SCENARIO as FIRST } from '../scenario/gallery/task-that-refuses/scenario.ts';

export interface Gallery {
  readonly first: GalleryEntry;
  readonly has: (slug: string) => boolean;
  /** What there is, in the order in which it is shown. */
  readonly list: () => Promise<readonly CatalogueItem[]>;
  /** Null when there is no scenario of that name. */
  readonly entry: (slug: string) => Promise<GalleryEntry | null>;
}

/** Names of the folders of the gallery; from `vite.config.ts`. */
declare const GALLERY_SLUGS: readonly string[];

const first = entryOf('task-that-refuses', FIRST);

export const GALLERY: Gallery = {
  first,
  has: (slug) => GALLERY_SLUGS.includes(slug),
  list: async () => (await import('../scenario/gallery/gallery.ts?catalogue')).CATALOGUE,
  entry: async (slug) =>
    slug === first.slug ? first : (await import('../scenario/gallery/folders.ts')).loadEntry(slug),
};
