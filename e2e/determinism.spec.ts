import { loadTs } from '../src/engine/cli/load.mjs';
import type { Scenario } from '../src/scenario/scenario.ts';
import type { Chunk } from '../src/trace/events.ts';
import { expect, test } from './journey.ts';
import { ended } from './stage.ts';
import { hashInPage, hashOf, listen } from './trace-hash.ts';

async function hashInNode({ files, settings }: Scenario): Promise<string> {
  const { runHeadlessNow } = await loadTs('src/engine/headless.ts');
  const chunks: Chunk[] = [];
  const texts = Object.fromEntries(files.map(({ name, text }) => [name, text]));
  runHeadlessNow({ files: texts, ...settings, onChunk: (chunk: Chunk) => chunks.push(chunk) });
  return hashOf(chunks);
}

for (const slug of ['procfile', 'pool-of-processes']) {
  test(`the trace of ${slug} is in the page what it is in Node`, async ({ page }) => {
    await listen(page);
    await page.goto(`./#g/${slug}`);
    await ended(page);
    const { galleryEntry } = await loadTs('src/scenario/gallery/gallery.ts');
    expect(await hashInPage(page)).toBe(await hashInNode(galleryEntry(slug).scenario));
  });
}
