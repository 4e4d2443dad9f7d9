import type { Page } from '@playwright/test';
import { loadTs } from '../src/engine/cli/load.mjs';
import type { Scenario } from '../src/scenario/scenario.ts';
import type { Chunk } from '../src/trace/events.ts';
import { expect, test } from './journey.ts';
import { ended } from './stage.ts';

/** A chunk as it comes out of the page: bytes as numbers. */
type Sent = Omit<Chunk, 'bytes'> & { readonly bytes: readonly number[] };

/** Everything that the worker sends is kept; a new run begins anew. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept: unknown[] = [];
    Object.assign(window, { keptChunks: kept });
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener('message', ({ data }) => {
          if (data.kind === 'started') kept.length = 0;
          if (data.kind === 'recorded') kept.push({ ...data.chunk, bytes: [...data.chunk.bytes] });
        });
      }
    };
  });
}

async function hashInPage(page: Page): Promise<string> {
  const sent: readonly Sent[] = await page.evaluate(() => Reflect.get(window, 'keptChunks'));
  return hashOf(sent.map((chunk) => ({ ...chunk, bytes: Uint8Array.from(chunk.bytes) })));
}

async function hashOf(chunks: readonly Chunk[]): Promise<string> {
  const { appendChunk, EMPTY_TRACE, traceHash } = await loadTs('src/trace/trace.ts');
  return traceHash(chunks.reduce(appendChunk, EMPTY_TRACE));
}

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
