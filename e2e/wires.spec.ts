/** Two scenarios of the gallery as a student meets them: requests on their way, and threads that take turns. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './journey.ts';
import { button, ended, lanes, narration, openTab, output, skipUntil } from './stage.ts';

test('a request in flight: the sentence, the wires and the reason to wait name the same message', async ({ page }) => {
  await page.goto('./#g/fetch-many');
  await ended(page);
  await button(page, 'First step').click();
  const wires = await openTab(page, 'Wires');
  await expect(wires).toContainText('No connection has been asked for so far.');

  await skipUntil(page, /^\w+ asks httpbin\.org for a connection: the answer will be there at t = .* s, in .* s\.$/);
  await expect(wires.getByRole('listitem')).toHaveText([/^httpbin\.org: connecting, asked; answer in .* s$/]);

  await skipUntil(page, /^"GET \/delay\/2" \(\d+ bytes\) goes to httpbin\.org, there at t = .* s, in .* s\.$/);
  const carrying = wires.getByRole('listitem').filter({ hasText: '"GET /delay/2" goes, there at t = ' });
  await expect(carrying).toHaveText([/^httpbin\.org: open, \d messages, \d under way/]);
  const { violations } = await new AxeBuilder({ page }).include('.bottom').setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await skipUntil(page, /^"200 OK" \(\d+ bytes\) comes from httpbin\.org, there at t = .* s, in .* s\.$/);
  const why = await openTab(page, 'Why waiting?');
  await expect(why).toContainText(/waits for "200 OK" from httpbin\.org, due at t = [\d.]+ s, in [\d.]+ s\./);
});

test('threads have lanes of their own, and the sentence says who holds the GIL', async ({ page }) => {
  await page.goto('./#g/lost-update');
  await ended(page);
  await expect(narration(page)).toHaveText('Thread Bob holds the GIL now: only its code runs.');
  for (const thread of ['MainThread', 'Ann', 'Bob']) await expect(lanes(page)).toContainText(thread);
  await skipUntil(page, /^Thread MainThread gives up the GIL: it waits for the end of thread Ann\.$/);
  await page.getByRole('slider', { name: 'Playhead' }).press('End');
  await expect(await output(page)).toHaveText('some are lost\n');
});
