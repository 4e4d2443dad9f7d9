import { expect, test } from './journey.ts';
import { LOST_UPDATE, linkTo } from './programs.ts';
import { openAndRun, openTab, output, sharedLink } from './stage.ts';

test('the losing order of a race is found, opened and shared', async ({ browser, page }) => {
  await openAndRun(page, linkTo(LOST_UPDATE));
  await expect(await output(page)).toHaveText(/^6\s*$/);

  const orders = await openTab(page, 'Orders');
  await orders.getByLabel('until one').selectOption({ label: 'ends otherwise than the usual one' });
  await orders.getByRole('button', { name: 'Try other orders' }).click();
  await expect(orders.getByRole('status')).toContainText('Found in run');
  const found = orders.getByRole('list', { name: 'The order that was looked for' }).getByRole('listitem');
  await expect(found).toContainText(/[345]/);
  const lost = await found.locator('pre').textContent();
  await found.getByRole('button', { name: 'Open the order' }).click();
  await expect(await output(page)).toHaveText(lost ?? '');

  const link = await sharedLink(page);
  expect(link).toContain('#3');
  const fresh = await (await browser.newContext()).newPage();
  await fresh.goto(link);
  await expect(fresh.getByText('Nothing has run yet')).toBeVisible();
  await fresh.getByRole('button', { name: 'Run it here' }).click();
  await expect(await output(fresh)).toHaveText(lost ?? '');
});

test('outcomes are counted, and a search can be stopped', async ({ page }) => {
  await openAndRun(page, linkTo(LOST_UPDATE));
  const orders = await openTab(page, 'Orders');
  await orders.getByLabel('at most').selectOption({ label: '50 runs' });
  await orders.getByRole('button', { name: 'Try other orders' }).click();
  await expect(orders.getByRole('status')).toContainText('50 orders tried');
  const first = orders.getByRole('list', { name: 'Outcomes' }).getByRole('listitem').first();
  await expect(first).toContainText('(the usual order)');
  await expect(first).toContainText('6');

  await orders.getByLabel('at most').selectOption({ label: '5,000 runs' });
  await orders.getByRole('button', { name: 'Try other orders' }).click();
  await expect(orders.getByRole('progressbar')).toBeVisible();
  await orders.getByRole('button', { name: 'Stop' }).click();
  await expect(orders.getByRole('status')).toContainText('Stopped after');
});
