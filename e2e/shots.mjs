/**
 * Pictures of the built page, for people to look at: the default example while its tasks are being cancelled, and a
 * deadlock, each light and dark, wide and narrow.
 *
 *   npm run build && node e2e/shots.mjs FOLDER [--dir dist]
 *
 * FOLDER also gets `screenshot.png`, the one for the README: 1440 by 900, light.
 */
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { deflateSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { LAUNCH_ARGS } from './launch-args.mjs';
import { serve } from './serve.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const BROWSER = join(ROOT, 'node_modules/.cache/loopscope/browser.json');
const PORT = 4175;
const BASE = '/loopscope/';
const ADDRESS = `http://127.0.0.1:${PORT}${BASE}`;
const WIDTHS = [1440, 390];
/** @type {readonly ['light', 'dark']} */
const SCHEMES = ['light', 'dark'];
const BYTES_MAX = 200_000;

const DEADLOCK = `import asyncio

fork = asyncio.Lock()
knife = asyncio.Lock()

async def ann():
    async with fork:
        print('Ann has the fork')
        await asyncio.sleep(1)
        async with knife:
            print('Ann eats')

async def ben():
    async with knife:
        print('Ben has the knife')
        await asyncio.sleep(1)
        async with fork:
            print('Ben eats')

async def main():
    async with asyncio.TaskGroup() as table:
        table.create_task(ann(), name='ann')
        table.create_task(ben(), name='ben')

asyncio.run(main())
`;

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page */
async function showExample(page) {
  await page.goto('./');
  await page.getByRole('button', { name: 'Run again' }).waitFor();
  await page.getByText('swallows the CancelledError').first().waitFor();
}

/** @param {Page} page */
async function showDeadlock(page) {
  const scenario = { f: [['main.py', DEADLOCK]], t: 'A fork and a knife' };
  await page.goto(`./#1${deflateSync(JSON.stringify(scenario)).toString('base64url')}z`);
  await page.getByRole('button', { name: 'Run it here' }).click();
  await page.getByRole('button', { name: 'Show why' }).click();
}

/** Until the editor is there and nothing glides any more. @param {Page} page */
async function settled(page) {
  await page.locator('[contenteditable=true][aria-label="Python program"]').waitFor();
  let before = '';
  for (;;) {
    const drawn = await page.evaluate(
      () => new Promise((done) => setTimeout(() => done(document.querySelector('main')?.innerHTML ?? ''), 250)),
    );
    if (drawn === before) return;
    before = String(drawn);
  }
}

/**
 * @param {Browser} browser
 * @param {string} folder
 * @param {{ readonly name: string, readonly show: (page: Page) => Promise<void> }} subject
 */
async function shoot(browser, folder, { name, show }) {
  for (const colorScheme of SCHEMES) {
    for (const width of WIDTHS) {
      const context = await browser.newContext({
        baseURL: ADDRESS,
        colorScheme,
        viewport: { width, height: width > 600 ? 900 : 844 },
      });
      const page = await context.newPage();
      await show(page);
      await settled(page);
      const path = join(folder, `${name}-${colorScheme}-${width}.png`);
      await page.screenshot({ path, fullPage: width <= 600 });
      console.log(path);
      await context.close();
    }
  }
}

/**
 * @param {Browser} browser
 * @param {string} folder
 */
async function shootCover(browser, folder) {
  const page = await browser.newPage({
    baseURL: ADDRESS,
    colorScheme: 'light',
    viewport: { width: 1440, height: 900 },
  });
  await showExample(page);
  await settled(page);
  const path = join(folder, 'screenshot.png');
  await page.screenshot({ path });
  console.log(path);
  const { size } = statSync(path);
  if (size > BYTES_MAX) throw new Error(`${path} has ${size} bytes, more than ${BYTES_MAX}.`);
}

function browserPath() {
  return existsSync(BROWSER) ? (JSON.parse(readFileSync(BROWSER, 'utf8')).path ?? undefined) : undefined;
}

async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { dir: { type: 'string', default: join(ROOT, 'dist') } },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new Error('Into which folder? node e2e/shots.mjs FOLDER');
  mkdirSync(folder, { recursive: true });
  const server = await serve({ dir: resolve(values.dir), base: BASE, port: PORT });
  const executablePath = browserPath();
  const browser = await chromium.launch({
    args: [...LAUNCH_ARGS],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    await shoot(browser, folder, { name: 'cancelling', show: showExample });
    await shoot(browser, folder, { name: 'deadlock', show: showDeadlock });
    await shootCover(browser, folder);
  } finally {
    await browser.close();
    server.close();
  }
}

main().catch((error) => {
  process.stderr.write(`${error?.message ?? error}\n`);
  process.exitCode = 1;
});
