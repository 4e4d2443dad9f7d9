/** The catalogue of the gallery as JSON, for the page (`catalogue-plugin.mjs`). */
import { catalogueOf } from '../../scenario/gallery/catalogue.ts';
import { GALLERY } from '../../scenario/gallery/gallery.ts';

export function catalogueJson(): string {
  return JSON.stringify(catalogueOf(GALLERY));
}
