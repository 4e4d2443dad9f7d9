import { expect, test } from './journey.ts';
import { FETCHES, linkTo } from './programs.ts';
import { button, openAndRun, sharedLink, slider } from './stage.ts';

test('a mode is chosen by its button or its key, and goes with the link', async ({ page, stranger }) => {
  await openAndRun(page, linkTo(FETCHES));
  await expect(button(page, 'Explore')).toHaveAttribute('aria-pressed', 'true');
  await slider(page).focus();
  await page.keyboard.press('2');
  await expect(button(page, 'Learn')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('status')).toHaveText(/^Learn mode/);
  const link = await sharedLink(page);

  await stranger.setViewportSize({ width: 390, height: 800 });
  await stranger.goto(link);
  const list = stranger.getByRole('combobox', { name: 'Mode' });
  await expect(list).toHaveValue('learn');
  await list.selectOption('Explore');
  await expect(list).toHaveValue('explore');
});
