import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { DEADLOCK, linkTo, SPIN } from './programs.ts';
import { button, dialog, ended, open, openAndRun, openTab } from './stage.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDTHS = [1440, 390];
const SCHEMES = ['light', 'dark'] as const;

/** `within`: of a dialog nothing else can be reached. One frame, so no second page is needed to gather the results. */
async function noFaults(page: Page, state: string, within = 'html'): Promise<void> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await axe.withTags(TAGS).include(within).analyze();
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${state}: ${id} at ${target.join(' ')}`),
  );
  expect.soft(faults).toEqual([]);
}

for (const colorScheme of SCHEMES) {
  for (const width of WIDTHS) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      test('axe finds nothing on the page, in its tabs and in its dialogs', async ({ page }) => {
        await page.goto('./');
        await ended(page);
        await noFaults(page, 'the example');
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

      test('axe finds nothing before, during and after a run, nor on banners', async ({ page }) => {
        await open(page, linkTo('async def main()\n'));
        await noFaults(page, 'a shared program');
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
      });
    });
  }
}
