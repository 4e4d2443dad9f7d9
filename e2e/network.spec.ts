/** What is drawn of clients, processes and threads: pools, attempts, refusals, who wrote a line, who holds a lock; and the network's own dialog. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { BETWEEN_THREADS, ONE_PLACE, TWO_WRITERS, WHAT_ANSWERS } from './network-programs.ts';
import { linkTo } from './programs.ts';
import { button, dialog, ended, loop, openAndRun, openTab, output, sharedLink, skipUntil } from './stage.ts';

async function expectNoFaults(page: Page, part: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(part).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
}

test('a pool of connections: its one place, who has it, and who stands in line', async ({ page }) => {
  await openAndRun(page, linkTo(ONE_PLACE));
  await button(page, 'First step').click();
  const wires = await openTab(page, 'Wires');
  await skipUntil(page, /^A gets a connection from the pool of TCPConnector: 1 of 1 in use\.$/);
  await skipUntil(
    page,
    /^B finds no connection free in the pool of TCPConnector \(1 of 1 in use\): it stands in line\.$/,
  );
  await expect(wires.getByRole('listitem').first()).toHaveText(
    'The pool of TCPConnector: 1 of 1 in use, by A; in line: B',
  );
  await skipUntil(page, /^B parks on Future #\d+ .*$/);
  await expect(await openTab(page, 'Why waiting?')).toContainText('for a connection of the pool of TCPConnector');
  await openTab(page, 'Wires');
  await expectNoFaults(page, '.bottom');
  await skipUntil(
    page,
    /^A gives its place in the pool of TCPConnector back: 0 of 1 in use; B is the first in line\.$/,
  );
});

test('a request that is tried again: each attempt, and how it ended', async ({ page }) => {
  await page.goto('./#g/retry');
  await ended(page);
  await button(page, 'First step').click();
  const wires = await openTab(page, 'Wires');
  await skipUntil(page, /^The request GET \/delay\/2 at httpbin\.org timed out\.$/);
  await expect(wires.getByRole('listitem').first()).toHaveText('GET /delay/2 at httpbin.org; attempt 1 timed out');
  await expect(wires.getByText('timed out', { exact: true }).first()).toBeAttached();
  await skipUntil(page, /^main tries GET \/delay\/2 at httpbin\.org again: attempt 2; attempt 1 timed out\.$/);
  await expect(wires.getByRole('listitem').first()).toHaveText(
    'GET /delay/2 at httpbin.org; attempt 1 timed out; attempt 2 is on its way',
  );
  await expectNoFaults(page, '.bottom');
});

test('the network is changed by keys alone, and the link carries it', async ({ page }) => {
  await openAndRun(page, linkTo(WHAT_ANSWERS));
  await expect(await output(page)).toContainText('200');
  await openTab(page, 'Wires');
  await button(page, 'Change the network').focus();
  await page.keyboard.press('Enter');
  const network = dialog(page, 'Network');
  await network.getByRole('button', { name: 'Add a host' }).press('Enter');
  await expectNoFaults(page, 'dialog');
  await network.getByRole('textbox', { name: 'Status' }).fill('20x');
  await network.getByRole('textbox', { name: 'Status' }).press('Enter');
  await expect(network.getByRole('alert')).toHaveText(
    'Status of page 1 of api.example must be a whole number from 200 to 599.',
  );
  await network.getByRole('textbox', { name: 'Status' }).fill('418');
  await network.getByRole('button', { name: 'Use it and run' }).press('Enter');
  await expect(network).toBeHidden();
  await expect(await output(page)).toContainText('418');
  const link = await sharedLink(page);
  await page.keyboard.press('Escape');
  await page.goto('about:blank');
  await openAndRun(page, link);
  await expect(await output(page)).toContainText('418');
});

test('a host that refuses is told where it happens', async ({ page }) => {
  await openAndRun(page, linkTo(WHAT_ANSWERS));
  await openTab(page, 'Wires');
  await button(page, 'Change the network').click();
  const network = dialog(page, 'Network');
  await network.getByRole('button', { name: 'Add a host' }).click();
  await network.getByRole('combobox', { name: 'What it does' }).selectOption('refuses connections');
  await network.getByRole('button', { name: 'Use it and run' }).click();
  await expect(await output(page)).toContainText('ClientConnectorError');
  await button(page, 'First step').click();
  const wires = await openTab(page, 'Wires');
  await skipUntil(page, /^The request GET \/ at api\.example was refused\.$/);
  await expect(wires.getByRole('listitem').last()).toHaveText('api.example: failed, connection refused');
  await expect(wires.locator('.wire-trouble')).toContainText('refused');
});

test('with several processes each line of the output says who wrote it', async ({ page }) => {
  await openAndRun(page, linkTo(TWO_WRITERS));
  await button(page, 'Last step').click();
  await expect(await output(page)).toHaveText(/^main\.py │ mine\s+4202 {4}│ its own\s+main\.py │ mine again\s*$/);
});

test('a lock, an event and a queue between threads: who holds it, who waits in line', async ({ page }) => {
  await openAndRun(page, linkTo(BETWEEN_THREADS));
  await button(page, 'First step').click();
  await skipUntil(page, /^Lock lock is locked: thread ann holds it; thread bob waits in line\.$/);
  await expect(loop(page).getByText('Lock lock: locked by T2 ann · waiting: T3 bob')).toBeAttached();
  await expect(loop(page).getByText('T3 bob: waits for the Lock lock, held by T2')).toBeAttached();
  await skipUntil(page, /^Event ready is unset; thread bob waits in line\.$/);
  await skipUntil(page, /^Event ready is set\.$/);
  await skipUntil(page, /^Queue box holds 'a' \(1 of 1\); thread ann waits to put\.$/);
  await expect(loop(page).getByText('Queue box: 1 of 1 · to put: T2 ann')).toBeAttached();
});
