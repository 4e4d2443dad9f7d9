/** Adds the pages without scripts to the build. What was made for the same sources before is used again. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadTs } from '../engine/cli/load.mjs';
import { cardDrawer } from './cards.mjs';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/loopscope/site', import.meta.url));
const STYLE = new URL('site.css', import.meta.url);
/**
 * As `make.ts` has it.
 *
 * @typedef {readonly (readonly [path: string, text: string])[]} Files
 * @typedef {{ readonly files: Files, readonly cards: Files }} Made
 */

/** Of earlier sources, so many are kept. */
const KEPT = 3;

/**
 * Scenarios have pages in mode `pages` only: all of them are run for that.
 *
 * @param {{ readonly policy: string, readonly modules: readonly string[], readonly address: string, readonly only: readonly string[] | null }} options
 * @returns {import('vite').Plugin}
 */
export function staticSite({ address, modules, only, policy }) {
  let hasScenarios = false;
  return {
    name: 'static-site',
    apply: 'build',
    configResolved({ mode }) {
      hasScenarios = mode === 'pages';
    },
    async generateBundle() {
      const { makeSite, siteKey } = await loadTs('src/site/make.ts');
      const draw = await cardDrawer();
      const site = {
        address: address === '' ? '' : address.replace(/\/*$/, '/'),
        policy,
        only: hasScenarios ? only : [],
        hasCards: draw !== null,
      };
      const path = `${CACHE}/${siteKey(site, modules)}.json`;
      /** @type {Made} */
      const made = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : keep(path, makeSite(site, modules));
      const emit = (/** @type {string} */ fileName, /** @type {string | Uint8Array} */ source) =>
        this.emitFile({ type: 'asset', fileName, source });
      emit('s/site.css', readFileSync(STYLE, 'utf8'));
      for (const [file, text] of made.files) emit(file, text);
      for (const [file, svg] of made.cards) if (draw !== null) emit(file, draw(svg));
    },
  };
}

/**
 * @param {string} path
 * @param {Made} made
 */
function keep(path, made) {
  mkdirSync(CACHE, { recursive: true });
  const old = readdirSync(CACHE).filter((name) => name.endsWith('.json'));
  for (const name of old.slice(0, Math.max(0, old.length - KEPT))) rmSync(`${CACHE}/${name}`, { force: true });
  const scratch = `${path}.${process.pid}`;
  writeFileSync(scratch, JSON.stringify(made));
  renameSync(scratch, path);
  return made;
}
