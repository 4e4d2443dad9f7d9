/** Large runs: a thousand tasks are folded, searched and pinned; a million events are scrubbed by keyboard; an endless run is stopped. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { linkTo } from './programs.ts';
import { atStep, button, ended, goToStep, lanes, narration, open, openAndRun, slider, stepCount } from './stage.ts';

const THOUSAND = `import asyncio

async def fetch(n, gate):
    async with gate:
        await asyncio.sleep(0.1 + n % 7 / 10)

async def crawl(shelf):
    gate = asyncio.Semaphore(20)
    await asyncio.gather(*(fetch(shelf * 100 + n, gate) for n in range(100)))

async def main():
    await asyncio.gather(*(crawl(n) for n in range(10)))

asyncio.run(main())
`;

const MILLION = `import asyncio

async def tick(n):
    while True:
        await asyncio.sleep(0.01 * n)

async def main():
    await asyncio.gather(*(tick(n) for n in range(1, 40)))

asyncio.run(main())
`;

const group = (page: Page, name: string): Locator =>
  lanes(page).getByRole('button', { name: new RegExp(`^${name}, `) });
const named = (page: Page, name: string): Locator => lanes(page).locator('.lane-name-text', { hasText: name });
const map = (page: Page): Locator => page.getByRole('slider', { name: 'Part of the run that the lanes show' });

test('a thousand tasks are three lines, which say what all of them do; one opens, by the pointer and by a key', async ({
  page,
}) => {
  await openAndRun(page, linkTo(THOUSAND));
  await expect(lanes(page).getByText('1,011 lanes in 3 lines')).toBeVisible();
  await expect(group(page, 'fetch')).toHaveAccessibleName('fetch, 1,000 lanes: 1,000 done');
  await expect(group(page, 'fetch')).toHaveAttribute('aria-expanded', 'false');
  await group(page, 'crawl').click();
  await expect(group(page, 'crawl')).toHaveAttribute('aria-expanded', 'true');
  await expect(named(page, 'crawl(3)')).toBeVisible();
  await slider(page).focus();
  await goToStep(page, 12_000);
  await expect(group(page, 'fetch')).toHaveAccessibleName(/waiting/);
  await group(page, 'crawl').press('Enter');
  await expect(group(page, 'crawl')).toHaveAttribute('aria-expanded', 'false');
  await page.getByRole('combobox', { name: 'Fold lanes' }).selectOption('by state');
  await expect(group(page, 'waiting')).toBeVisible();
  await expect(group(page, 'done')).toBeVisible();
});

test('lanes are found by name, state and place, led to one by one, and pinned to the top', async ({ page }) => {
  await openAndRun(page, linkTo(THOUSAND));
  await goToStep(page, 12_000);
  await slider(page).focus();
  await page.keyboard.press('/');
  const search = page.getByRole('textbox', { name: 'Find lanes' });
  await expect(search).toBeFocused();
  await search.fill('crawl');
  await expect(lanes(page).getByText('10 found')).toBeVisible();
  await search.press('Enter');
  await search.press('Enter');
  await expect(lanes(page).getByText('2 of 10')).toBeVisible();
  await search.press('Shift+Enter');
  await expect(lanes(page).getByText('1 of 10')).toBeVisible();
  // Its group is closed, and yet it is seen.
  await expect(named(page, 'crawl(0)')).toBeVisible();
  await lanes(page)
    .getByRole('button', { name: /^Pin .*crawl\(0\)/ })
    .click();
  await expect(lanes(page).getByRole('button', { name: /^Pin .*crawl\(0\)/ })).toHaveAttribute('aria-pressed', 'true');
  await search.fill('main.py:3');
  await expect(lanes(page).getByText('1,000 found')).toBeVisible();
  await page.getByRole('checkbox', { name: 'only these' }).check();
  await expect(group(page, 'crawl')).toHaveCount(0);
  await search.press('Escape');
  await expect(search).toHaveValue('');
  await slider(page).focus();
  await page.keyboard.press('p');
  await expect(lanes(page).getByRole('button', { name: /^Pin .*crawl\(0\)/ })).toHaveAttribute('aria-pressed', 'false');
});

test('a million events: the playhead goes anywhere by keys, and the map shows and moves what is seen', async ({
  page,
}) => {
  await openAndRun(page, linkTo(MILLION));
  await expect(page.locator('.banners').getByText('stopped after 1,000,000 recorded events')).toBeVisible();
  expect(await stepCount(page)).toBe(1_000_000);
  await goToStep(page, 765_432);
  await slider(page).focus();
  await page.keyboard.press('ArrowRight');
  await atStep(page, 765_433);
  await expect(narration(page)).not.toBeEmpty();
  await page.keyboard.press('Home');
  await page.keyboard.press('End');
  await atStep(page, 1_000_000);
  const seen = async () => (await map(page).getAttribute('aria-valuetext')) ?? '';
  const before = await seen();
  await page.keyboard.press('f');
  await expect(map(page)).toHaveAttribute('aria-valuetext', 'steps 1 to 1000000 of 1000000');
  await page.keyboard.press('w');
  await expect(map(page)).not.toHaveAttribute('aria-valuetext', 'steps 1 to 1000000 of 1000000');
  const zoomed = await seen();
  expect(zoomed).not.toBe(before);
  await page.keyboard.press('a');
  await expect(map(page)).not.toHaveAttribute('aria-valuetext', zoomed);
  await button(page, 'Zoom out').click();
  await map(page).focus();
  await page.keyboard.press('Home');
  await expect(map(page)).toHaveAttribute('aria-valuetext', /^steps 1 to /);
});

test('while a run goes on, what is there can be stepped through, selected and stopped', async ({ page }) => {
  await open(page, linkTo(MILLION.replace('0.01 * n', '0.01 * n + sum(range(400)) * 0')));
  await button(page, 'Run it here').click();
  await expect(async () => expect(await stepCount(page)).toBeGreaterThan(500)).toPass();
  await slider(page).focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
  await atStep(page, 3);
  const stop = button(page, 'Stop');
  if (await stop.isVisible()) await stop.click();
  await ended(page);
  // Nobody was moved away.
  await atStep(page, 3);
});
