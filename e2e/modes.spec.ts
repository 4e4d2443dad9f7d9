import { expect, test } from './journey.ts';
import { FETCHES, linkTo } from './programs.ts';
import { button, ended, openAndRun, sharedLink, slider, stepCount, stepNow } from './stage.ts';

test('a mode is chosen by its button or its key, and goes with the link', async ({ page, stranger }) => {
  await openAndRun(page, linkTo(FETCHES));
  await expect(button(page, 'Explore')).toHaveAttribute('aria-pressed', 'true');
  await slider(page).focus();
  await page.keyboard.press('2');
  await expect(button(page, 'Learn')).toHaveAttribute('aria-pressed', 'true');
  const link = await sharedLink(page);

  await stranger.setViewportSize({ width: 390, height: 800 });
  await stranger.goto(link);
  const list = stranger.getByRole('combobox', { name: 'Mode' });
  await expect(list).toHaveValue('learn');
  await list.selectOption('Explore');
  await expect(list).toHaveValue('explore');
});

test('a question is asked on the projector, and its answer stands in the presenter’s window only', async ({ page }) => {
  test.slow();
  await page.goto('./#g/task-that-refuses@start');
  await ended(page);
  await button(page, 'Present').click();
  const stage = page.getByRole('main', { name: 'Present' });
  await stage.getByText('⋯').click();
  const opening = page.waitForEvent('popup');
  await stage.getByRole('button', { name: /^Presenter window/ }).click();
  const presenter = await opening;
  await expect(presenter.getByRole('heading', { name: 'A task that refuses to die' })).toBeVisible();
  await presenter.getByRole('button', { name: 'Question' }).click();

  const card = stage.getByRole('region', { name: 'Question' });
  await expect(card).toContainText('Both tasks have been asked to cancel');
  await expect(stage.locator('.narration')).toHaveCount(0);
  const at = await stepNow(page);
  expect(await stepCount(page), 'what comes is not to be seen').toBe(at);
  const reason = 'thrown in at the await of line 12';
  await expect(presenter.getByText(reason)).toBeVisible();
  await expect(page.getByText(reason)).toHaveCount(0);
  await card.getByRole('button', { name: 'Reveal' }).click();
  await expect(page.getByText(reason)).toBeVisible();
  await card.getByRole('button', { name: 'Go on' }).click();
  await expect(card).toHaveCount(0);
  expect(await stepCount(page)).toBeGreaterThan(200);

  await presenter.getByRole('button', { name: 'Question' }).click();
  await expect(card).toContainText('When will main go on');
  await card.getByRole('button', { name: 'Votes for A: 0 of 4' }).click();
  await expect(card.getByRole('button', { name: 'Votes for A: 1 of 4' })).toBeVisible();
  await card.getByRole('button', { name: 'Reveal' }).click();
  await expect(card).toContainText('so it was');
  await card.getByRole('button', { name: 'Go on' }).click();

  await presenter.getByRole('button', { name: 'Blank the screen' }).click();
  await expect(button(page, 'The screen is blank. Show the stage')).toBeVisible();
});
