/** Channel layers as a student meets them: a message followed through its whole life, a room, a worker that dies, an overload, and what keeps an order. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { ONE_REQUEST, OVERLOAD, ROOM, ROOM_OF_TODAY } from './channel-programs.ts';
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
    /2 200: finished$/,
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

/** What the processes whose names begin so have printed by the end. */
async function printed(page: Page, who: string): Promise<readonly string[]> {
  await slider(page).press('End');
  const lines = ((await (await output(page)).textContent()) ?? '').split('\n');
  return lines.filter((line) => line.startsWith(who) && !line.includes('error output:'));
}

/** Ten steps at a time, until the picture says so, and ten back: for what is far on. */
async function leapUntil(page: Page, drawn: string): Promise<void> {
  await slider(page).evaluate(async (element, wanted) => {
    const isDrawn = () => element.ownerDocument.querySelector<HTMLElement>('.bottom')?.innerText.includes(wanted);
    for (let presses = 0; presses < 200 && isDrawn() !== true; presses++) {
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageUp', bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
  }, drawn);
  await expect(picture(page)).toContainText(drawn);
  await slider(page).press('PageDown');
}

/** Each opens a socket at once, the second one speaks; then the playhead is back at the first step, with the channels in view. */
async function twoBrowsersTalk(page: Page, url: string, says: string): Promise<void> {
  const whatIf = await openTab(page, 'What if?');
  const press = async (word: string, name: string) => {
    await whatIf.getByRole('button', { name: `${word}: ${name}`, exact: true }).press('Enter');
    await ended(page);
  };
  for (const name of ['browser-1', 'browser-2']) {
    await whatIf.getByLabel(`Socket for ${name}`).fill(url);
    await press('Open socket', name);
  }
  await whatIf.getByLabel('What browser-2 says').fill(says);
  await press('Say', 'browser-2');
  const heard = await printed(page, 'browser');
  expect(heard.slice(0, 2)).toEqual(['browser-1 │ socket open', 'browser-2 │ socket open']);
  expect(heard.slice(2).sort()).toEqual([`browser-1 │ hears ${says}`, `browser-2 │ hears ${says}`]);
  await openTab(page, 'Wires');
  await button(page, 'First step').click();
}

test('a chat room of 1.x, two browsers: each member of the group gets a copy', async ({ page }) => {
  test.slow(true, 'each press is a run of its own');
  await openAndRun(page, linkToFiles(ROOM));
  await twoBrowsersTalk(page, 'ws://localhost:8000/', 'hello');
  await leapUntil(page, 'group room: 1 member');
  await leapUntil(page, 'group room: 2 members');
  await leapUntil(page, 'websocket.receive');
  await skipUntil(page, /, a copy for group room \(\d of 100\), on account of 'hello'\.$/);
  await expect(picture(page)).toContainText('group room: 2 members');
  await expect(picture(page)).toContainText(/copy \d+/);
  await noFaults(page);
});

test('a chat room of today, two browsers: one message for both members, whose consumers live in the server', async ({
  page,
}) => {
  test.slow(true, 'each press is a run of its own');
  await openAndRun(page, linkToFiles(ROOM_OF_TODAY));
  await twoBrowsersTalk(page, 'ws://localhost:8000/ws/chat/lobby/', '{"message": "good evening"}');
  await leapUntil(page, 'group chat_lobby: 1 member');
  await leapUntil(page, 'group chat_lobby: 2 members');
  await leapUntil(page, 'only web.1 reads, in order');
  await skipUntil(
    page,
    /puts chat\.message on channels specific\.\w+!\w+ and specific\.\w+!\w+, a copy for group chat_lobby \(1 of 100\)\.$/,
  );
  await expect(picture(page)).toContainText('group chat_lobby: 2 members');
  await expect(picture(page)).toContainText(/copy (\d+)[\s\S]*copy \1/);
  await noFaults(page);
  // Each of the two consumers is given it, one after the other.
  const [runs, isDone] = [
    / runs consumers\.ChatConsumer\.chat_message for chat\.message\.$/,
    /has finished with chat\.message\.$/,
  ];
  for (const told of [runs, isDone, runs, isDone]) await skipUntil(page, told);
  await slider(page).press('End');
  const [readers, waiting, accepted, delivered] = await counters(page, 'specific.');
  expect([readers, waiting, accepted, delivered]).toEqual(['its owner only: web.1', '0 of 100', '1', '1']);
});

test('two workers shuffle the words of a socket: its channel promises no order', async ({ page }) => {
  await page.goto('./#g/shuffled-words');
  await ended(page);
  expect(await printed(page, 'client')).toEqual(['client.1 │ 1.050 B', 'client.1 │ 1.300 A']);
});

test('with an order, the second word waits behind a question mark until the first is done', async ({ page }) => {
  await page.goto('./#g/shuffled-words-mended');
  await ended(page);
  expect(await printed(page, 'client')).toEqual(['client.1 │ 1.300 A', 'client.1 │ 1.350 B']);
  await openTab(page, 'Wires');
  await button(page, 'First step').click();
  await skipUntil(page, /puts 'B' on channel __wait__\.daphne\.response\.\w+\?\w+ \(1 of 100\), on account of 'B'\.$/);
  await expect(picture(page)).toContainText('one reader, in order');
  await noFaults(page);
  await skipUntil(page, /^Process worker\.1 takes 'B' from channel __wait__\.daphne\.response\.\w+\?\w+/);
});

test('one reader takes the pieces of a text in their order', async ({ page }) => {
  await page.goto('./#g/single-reader');
  await ended(page);
  expect(await printed(page, 'worker')).toEqual(['worker.1 │ 1.000 the order is kept']);
  await openTab(page, 'Wires');
  await button(page, 'First step').click();
  for (const word of ['the', 'order', 'is', 'kept'])
    await skipUntil(page, new RegExp(`takes word: '${word}'.* from channel pieces\\?\\w+`));
  await expect(picture(page)).toContainText('one reader, in order');
  await noFaults(page);
});
