/** Panes are made larger and smaller by dragging, by keys and by buttons, and stay so. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { button, dialog, ended, lanes } from './stage.ts';

const codeWidth = async (page: Page) => (await page.locator('.stage > .code').boundingBox())?.width ?? 0;

test('a layout is chosen, a pane made larger, and both are there on the next visit', async ({ page }) => {
  await page.goto('./');
  await ended(page);
  const designed = await codeWidth(page);
  await button(page, 'Sizes of the panes').click();
  const sizes = dialog(page, 'Sizes of the panes');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('dialog').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await sizes.getByRole('button', { name: 'Pictures' }).press('Enter');
  await expect(sizes.getByRole('button', { name: 'Pictures' })).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => codeWidth(page)).toBeLessThan(designed - 100);
  const narrow = await codeWidth(page);
  await sizes.getByRole('button', { name: 'Code larger' }).click();
  await expect.poll(() => codeWidth(page)).toBeGreaterThan(narrow + 40);
  const chosen = await codeWidth(page);
  await page.reload();
  await expect.poll(() => codeWidth(page)).toBe(chosen);
  await button(page, 'Sizes of the panes').click();
  await sizes.getByRole('button', { name: 'As designed' }).first().click();
  await expect.poll(() => codeWidth(page)).toBe(designed);
});

test('a border is moved by keys, by dragging, and put back by a double click', async ({ page }) => {
  await page.goto('./');
  await ended(page);
  const border = page.getByRole('separator', { name: 'Size of the lanes' });
  const height = async () => (await lanes(page).boundingBox())?.height ?? 0;
  const designed = await height();
  await border.press('PageDown');
  await expect.poll(height).toBeGreaterThan(designed + 30);
  const keyed = await height();
  await border.hover();
  await page.mouse.down();
  await page.mouse.move(900, 480, { steps: 4 });
  await page.mouse.up();
  await expect.poll(height).not.toBe(keyed);
  await border.dblclick();
  await expect.poll(height).toBe(designed);
});
