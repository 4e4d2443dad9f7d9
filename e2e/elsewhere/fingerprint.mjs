/** The fingerprint that the page shows of a scenario of the gallery, worked out without a page. */
import { loadTs } from '../../src/engine/cli/load.mjs';

/**
 * @param {readonly string[]} slugs
 * @returns {Promise<ReadonlyMap<string, string>>}
 */
export async function fingerprintsOf(slugs) {
  const { runHeadlessNow } = await loadTs('src/engine/headless.ts');
  const { galleryEntry } = await loadTs('src/scenario/gallery/gallery.ts');
  const { runText } = await loadTs('src/scenario/scenario.ts');
  const { traceHash } = await loadTs('src/trace/fingerprint.ts');
  const { Hasher } = await loadTs('src/trace/hash.ts');
  const { appendChunk, EMPTY_TRACE } = await loadTs('src/trace/trace.ts');
  const digests = new Map();
  for (const slug of slugs) {
    const { scenario } = galleryEntry(slug);
    const { files, interventions, settings } = scenario;
    let trace = EMPTY_TRACE;
    runHeadlessNow({
      files: Object.fromEntries(files.map((/** @type {any} */ { name, text }) => [name, text])),
      interventions,
      ...settings,
      onChunk: (/** @type {unknown} */ chunk) => {
        trace = appendChunk(trace, chunk);
      },
    });
    const hasher = new Hasher();
    hasher.text(runText(scenario));
    hasher.text(traceHash(trace));
    digests.set(slug, hasher.digest());
  }
  return digests;
}
