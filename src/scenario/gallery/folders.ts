/// <reference types="vite/types/importMeta.d.ts" />
/** Loads one scenario of the gallery by its slug. The one that the bare address opens is with the page already. */
import { type Authored, entryOf, type GalleryEntry } from './entry.ts';

const FOLDERS = import.meta.glob<Authored>(['./*/scenario.ts', '!./task-that-refuses/scenario.ts'], {
  import: 'SCENARIO',
});

/** Null when there is no such folder. */
export async function loadEntry(slug: string): Promise<GalleryEntry | null> {
  const load = FOLDERS[`./${slug}/scenario.ts`];
  return load === undefined ? null : entryOf(slug, await load());
}
