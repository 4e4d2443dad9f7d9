import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { DEADLOCK, FETCHES, linkTo, SPIN } from './programs.ts';
import { button, dialog, ended, enterMode, open, openAndRun, openTab } from './stage.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDTHS = [1440, 390];
const THEMES = ['light', 'dark', 'contrast'] as const;

/** `within`: of a dialog nothing else can be reached. One frame, so no second page is needed to gather the results. */
async function noFaults(page: Page, state: string, within = 'html'): Promise<void> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await axe.withTags(TAGS).include(within).analyze();
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${state}: ${id} at ${target.join(' ')}`),
  );
  expect.soft(faults).toEqual([]);
}

for (const theme of THEMES) {
  for (const width of WIDTHS) {
    test.describe(`A1 axe, ${theme}, ${width} px wide`, () => {
      const colorScheme = theme === 'dark' ? 'dark' : 'light';
      const contrast = theme === 'contrast' ? 'more' : 'no-preference';
      test.use({ colorScheme, contextOptions: { contrast }, viewport: { width, height: 900 } });

      test('axe finds nothing on the page, in its tabs and in its dialogs', async ({ page }) => {
        await page.goto('./');
        await ended(page);
        await noFaults(page, 'the example, paused');
        await button(page, 'First step').click();
        await page.getByRole('combobox', { name: 'Speed' }).selectOption('0.25×');
        await button(page, 'Play').click();
        await noFaults(page, 'playing');
        await button(page, 'Pause').click();
        await enterMode(page, 'Learn');
        await noFaults(page, 'Learn, a question');
        await enterMode(page, 'Explore');
        for (const tab of [
          'Steps',
          'Tasks',
          'Inspect',
          'Breakpoints',
          'Why waiting?',
          'What if?',
          'Hazards',
          'Orders',
        ]) {
          await openTab(page, tab);
          await noFaults(page, tab);
        }
        await button(page, 'Share').click();
        await noFaults(page, 'share', 'dialog');
        await page.keyboard.press('Escape');
        await button(page, 'Help').click();
        await noFaults(page, 'help', 'dialog');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Open the gallery' }).click();
        await expect(dialog(page, 'Gallery')).toBeVisible();
        await noFaults(page, 'gallery', 'dialog');
      });

      test('axe finds nothing in Learn mode: a question, its answer, and the decisions of the loop', async ({
        page,
      }) => {
        await page.emulateMedia({ reducedMotion: 'reduce' });
        await page.goto('./#g/gather-keeps-order');
        await ended(page);
        await page.keyboard.press('Control+2');
        await expect(page.locator('.predict-number')).toHaveText(/^Question 1 of/);
        await noFaults(page, 'a question');
        await page.keyboard.press('b');
        await page.keyboard.press('Enter');
        await expect(button(page, 'Next question')).toBeFocused();
        await noFaults(page, 'a question revealed');
        await button(page, 'Be the loop').click();
        await page
          .getByRole('button', { name: /first step/ })
          .last()
          .click();
        await noFaults(page, 'being the loop');
      });

      test('axe finds nothing before, during and after a run, nor on banners', async ({ page }) => {
        await open(page, linkTo('async def main()\n'));
        await noFaults(page, 'a shared program that has not run');
        await button(page, 'Run it here').click();
        await expect(page.getByText(/^main\.py, line 1\. SyntaxError/)).toBeVisible();
        await noFaults(page, 'a syntax error');
        await openAndRun(page, linkTo(DEADLOCK));
        await button(page, 'Show why').click();
        await noFaults(page, 'a deadlock');
        await open(page, linkTo(SPIN));
        await button(page, 'Run it here').click();
        await expect(button(page, 'Stop')).toBeVisible();
        await noFaults(page, 'running');
        await open(page, './#1notalinkz');
        await expect(page.getByRole('alert')).toBeVisible();
        await noFaults(page, 'a damaged link');
        await page.goto(linkTo(FETCHES, { title: 'Two fetches' }).replace('./', './embed.html'));
        await expect(button(page, 'Run')).toBeVisible();
        await noFaults(page, 'a poster in a frame');
        await button(page, 'Run').click();
        await expect(button(page, 'Play')).toBeEnabled({ timeout: 40_000 });
        await noFaults(page, 'a run in a frame');
      });
    });
  }
}
