/** The fingerprint of the run that a page shows, from what its worker has sent. */
import type { Page } from '@playwright/test';
import { loadTs } from '../src/engine/cli/load.mjs';
import type { Chunk } from '../src/trace/events.ts';

/** A chunk as it comes out of the page: bytes as numbers. */
type Sent = Omit<Chunk, 'bytes'> & { readonly bytes: readonly number[] };

/** Everything that the worker sends is kept; a new run begins anew. */
export async function listen(page: Page): Promise<void> {
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

export async function hashInPage(page: Page): Promise<string> {
  const sent: readonly Sent[] = await page.evaluate(() => Reflect.get(window, 'keptChunks'));
  return hashOf(sent.map((chunk) => ({ ...chunk, bytes: Uint8Array.from(chunk.bytes) })));
}

export async function hashOf(chunks: readonly Chunk[]): Promise<string> {
  const { appendChunk, EMPTY_TRACE } = await loadTs('src/trace/trace.ts');
  const { traceHash } = await loadTs('src/trace/fingerprint.ts');
  return traceHash(chunks.reduce(appendChunk, EMPTY_TRACE));
}
