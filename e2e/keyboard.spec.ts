import { tabTo } from './focus.ts';
import { expect, test } from './journey.ts';
import { FETCHES, linkTo } from './programs.ts';
import { atStep, button, dialog, editor, ended, narration, open, sentence, slider, stepNow, words } from './stage.ts';

test('A2 keyboard: everything can be done without a mouse: write, run, step, jump, share, read, and get help', async ({
  context,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, linkTo(FETCHES));
  await tabTo(page, editor(page));
  await page.keyboard.press('Control+End');
  await page.keyboard.type("print('the end')");
  await tabTo(page, button(page, 'Run'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await ended(page);

  await tabTo(page, slider(page));
  await page.keyboard.press('Home');
  await page.keyboard.press('n');
  await expect(narration(page)).toContainText('main awaits');
  await page.keyboard.press('n');
  await expect(narration(page)).toContainText('A awaits sleep(1)');
  const at = await stepNow(page);
  const told = await sentence(page);
  await page.keyboard.press('ArrowRight');
  await atStep(page, at + 1);
  await page.keyboard.press('ArrowLeft');
  await atStep(page, at);
  await expect(narration(page)).toHaveText(told);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^step \d+ of \d+, 0 s$/);
  await page.keyboard.press('i');
  await expect(narration(page)).toContainText('The loop begins iteration');
  await page.keyboard.press('g');
  await expect(page.getByRole('textbox', { name: 'Go to step' })).toBeFocused();
  await page.keyboard.type('31');
  await page.keyboard.press('Enter');
  await atStep(page, 31);

  await page.keyboard.press('Control+Shift+S');
  const share = dialog(page, 'Share');
  await tabTo(page, share.getByRole('button', { name: 'Copy', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText(/^Copied, \d+ characters$/);
  await page.keyboard.press('Escape');
  await expect(share).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Go to step' })).toBeFocused();

  await tabTo(page, page.getByRole('tab', { name: 'Output' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Steps', selected: true })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(words(page).getByRole('tabpanel', { name: 'Tasks' })).toContainText('fetch(1)');

  await tabTo(page, button(page, 'Help'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(dialog(page, 'Help')).toContainText('On to the next suspension at an await');
  await page.keyboard.press('Escape');
  await expect(button(page, 'Help')).toBeFocused();
});

test('A12 shortcuts: letters typed into the program are never taken for commands', async ({ page }) => {
  await page.goto('./');
  await ended(page);
  const at = await stepNow(page);
  await editor(page).focus();
  await page.keyboard.type('n i g . , k');
  await atStep(page, at);
  await expect(editor(page)).toContainText('n i g . , k');
  await expect(editor(page)).toBeFocused();
});

test('A8 live region: a step is told once to those who listen', async ({ page }) => {
  await page.goto('./');
  await ended(page);
  await button(page, 'Forward one step').click();
  const at = await stepNow(page);
  await expect(page.getByRole('status')).toHaveText(new RegExp(`^step ${at} of \\d+, .*\\. ${'.'}+`));
  await expect(page.getByRole('status')).toContainText(await sentence(page));
});
