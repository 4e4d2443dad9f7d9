import { expect, test } from './journey.ts';
import { FETCHES, linkTo, TWO_LINES } from './programs.ts';
import {
  atStep,
  button,
  dialog,
  editor,
  ended,
  goToStep,
  lanes,
  lineOf,
  loop,
  narration,
  openAndRun,
  openTab,
  output,
  picture,
  sentence,
  slider,
  stepCount,
  stepNow,
} from './stage.ts';

test('the bare address shows an example at its most telling moment', async ({ page }) => {
  await page.goto('./');
  await ended(page);
  await expect(narration(page)).toContainText('swallows the CancelledError');
  await expect(lanes(page)).toContainText('refused');
  await expect(await output(page)).toContainText('not today');
});

test('a program typed by hand runs, and is shown as output, lanes, loop and sentences', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Open the gallery' }).click();
  await dialog(page, 'Gallery').getByRole('button', { name: 'Start empty' }).click();
  await expect(editor(page)).toHaveAttribute('contenteditable', 'true');
  await editor(page).click();
  // The editor indents after a colon by itself; a step out is Shift and Tab.
  for (const line of ['import asyncio', 'async def brew(cup):', 'await asyncio.sleep(cup)', "print('cup', cup)"]) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('async def main():');
  await page.keyboard.press('Enter');
  await page.keyboard.type('await asyncio.gather(brew(2), brew(1))');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('asyncio.run(main())');
  await button(page, 'Run').click();
  await ended(page);

  await button(page, 'Last step').click();
  await expect(await output(page)).toHaveText('cup 1\ncup 2\n');
  for (const name of ['main()', 'brew(2)', 'brew(1)']) await expect(lanes(page)).toContainText(name);
  await button(page, 'First step').click();
  await button(page, 'next await').click();
  await expect(narration(page)).toContainText('main awaits');
  await button(page, 'next await').click();
  await expect(narration(page)).toContainText('A awaits sleep(2): it parks on Future #');
  await expect(narration(page)).toContainText('until t = 2.0 s');
  await expect(loop(page)).toContainText('parked at an await');
  await expect(loop(page)).toContainText('brew:3');
});

test('a step forward and a step back lead to the same sentence and the same picture', async ({ page }) => {
  await openAndRun(page, linkTo(FETCHES));
  await goToStep(page, 40);
  const here = { sentence: await sentence(page), picture: await picture(page) };
  await button(page, 'Forward one step').click();
  await atStep(page, 41);
  await expect(narration(page)).not.toHaveText(here.sentence);
  await button(page, 'Back one step').click();
  await atStep(page, 40);
  await expect(narration(page)).toHaveText(here.sentence);
  expect(await picture(page)).toBe(here.picture);
});

test('the slider, a number, the next await and the next iteration all move the playhead', async ({ page }) => {
  await openAndRun(page, linkTo(FETCHES));
  const count = await stepCount(page);
  const box = await slider(page).boundingBox();
  if (box === null) throw new Error('the slider is on the page');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  expect(Math.abs((await stepNow(page)) - count / 2)).toBeLessThan(count / 20);
  await page.mouse.down();
  await page.mouse.move(box.x - 40, box.y, { steps: 4 });
  await page.mouse.up();
  await atStep(page, 0);

  await goToStep(page, 25);
  const steps = await openTab(page, 'Steps');
  await expect(steps.getByRole('listitem').and(steps.locator('[aria-current="step"]'))).toContainText(
    await sentence(page),
  );

  await button(page, 'next await').click();
  await expect(narration(page)).toContainText(/ awaits | parks on /);
  expect(await stepNow(page)).toBeGreaterThan(25);
  await button(page, 'next iteration').click();
  await expect(narration(page)).toHaveText(/^The loop begins iteration \d+ with \w+ handles? in the ready queue\.$/);
  await goToStep(page, 999_999, count);
});

test('suspended tasks are breakpoints in the source: a tag at each await names who is parked there', async ({
  page,
}) => {
  await openAndRun(page, linkTo(TWO_LINES, { at: 'Task-3#1:suspend' }));
  await expect(narration(page)).toContainText('B awaits A (early): it parks until A is done');
  await expect(lineOf(page, 'await asyncio.sleep(1)').getByTitle('early() is suspended here')).toHaveText('A');
  await expect(lineOf(page, 'await other').getByTitle('late(')).toHaveText('B');
  await expect(lineOf(page, 'await b').getByTitle('main() is suspended here')).toHaveText('M');
  await expect(editor(page).getByTitle('is suspended here')).toHaveCount(3);
});

test('two tasks parked at one line leave two tags there', async ({ page }) => {
  await openAndRun(page, linkTo(FETCHES, { at: 'Task-3#1:suspend' }));
  const tags = lineOf(page, 'await asyncio.sleep(n)').getByTitle('is suspended here');
  await expect(tags).toHaveText(['A', 'B']);
  await expect(tags.first()).toHaveAttribute('title', 'fetch(1) is suspended here');
});
