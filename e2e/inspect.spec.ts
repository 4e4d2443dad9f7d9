/** Looking inside a run: values, what changed, the story of one thing, and the library's own code. */
import { expect, test } from './journey.ts';
import { CANCELLING, linkTo } from './programs.ts';
import { atStep, button, goToStep, lineOf, openAndRun, openTab, slider, stepNow } from './stage.ts';

test('a task is looked into, followed through its story, and found in the library, by keys', async ({ page }) => {
  await openAndRun(page, linkTo(CANCELLING));
  await goToStep(page, 60);
  const inspect = await openTab(page, 'Inspect');
  const chooser = inspect.getByRole('combobox', { name: 'Look at' });
  await chooser.selectOption('B (stubborn)');
  const values = inspect.getByRole('region', { name: 'Values at this step' });
  await expect(values).toContainText('Read by running again up to step 60.');
  await expect(values.getByRole('listitem').filter({ hasText: /^get_name\(\)'stubborn'$/ })).toBeVisible();

  const story = inspect.getByRole('region', { name: 'Its story' });
  await expect(story.getByRole('heading')).toHaveText('Task B (stubborn)');
  await slider(page).focus();
  await page.keyboard.press('Shift+ArrowRight');
  const next = await stepNow(page);
  expect(next).toBeGreaterThan(60);
  await expect(values).toContainText(`up to step ${next}. Compared with step 60.`);
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(story.getByRole('listitem').and(page.locator('[aria-current=step]'))).toBeVisible();
  expect(await stepNow(page)).toBeLessThan(60);

  await goToStep(page, 60);
  await values.getByRole('button', { name: /^Show asyncio\/tasks\.py, line \d+/ }).press('Enter');
  await expect(page.getByRole('tab', { name: 'asyncio/tasks.py', selected: true })).toBeVisible();
  const library = page.getByRole('textbox', { name: 'asyncio/tasks.py, read only' });
  await expect(library.locator('.ls-site')).toHaveText(/await/);
  await slider(page).press('ArrowRight');
  await atStep(page, 61);
  await expect(lineOf(page, 'async def')).not.toHaveCount(0);
  await expect(button(page, 'Library')).toHaveAttribute('aria-pressed', 'false');
});
