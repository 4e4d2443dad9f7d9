import { expect, test } from './journey.ts';
import { FETCHES, HAZARDS, LEGACY, linkTo } from './programs.ts';
import { lineOf, narration, openAndRun, openTab, output, stepNow } from './stage.ts';

test('hazards are counted on their tab and listed with what happened, and lead to the step and the line', async ({
  page,
}) => {
  await openAndRun(page, linkTo(HAZARDS));
  await expect(page.getByRole('tab', { name: 'Hazards 3', exact: true })).toBeVisible();
  const hazards = await openTab(page, 'Hazards');
  const blocked = hazards.getByRole('listitem').filter({ hasText: 'The loop was blocked' });
  await expect(blocked).toContainText(
    'For 3 s the loop did not get control back; late because of it: A (heart) by 2.5 s.',
  );
  const race = hazards.getByRole('listitem').filter({ hasText: 'Checked, awaited, then acted' });
  await expect(race).toContainText('seats was 1 when D (book) looked at it in line 15');

  await race.getByRole('button', { name: 'main.py, line 17' }).click();
  await expect(race).toHaveAttribute('aria-current', 'step');
  await expect(narration(page)).toContainText('Hazard: Checked, awaited, then acted.');
  await expect(lineOf(page, 'seats -= 1')).toHaveClass(/ls-hazard/);
  const at = await stepNow(page);
  const steps = await openTab(page, 'Steps');
  await expect(steps.locator('[aria-current=step]')).toHaveAttribute('aria-posinset', String(at));
  await expect(steps.locator('[aria-current=step]')).toContainText('Hazard: Checked, awaited, then acted.');
});

test('every hazard leads to the documentation of Python', async ({ page }) => {
  await openAndRun(page, linkTo(HAZARDS));
  const hazards = await openTab(page, 'Hazards');
  const links = hazards.getByRole('link', { name: 'Python documentation' });
  await expect(links).toHaveCount(3);
  for (const link of await links.all()) await expect(link).toHaveAttribute('href', /^https:\/\/docs\.python\.org\/3\//);
});

test('a program without hazards says so', async ({ page }) => {
  await openAndRun(page, linkTo(FETCHES));
  await expect(page.getByRole('tab', { name: 'Hazards', exact: true })).toBeVisible();
  await expect(await openTab(page, 'Hazards')).toContainText('None were found in this run');
});

test('a program of Python 3.4 runs, and what is gone since is marked', async ({ page }) => {
  await openAndRun(page, linkTo(LEGACY));
  await expect(await output(page)).toContainText('Hello Ada');
  const hazards = await openTab(page, 'Hazards');
  await expect(hazards.getByRole('listitem')).toHaveCount(3);
  const decorator = hazards.getByRole('listitem').filter({ hasText: 'asyncio.coroutine' });
  await expect(decorator).toContainText('Legacy');
  await expect(decorator).toContainText('asyncio.coroutine is gone since Python 3.11');
  await expect(decorator).toContainText('async def, and await in place of yield from');
  await expect(decorator.getByRole('button', { name: 'main.py, line 4' })).toBeVisible();
});
