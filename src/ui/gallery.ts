/**
 * The gallery as the page has it: the scenario that the bare address opens is there at once, of the others only what
 * they are called in links. The rest is loaded when one of them is wanted.
 */
import { entryOf, type GalleryEntry } from '../scenario/gallery/entry.ts';
import { SCENARIO as FIRST } from '../scenario/gallery/task-that-refuses/scenario.ts';

export interface Gallery {
  readonly first: GalleryEntry;
  readonly has: (slug: string) => boolean;
  /** All, in the order in which they are shown. */
  readonly load: () => Promise<readonly GalleryEntry[]>;
}

/** Names of the folders of the gallery; from `vite.config.ts`. */
declare const GALLERY_SLUGS: readonly string[];

export const GALLERY: Gallery = {
  first: entryOf('task-that-refuses', FIRST),
  has: (slug) => GALLERY_SLUGS.includes(slug),
  load: async () => (await import('../scenario/gallery/gallery.ts')).GALLERY,
};
