/** The page after the first visit: without a network, and when a newer one is there. Story 12 of the issue. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { test as base, expect } from './journey.ts';
import { FETCHES, linkTo } from './programs.ts';
import { serve } from './serve.mjs';
import { button, dialog, ended, openAndRun } from './stage.ts';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));

interface Host {
  readonly address: string;
  /** Puts a build there in the place of the one before: the one that there is, under another name. */
  readonly deploy: (name: string) => void;
  readonly stop: () => Promise<void>;
}

const test = base.extend<{ readonly host: Host }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here.
  host: async ({}, use) => {
    const dir = mkdtempSync(join(tmpdir(), 'loopscope-'));
    const isPart = (path: string) => !/[\\/](s|about|\.vite)$/.test(path);
    cpSync(DIST, dir, { recursive: true, filter: isPart });
    const change = (file: string, what: RegExp, by: string) =>
      writeFileSync(join(dir, file), readFileSync(join(DIST, file), 'utf8').replace(what, by));
    const deploy = (name: string) => {
      change('index.html', /<html/, `<html data-build="${name}"`);
      change('sw.js', /(?<=VERSION = ')/, name);
    };
    deploy('A');
    const server = (await serve({ dir, base: '/app/', port: 0 })) as Server & { closeAllConnections(): void };
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/app/`;
    const stop = async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    };
    await use({ address, deploy, stop });
    await stop().catch(() => {});
    rmSync(dir, { recursive: true, force: true });
  },
});

test.use({ serviceWorkers: 'allow' });

/** Everything is kept, and the page is handed out by the worker. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (navigator.serviceWorker.controller === null) await new Promise((done) => setTimeout(done, 50));
  });
}

const build = (page: Page) => page.locator('html');

test('story 12: a month later a new release is out', async ({ page, host }) => {
  test.setTimeout(120_000);
  await page.goto(host.address);
  await ended(page);
  await kept(page);
  await expect(build(page)).toHaveAttribute('data-build', 'A');
  host.deploy('B');
  await test.step('the old page goes on, and offers the new one', async () => {
    await page.reload();
    await expect(build(page)).toHaveAttribute('data-build', 'A');
    await expect(page.getByText('A newer Loopscope is there.')).toBeVisible({ timeout: 40_000 });
  });
  await test.step('opened once more, it is the new one', async () => {
    await page.reload();
    await expect(build(page)).toHaveAttribute('data-build', 'B', { timeout: 20_000 });
  });
  await test.step('without a network everything is there', async () => {
    await host.stop();
    await page.goto(`${host.address}${linkTo(FETCHES).slice(2)}`);
    await expect(build(page)).toHaveAttribute('data-build', 'B');
    await button(page, 'Run it here').click();
    await ended(page);
    await page.getByRole('button', { name: /Open the gallery/ }).click();
    await expect(dialog(page, 'Gallery')).toBeVisible();
  });
});

test('story 3: a link of a newer format leads to an offer, which is taken with one press', async ({ page, host }) => {
  test.setTimeout(120_000);
  await page.goto(host.address);
  await kept(page);
  host.deploy('B');
  await page.goto(`${host.address}#9abcz`);
  await expect(page.getByRole('alert')).toContainText('made with a newer Loopscope');
  await button(page, 'Use it now').click({ timeout: 40_000 });
  await expect(build(page)).toHaveAttribute('data-build', 'B', { timeout: 20_000 });
});

test('story 12: a proposal is a file that the gallery takes', async ({ page }) => {
  await openAndRun(page, linkTo(FETCHES, { title: 'It prints' }));
  await button(page, 'Share').click();
  const download = page.waitForEvent('download');
  await button(page, 'Propose this scenario for the gallery').click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('it-prints.loop.json');
  const proposal = JSON.parse(readFileSync(await file.path(), 'utf8'));
  expect(JSON.stringify(proposal)).toContain('CC0-1.0');
  await expect(dialog(page, 'Share').getByText('Add a paragraph on what it shows')).toBeVisible();
});

test('story 12: the page of a scenario is read without scripts, and has what previews ask for', async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${baseURL}s/task-that-refuses/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A task that refuses to die');
  await expect(page.getByText("print('not today')")).toBeVisible();
  await expect(page.getByRole('img')).toHaveJSProperty('complete', true);
  expect(await page.getByRole('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(500);
  await expect(page.getByRole('link', { name: 'Open it in Loopscope' })).toHaveAttribute(
    'href',
    '../../#g/task-that-refuses',
  );
  const content = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute('content');
  expect(await content('og:title')).toBe('A task that refuses to die');
  const card = await page.request.get((await content('og:image')) ?? '');
  expect(card.headers()['content-type']).toBe('image/png');
  // The size of a PNG stands at its beginning.
  const bytes = await card.body();
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  const oembed = await (await page.request.get(`${baseURL}s/task-that-refuses/oembed.json`)).json();
  expect(oembed).toMatchObject({
    version: '1.0',
    type: 'rich',
    html: expect.stringContaining('embed.html#g/task-that'),
  });
  await page.goto(`${baseURL}about/`);
  await expect(page.getByText('Your code never leaves this tab.')).toBeVisible();
  await page.close();
});
