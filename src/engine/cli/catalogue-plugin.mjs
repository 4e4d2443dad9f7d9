/**
 * Gives the page the catalogue of the gallery without the gallery: `import { CATALOGUE } from '.../gallery.ts?catalogue'`.
 */
import { loadTs } from './load.mjs';

const WANTED = /\/gallery\.ts\?catalogue$/;

/** @returns {import('vite').Plugin} */
export function galleryCatalogue() {
  return {
    name: 'gallery-catalogue',
    enforce: 'pre',
    async load(id) {
      if (!WANTED.test(id)) return null;
      const { catalogueJson } = await loadTs('src/engine/cli/catalogue.ts');
      return `export const CATALOGUE = JSON.parse(${JSON.stringify(catalogueJson())});`;
    },
  };
}
