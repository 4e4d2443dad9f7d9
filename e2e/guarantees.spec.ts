/** The guarantee lab: something is killed everywhere, and switches change what is counted; and two runs under one playhead. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { button, dialog, ended, narration, openTab, output, slider, words } from './stage.ts';

/** `6 45 0`: lost, once, twice or more. */
const counts = (page: Page): Locator => words(page).getByRole('table', { name: 'What became of the orders' });
const points = (page: Page): Locator => page.getByRole('toolbar', { name: 'Where it is killed' }).getByRole('button');
const isBad = async (page: Page) =>
  (await counts(page).getByRole('cell').allInnerTexts()).map((text) => Number(text) > 0);

/** There is the run without a kill and the one with it, which is looked at from its end. */
async function branched(page: Page): Promise<void> {
  await expect(page.getByRole('group', { name: 'Branches' }).getByRole('button')).toHaveCount(2);
  await ended(page);
  await slider(page).press('End');
}

test('a switch changes what is counted, and every point opens its run', async ({ page }) => {
  test.slow();
  await page.goto('./#g/guarantee-lab');
  await ended(page);
  await button(page, 'Kill the worker everywhere').click();
  // Acknowledged early: some orders are lost, and none is charged twice.
  await expect.poll(() => isBad(page), { timeout: 40_000 }).toEqual([true, true, false]);
  await page.getByRole('switch', { name: 'late ack' }).click();
  await expect.poll(() => isBad(page), { timeout: 40_000 }).toEqual([false, true, true]);
  await button(page, 'Stop').click();
  await expect(words(page).getByRole('table', { name: 'Tried so far' }).getByRole('row')).toHaveCount(3);
  const { violations } = await new AxeBuilder({ page }).include('.bottom').setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await points(page)
    .and(page.getByRole('button', { name: /charged 2 times/ }))
    .first()
    .press('Enter');
  await branched(page);
  await expect(await output(page)).toContainText('charged 2 times');
});

test('the worker is killed where the playhead is', async ({ page }) => {
  await page.goto('./#g/guarantee-lab');
  await ended(page);
  await expect(narration(page)).toHaveText(/runs tasks\.charge for tasks\.charge\(2\)/);
  await words(page)
    .getByRole('button', { name: /^Kill here, at step \d+$/ })
    .click();
  await branched(page);
  await expect(await output(page)).toContainText('order 2: charged 0 times');
  await expect(await openTab(page, 'What if?')).toContainText('worker.1 gets SIGKILL');
});

test('the same crash side by side, under one playhead', async ({ page }) => {
  await page.goto('./#g/same-crash-channels+same-crash-celery');
  const both = dialog(page, 'Side by side');
  const [left, right] = [
    both.getByRole('region', { name: /^The same crash, left/ }),
    both.getByRole('region', { name: /^The same crash, right/ }),
  ];
  const playhead = both.getByRole('slider', { name: 'Playhead' });
  await playhead.press('End', { timeout: 30_000 });
  for (const text of ['begun 1', 'finished 0', 'lost 1']) await expect(left).toContainText(text);
  for (const text of ['begun 2', 'finished 1']) await expect(right).toContainText(text);
  await playhead.press('Home');
  await expect(left).toContainText('Nothing has happened yet.');
  await expect(right).toContainText('begun 0');
  const { violations } = await new AxeBuilder({ page }).include('dialog').setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
