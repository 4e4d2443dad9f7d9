import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { CANCELLING, FETCHES, linkTo } from './programs.ts';
import { scanned } from './scan.ts';
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
  sentence,
  sharedLink,
  slider,
  stepNow,
  write,
} from './stage.ts';

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

test('a link to no scenario of the gallery says so, and the page goes on working', async ({ page }) => {
  await open(page, './#g/no-such-thing');
  await expect(page.getByRole('alert')).toContainText('There is no scenario called "no-such-thing"');
  await expect(slider(page)).toHaveAttribute('aria-valuemax', '0');
  await write(page, "print('still here')");
  await button(page, 'Run').click();
  await expect(await output(page)).toHaveText('still here\n');
  await page.getByRole('alert').getByRole('button', { name: 'Open the gallery' }).click();
  await expect(dialog(page, 'Gallery')).toBeVisible();
});

test('a gallery link is short, runs by itself, opens at its step, and is read from its QR code', async ({
  page,
  stranger,
}) => {
  await page.goto('./');
  await ended(page);
  await goToStep(page, 60);
  const here = await sentence(page);
  const link = await sharedLink(page);
  expect(link).toMatch(/\/loopscope\/#g\/[a-z0-9-]+@/);
  const share = dialog(page, 'Share');
  await share.getByRole('tab', { name: 'QR' }).click();
  await expect(share).toContainText('For a projector: shown 0.8 m wide');
  expect(await scanned(share.getByRole('img', { name: 'QR code of the link' }))).toBe(link);
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

test('the tabs of Share are worked by keys, and say what is too long for a QR code', async ({ page }) => {
  await open(page, linkTo(`# ${'Long lines hold up to no compression: '.repeat(4)}${noise(900)}\nprint(1)\n`));
  await page.keyboard.press('Control+Shift+S');
  const share = dialog(page, 'Share');
  await share.getByRole('tab', { name: 'Link' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(share.getByRole('tab', { name: 'QR' })).toBeFocused();
  await expect(share.getByRole('tabpanel', { name: 'QR' })).toContainText('Too long for a QR code');
  await expect(share.getByRole('img')).toHaveCount(0);
  await page.keyboard.press('End');
  await expect(share.getByRole('tabpanel', { name: 'Handout' })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(share.getByRole('tabpanel', { name: 'Embed' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(share).toBeHidden();
});

test('a file that was saved is dropped on another page, and opens with all that was arranged; any other is refused', async ({
  page,
  stranger,
}) => {
  const fields = { w: { at: 'main#1:suspend', speed: 2, pane: ['steps'] }, b: [['main.py', 4]] };
  await openAndRun(page, linkTo(FETCHES, { title: 'Two fetches', fields }));
  await button(page, 'Share').click();
  const download = page.waitForEvent('download');
  await dialog(page, 'Share').getByRole('button', { name: 'Save it as a file instead' }).click();
  const saved = readFileSync(await (await download).path(), 'utf8');
  expect(JSON.parse(saved)).toMatchObject({ v: 1, t: 'Two fetches', ...fields, w: { speed: 2, pane: ['steps'] } });

  await stranger.goto('./');
  await ended(stranger);
  await drop(stranger, 'two-fetches.loop.json', saved);
  await expect(stranger.getByRole('main').or(stranger.locator('.banners'))).toContainText([/two-fetches\.loop\.json/]);
  await expect(editor(stranger)).toContainText("print('fetched', n)");
  await expect(slider(stranger)).toHaveAttribute('aria-valuemax', '0');
  await button(stranger, 'Run it here').click();
  await ended(stranger);
  await expect(stranger.getByRole('tab', { name: 'Steps' })).toHaveAttribute('aria-selected', 'true');
  await expect(narration(stranger)).toHaveText(await sentence(page));
  await expect(button(stranger, `Run ${digitsOf(saved)}, the same as its author saw`)).toBeVisible();

  await drop(stranger, 'holiday.jpg', 'JFIF');
  await expect(stranger.getByRole('alert')).toContainText('What is in here is not a scenario');
  await expect(editor(stranger)).toContainText("print('fetched', n)");
});

test('another run than the author saw says why, and where the shared moment has gone', async ({ page }) => {
  const e = { engine: '9.9.9', py: '3.14', h: '0123456789abcdef' };
  await openAndRun(page, linkTo(CANCELLING, { fields: { e, w: { at: 'polite#1:cancel;t=0;s=3' } } }));
  const banners = page.locator('.banners');
  await expect(banners).toContainText("This is not the author's run 0123, which version 9.9.9 made");
  await expect(banners).toContainText(`was step 3 then; here it is step ${await stepNow(page)}.`);
});

/** Text that does not compress. */
function noise(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(33 + (state % 90)).replace(/["'\\]/, 'x');
  }).join('');
}

function digitsOf(file: string): string {
  return JSON.parse(file).e.h.slice(0, 4);
}

/** On the editor, which would otherwise write the file into the program. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([title, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], title));
      return transfer;
    },
    [name, text] as const,
  );
  await editor(page).dispatchEvent('dragover', { dataTransfer });
  await expect(page.getByText('Drop a .loop.json or a .py file')).toBeVisible();
  await editor(page).dispatchEvent('drop', { dataTransfer });
}
