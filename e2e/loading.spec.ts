/** What a run fetches: of the engine and of CPython's library no more than it needs. */
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { FETCHES, linkTo } from './programs.ts';
import { openAndRun, output } from './stage.ts';

const WITH_AIOHTTP = `import asyncio, aiohttp

async def main():
    async with aiohttp.ClientSession() as session:
        async with session.get('https://httpbin.org/get') as response:
            print(response.status)

asyncio.run(main())
`;

/** Of a module in TypeScript and of one of Lib no import statement tells. */
const UNANNOUNCED = `import importlib

print('once')
print(importlib.import_module('js' + 'on').dumps([1]))
print(__import__('colo' + 'rsys').rgb_to_hls(0, 0, 0))
`;

const RAISING = `import asyncio

async def main():
    raise ValueError('the end')

asyncio.run(main())
`;

/** The files of the engine and of the library, as they are asked for; fingerprints are left out. */
function loadedBy(page: Page): string[] {
  const loaded: string[] = [];
  page.context().on('request', (request) => {
    const path = /\/(?:workers\/chunks|lib)\/(?:code-\w+\/)?([\w.-]+)$/.exec(request.url())?.[1];
    if (path !== undefined) loaded.push(path.replace(/-[\w-]{8}\.js$/, '.js'));
  });
  return loaded;
}

test('a program that sleeps and prints asks for the code of asyncio, and for nothing else', async ({ page }) => {
  const loaded = loadedBy(page);
  await openAndRun(page, linkTo(FETCHES));
  await expect(await output(page)).toContainText('fetched 1');
  expect(loaded.sort()).toEqual(['core.json', 'engine.js', 'index.json', 'index.json']);
});

test('a program with aiohttp asks for the network, before it runs', async ({ page }) => {
  const loaded = loadedBy(page);
  await openAndRun(page, linkTo(WITH_AIOHTTP));
  await expect(await output(page)).toHaveText('200\n');
  expect(loaded).toEqual(expect.arrayContaining(['network.js', '_socket.js', 'select.js', 'aiohttp.client.json']));
  expect(loaded.filter((file) => file.endsWith('.py'))).toEqual([]);
});

test('what no import statement tells is loaded when the run comes upon it', async ({ page }) => {
  const loaded = loadedBy(page);
  await openAndRun(page, linkTo(UNANNOUNCED));
  await expect(await output(page)).toHaveText('once\n[1]\n(0.0, 0.0, 0.0)\n');
  expect(loaded).toEqual(expect.arrayContaining(['_json.js', 'json.json', 'colorsys.json']));
});

test('a traceback asks for the sources that it shows', async ({ page }) => {
  const loaded = loadedBy(page);
  await openAndRun(page, linkTo(RAISING));
  await expect(page.getByRole('main')).toContainText('ValueError: the end');
  expect(loaded.filter((file) => file.endsWith('.py'))).toEqual(expect.arrayContaining(['asyncio.runners.py']));
});
