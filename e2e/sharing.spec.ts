import { expect, test } from './journey.ts';
import { CANCELLING, FETCHES, linkTo } from './programs.ts';
import {
  atStep,
  button,
  dialog,
  editor,
  ended,
  goToStep,
  narration,
  open,
  openAndRun,
  output,
  picture,
  sentence,
  sharedLink,
  slider,
  stepNow,
  write,
} from './stage.ts';

test('a link copied at a step opens the same code, step and sentence for a stranger, who must press Run', async ({
  context,
  page,
  stranger,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openAndRun(page, linkTo(CANCELLING, { title: 'Two ways to go' }));
  await goToStep(page, 73);
  const here = { sentence: await sentence(page), picture: await picture(page) };
  const link = await sharedLink(page);
  const share = dialog(page, 'Share');
  await expect(share.getByRole('checkbox', { name: 'Open at this step (73)' })).toBeChecked();
  await expect(share).toContainText('nothing runs by itself');
  await share.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(share).toContainText(`Copied, ${link.length} characters`);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  expect(link).toMatch(/\/loopscope\/#1[\w-]+z$/);
  expect(link.length).toBeLessThan(800);

  // As chat programs hand it on.
  for (const mangled of [link, `${link})`, `${link}.%0A`]) {
    await stranger.goto('about:blank');
    await open(stranger, mangled);
    await expect(stranger).toHaveTitle('Two ways to go – Loopscope');
    await expect(editor(stranger)).toContainText("print('not today')");
    await expect(button(stranger, 'Run it here')).toBeVisible();
    await expect(slider(stranger)).toHaveAttribute('aria-valuemax', '0');
    expect(stranger.workers()).toEqual([]);
  }
  await button(stranger, 'Run it here').click();
  await ended(stranger);
  await atStep(stranger, 73);
  await expect(narration(stranger)).toHaveText(here.sentence);
  expect(await picture(stranger)).toBe(here.picture);
  expect(await sharedLink(stranger)).toBe(link);
});

test('a link without a step opens at the beginning of its program', async ({ page, stranger }) => {
  await openAndRun(page, linkTo(FETCHES));
  await goToStep(page, 30);
  await button(page, 'Share').click();
  const share = dialog(page, 'Share');
  await share.getByRole('checkbox').uncheck();
  await expect(share).not.toContainText('at this step.');
  const field = share.getByRole('textbox', { name: 'Link' });
  await expect(field).toHaveValue(/#/);
  await open(stranger, await field.inputValue());
  await button(stranger, 'Run it here').click();
  await ended(stranger);
  expect(await stepNow(stranger)).not.toBe(30);
});

const DAMAGED = [
  { what: 'cut', damage: (link: string) => link.slice(0, -9), says: 'it was cut off on its way here' },
  {
    what: 'changed in one letter',
    damage: (link: string) => link.replace(/.(?=.{40}z$)/, (letter) => (letter === 'A' ? 'B' : 'A')),
    says: 'This link was damaged on its way here',
  },
  {
    what: 'of a newer version',
    damage: (link: string) => link.replace('#1', '#9'),
    says: 'made with a newer Loopscope',
  },
  { what: 'to no scenario', damage: () => './#g/no-such-thing', says: 'There is no scenario called "no-such-thing"' },
];

for (const { what, damage, says } of DAMAGED) {
  test(`a link ${what} says so, opens no other program, and the page goes on working`, async ({ page }) => {
    await open(page, damage(linkTo(FETCHES)));
    await expect(page.getByRole('alert')).toContainText(says);
    await expect(editor(page)).not.toContainText('fetch');
    await expect(slider(page)).toHaveAttribute('aria-valuemax', '0');
    await write(page, "print('still here')");
    await button(page, 'Run').click();
    await expect(await output(page)).toHaveText('still here\n');
    await page.getByRole('alert').getByRole('button', { name: 'Open the gallery' }).click();
    await expect(dialog(page, 'Gallery')).toBeVisible();
  });
}

test('a gallery link is short, runs by itself and opens at its step', async ({ page, stranger }) => {
  await page.goto('./');
  await ended(page);
  await goToStep(page, 60);
  const here = await sentence(page);
  const link = await sharedLink(page);
  expect(link).toMatch(/\/loopscope\/#g\/[a-z0-9-]+@/);
  await stranger.goto(link);
  await ended(stranger);
  await atStep(stranger, 60);
  await expect(narration(stranger)).toHaveText(here);
});

test('a link never takes the place of a draft', async ({ page }) => {
  await open(page, linkTo(FETCHES));
  await write(page, "print('my own work')");
  await expect(page).toHaveURL(/\/loopscope\/$/);
  await button(page, 'Run').click();
  await ended(page);
  await page.goto(linkTo(CANCELLING));
  await expect(editor(page)).toContainText('stubborn');
  await page.reload();
  await button(page, 'Open the draft').click();
  await expect(editor(page)).toContainText('my own work');
});
