import { expect } from '@playwright/test';
import { test } from './journey.ts';
import { button, dialog, words, write } from './stage.ts';

const gallery = (page: Parameters<typeof dialog>[0]) => dialog(page, 'Gallery');

test('a guided path is walked by keyboard from the gallery, left, found again and gone on with', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: /Open the gallery/ }).click();
  await gallery(page).getByRole('button', { name: 'Begin: A first hour of asyncio' }).press('Enter');
  const bar = page.getByRole('navigation', { name: 'A first hour of asyncio' });
  await expect(bar).toContainText('step 1 of 12');
  await expect(page).toHaveTitle(/Calling a coroutine does nothing/);
  await bar.getByRole('button', { name: 'Next' }).press('Enter');
  await expect(bar).toContainText('step 2 of 12');
  await expect(page).toHaveTitle(/It must be scheduled on a loop/);
  await page.getByRole('button', { name: /Open the gallery/ }).click();
  const search = gallery(page).getByRole('searchbox');
  await search.fill('M6 finishing');
  await expect(gallery(page).getByRole('status')).toContainText('One scenario');
  await search.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle(/gather keeps the order/);
  await bar.getByRole('button', { name: 'Back to the path' }).click();
  await expect(page).toHaveTitle(/It must be scheduled on a loop/);
  await bar.getByRole('button', { name: 'Leave the path' }).click();
  await expect(bar).toHaveCount(0);
  await page.reload();
  await page.getByRole('button', { name: /Open the gallery/ }).click();
  await expect(gallery(page).getByRole('listitem').filter({ hasText: 'A first hour of asyncio' })).toContainText(
    '2 of 12',
  );
});

test('the gallery is asked by topic, construct and belief', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: /Open the gallery/ }).click();
  const found = gallery(page).getByRole('status');
  await gallery(page).getByLabel('Belief that it shows to be wrong').selectOption('M6');
  await expect(found).toContainText('One scenario');
  await gallery(page).getByLabel('Uses').selectOption('TaskGroup');
  await expect(found).toContainText('No scenarios');
  await gallery(page).getByRole('button', { name: 'Show all' }).click();
  await gallery(page).getByLabel('Topic').selectOption('blocking');
  await expect(found).toContainText('4 scenarios');
});

test('an exercise is tried, solved, remembered and saved to hand in', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: /Open the gallery/ }).click();
  await gallery(page).getByText('Change a program until it does what is asked').click();
  await gallery(page)
    .getByRole('button', { name: /Three pages in one second/ })
    .click();
  const checks = words(page).getByRole('region', { name: 'What is checked' });
  await expect(checks.getByRole('status')).toContainText('Run the program');
  await button(page, 'Run').click();
  await expect(checks.getByRole('status')).toContainText('2 of 4 hold.');
  await expect(checks.getByRole('listitem').filter({ hasText: 'at most one second' })).toContainText(
    'It takes 3000 ms.',
  );
  await write(
    page,
    'import asyncio\n\nasync def fetch(page):\n    await asyncio.sleep(1)\n    return f"page {page}"\n\nasync def main():\n    print(*await asyncio.gather(fetch(1), fetch(2), fetch(3)), sep="\\n")\n\nasyncio.run(main())\n',
  );
  await expect(checks.getByRole('status')).toContainText('Run it again');
  await button(page, 'Run again').click();
  await expect(checks.getByRole('status')).toContainText('Solved.');
  const saving = page.waitForEvent('download');
  await words(page).getByRole('button', { name: 'Save to hand in' }).click();
  expect((await saving).suggestedFilename()).toBe('all-at-once.loop.json');
  await checks.getByRole('button', { name: 'Next: Make it deadlock' }).click();
  await page.getByRole('button', { name: /Open the gallery/ }).click();
  await gallery(page).getByText('Change a program until it does what is asked').click();
  await expect(gallery(page).getByRole('button', { name: /Three pages in one second ✓ solved/ })).toBeVisible();
});
