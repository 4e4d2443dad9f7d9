/** Looking inside a run: values, what changed, the story of one thing, and the library's own code. */
import { expect, test } from './journey.ts';
import { CANCELLING, linkTo } from './programs.ts';
import { atStep, button, ended, goToStep, lineOf, openAndRun, openTab, slider, stepNow } from './stage.ts';

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

test('breakpoints at a line, on a condition and at an event: they are marked, stepped between, and playing stops at them', async ({
  page,
}) => {
  await page.goto('./');
  await ended(page);
  const tab = await openTab(page, 'Breakpoints');
  await tab.getByRole('spinbutton', { name: 'Line' }).fill('12');
  await page.keyboard.press('Enter');
  const condition = page.getByRole('textbox', { name: 'Condition at main.py, line 12' });
  await expect(tab.getByRole('listitem').filter({ has: condition })).toContainText('2 times');
  await condition.fill('n >');
  await condition.press('Enter');
  await expect(tab.getByText('SyntaxError: invalid syntax')).toBeVisible();
  await condition.fill('n == 1');
  await condition.press('Enter');
  await tab.getByRole('checkbox', { name: 'a task is cancelled' }).check();
  const places = tab.getByRole('region', { name: 'Where breakpoints hold' }).getByRole('listitem');
  await expect(places).toHaveCount(5);

  const steps = await places.evaluateAll((all) => all.map((each) => Number(each.getAttribute('value'))));
  await slider(page).press('Home');
  await slider(page).press('b');
  await atStep(page, steps[0] ?? 0);
  await slider(page).press('b');
  await button(page, 'Back to where a breakpoint held').click();
  await atStep(page, steps[0] ?? 0);
  await goToStep(page, (steps[2] ?? 0) - 2);
  await button(page, 'Play').click();
  await atStep(page, steps[2] ?? 0);
  await expect(button(page, 'Play')).toBeVisible();
  await expect(page.locator('.ls-breakpoint.ls-conditional')).toHaveCount(1);
});
