/** Channel layers as a student meets them: a message followed through its whole life, a room, a worker that dies, an overload. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { CHAT, ONE_REQUEST, OVERLOAD } from './channel-programs.ts';
import { expect, test } from './journey.ts';
import { linkToFiles } from './programs.ts';
import { button, editor, ended, narration, openAndRun, openTab, output, skipUntil, slider } from './stage.ts';

const picture = (page: Page): Locator => page.getByRole('region', { name: 'Picture of the channels' });
const life = (page: Page): Locator => page.getByRole('region', { name: 'The selected message' });

async function noFaults(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('.bottom').setLegacyMode().analyze();
  expect.soft(violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ')}`)).toEqual([]);
}

/** The row of a channel among the counters, as a list of its cells. */
async function counters(page: Page, channel: string): Promise<readonly string[]> {
  await page.getByRole('group', { name: 'What is shown of the wires' }).getByText('Counters').click();
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: channel }) });
  return row.getByRole('cell').allInnerTexts();
}

test('a message is followed from the browser to the line of its consumer and back', async ({ page }) => {
  await openAndRun(page, linkToFiles(ONE_REQUEST));
  // On a wide screen the channels are there by themselves.
  await button(page, 'First step').click();
  await skipUntil(page, /puts GET \/ on channel http\.request \(1 of 100\)\.$/);
  const token = picture(page).getByRole('button', { name: '1 GET /: next of 1 in channel http.request' });
  await token.click();
  await noFaults(page);
  await expect(life(page).getByRole('listitem')).toHaveText([
    /client\.1 sends GET \/$/,
    /daphne\.1 puts 1 GET \/ on http\.request$/,
    /worker\.1 takes 1 GET \/$/,
    /worker\.1 runs channels\.handler\.ViewConsumer for 1 GET \/ urls\.py:\d+$/,
    /worker\.1 puts 2 200 on daphne\.response\.\w+!\w+$/,
    /daphne\.1 takes 2 200$/,
    /1 GET \/: finished$/,
    /client\.1 gets 200 OK$/,
    /daphne\.1 puts 3 \/ on http\.disconnect$/,
    /3 \/ falls out of http\.disconnect unread: expired$/,
  ]);
  await life(page)
    .getByRole('button', { name: /worker\.1 runs/ })
    .click();
  await expect(narration(page)).toHaveText(/worker\.1 is about to run line \d+ of /);
  await expect(editor(page)).toContainText('def hello(request):');
  await expect(picture(page).getByRole('button', { name: /^worker\.1: runs ViewConsumer/ })).toBeVisible();
  await life(page).getByRole('button', { name: 'Next event of this message' }).click();
  await expect(narration(page)).toHaveText(
    /puts 200 on channel daphne\.response\.\w+!\w+ \(1 of 100\), on account of GET \/\.$/,
  );

  await slider(page).press('End');
  expect(await counters(page, 'http.request')).toEqual([
    'many readers',
    '0 of 100',
    '1',
    '1',
    '0',
    '0',
    '0',
    '0',
    '0',
    'even',
  ]);
  await noFaults(page);
});

test('arrow keys lead from thing to thing, Enter selects, and what a message holds is shown beside it', async ({
  page,
}) => {
  await openAndRun(page, linkToFiles(ONE_REQUEST));
  await button(page, 'First step').click();
  await skipUntil(page, /puts GET \/ on channel http\.request \(1 of 100\)\.$/);
  await picture(page)
    .getByRole('button', { name: /^client\.1/ })
    .focus();
  await page.keyboard.press('ArrowRight');
  await expect(picture(page).getByRole('button', { name: /^daphne\.1/ })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(picture(page).getByRole('button', { name: /^Redis/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const token = picture(page).getByRole('button', { name: /^1 GET/ });
  await expect(token).toBeFocused();
  await expect(picture(page)).toContainText("'path': '/'");
  await page.keyboard.press('Escape');
  await expect(picture(page)).not.toContainText("'path': '/'");
  await page.keyboard.press('Enter');
  await expect(token).toHaveAttribute('aria-pressed', 'true');
  await expect(life(page)).toContainText('expires at 61 s');
});

test('a worker is killed with the message in hand: it is lost, and the client hears of it two minutes later', async ({
  page,
}) => {
  await openAndRun(page, linkToFiles(ONE_REQUEST));
  await button(page, 'First step').click();
  await skipUntil(page, /worker\.1 is about to run line \d+ of hello\.$/);
  await picture(page)
    .getByRole('button', { name: /^worker\.1/ })
    .click();
  await life(page)
    .getByRole('button', { name: /^What if it is killed/ })
    .click();
  const whatIf = page.getByRole('tabpanel', { name: 'What if?' });
  await whatIf.getByRole('button', { name: /^Kill -9 .* worker\.1$/ }).press('Enter');
  await ended(page);
  await openTab(page, 'Wires');
  await skipUntil(page, /GET \/ is lost: the process that had taken it has ended/);
  await expect(picture(page).getByRole('button', { name: /^1 GET \/: lost with its process/ })).toBeVisible();
  await expect(picture(page).getByRole('button', { name: /^worker\.1: killed at 1 s/ })).toBeVisible();
  await slider(page).press('End');
  await expect(await output(page)).toContainText('503');
});

test('a full channel refuses what comes next, and a flush empties it: each is told with its reason', async ({
  page,
}) => {
  await openAndRun(page, linkToFiles(OVERLOAD));
  await button(page, 'First step').click();
  await skipUntil(page, /Channel http\.request does not take GET \/2: full\.$/);
  await expect(picture(page)).toContainText('full, 2 / 2');
  await expect(picture(page).getByText('GET /2', { exact: true })).toBeVisible();
  await skipUntil(page, /GET \/1 falls out of channel http\.request: flushed\. Nobody has read it, and nobody will\.$/);
  await expect(picture(page).getByRole('button', { name: '2 GET /1: fell out unread: flushed' })).toBeVisible();
  expect(await counters(page, 'http.request')).toEqual([
    'many readers',
    '0 of 2',
    '2',
    '0',
    '0',
    '2',
    '0',
    '1',
    '0',
    'even',
  ]);
  await slider(page).press('End');
  await expect(await output(page)).toContainText('503');
});

test('a chat room: each member of the group gets a copy', async ({ page }) => {
  await openAndRun(page, linkToFiles(CHAT));
  await button(page, 'First step').click();
  for (const told of [/on channel websocket\.connect/, /from channel websocket\.connect/, /it has 1 member\.$/])
    await skipUntil(page, told);
  await skipUntil(page, /adds daphne\.response\.\w+!\w+ to group room: it has 2 members\.$/);
  await skipUntil(page, /, a copy for group room \(\d of 100\), on account of 'hello'\.$/);
  await expect(picture(page)).toContainText('group room: 2 members');
  await expect(picture(page)).toContainText(/copy \d+/);
  await slider(page).press('End');
  await expect(await output(page)).toContainText(/hello\s.*hello\s/s);
});
