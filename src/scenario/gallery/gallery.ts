/// <reference types="vite/types/importMeta.d.ts" />
/**
 * The whole gallery, in the order in which it is shown: shelf by shelf. For tests, the command line and whoever builds
 * pages from it. The page itself loads the catalogue and one folder at a time (`catalogue.ts`, `folders.ts`).
 */
import { type Authored, entryOf, type GalleryEntry } from './entry.ts';
import { SHELVES } from './shelves.ts';

const FOLDERS = import.meta.glob<Authored>('./*/scenario.ts', { eager: true, import: 'SCENARIO' });
const SHELF_IDS = SHELVES.map(({ id }) => id);

export const GALLERY: readonly GalleryEntry[] = Object.entries(FOLDERS)
  .map(([path, authored]) => entryOf(path.split('/')[1] ?? '', authored))
  .sort((a, b) => SHELF_IDS.indexOf(a.shelf) - SHELF_IDS.indexOf(b.shelf) || a.place - b.place);

export function galleryEntry(slug: string): GalleryEntry | undefined {
  return GALLERY.find((entry) => entry.slug === slug);
}
