/** The looks beyond light and dark: high contrast, the system's own colours, and paper. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { STATES } from '../src/viz/states.ts';
import { expect, test } from './journey.ts';
import { ended, lanes, openTab } from './stage.ts';

const styleOf = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

test('the theme button goes through light, dark and high contrast, which has 7:1 and is remembered', async ({
  page,
}) => {
  await page.goto('./');
  await ended(page);
  const theme = page.getByRole('button', { name: /^Theme: / });
  await expect(theme).toHaveAccessibleName('Theme: as the system');
  for (const name of ['light', 'dark', 'high contrast']) {
    await theme.click();
    await expect(theme).toHaveAccessibleName(`Theme: ${name}`);
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page }).options({ runOnly: ['color-contrast-enhanced'] }).setLegacyMode();
    const { violations } = await axe.analyze();
    expect.soft(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
  }
  await page.reload();
  await expect(theme).toHaveAccessibleName('Theme: high contrast');
});

test('who asks the system for more contrast gets it, in the theme that was chosen', async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('.app')).toBeVisible();
  const soft = await styleOf(page, 'body', 'color');
  await page.emulateMedia({ contrast: 'more' });
  await expect.poll(() => styleOf(page, 'body', 'color')).not.toBe(soft);
  expect(await styleOf(page, 'body', 'color')).toBe('rgb(0, 0, 0)');
});

test("A6 forced colours: every state has a glyph and a word of its own in the system's colours, and what is current, chosen and changed has a line around it", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('./');
  await ended(page);
  await expect(lanes(page).locator('.lane-about')).toBeVisible();
  for (const [selector, property] of [
    ['.lane-about', 'stroke-width'],
    ['.mark-badge[data-new="true"] rect', 'stroke-width'],
    ['.lane-span[data-look="ready"]', 'stroke-width'],
    ['.lane-now', 'stroke-width'],
  ] as const) {
    expect(Number.parseFloat(await styleOf(page, selector, property)), selector).toBeGreaterThanOrEqual(1);
  }
  await page.getByRole('button', { name: 'Help', exact: true }).click();
  const states = await page.locator('.help-states li').evaluateAll((all) =>
    all.map((item) => {
      const glyph = item.querySelector('svg.glyph > *');
      const { color, stroke } = getComputedStyle(glyph ?? item);
      return { glyph: glyph?.outerHTML, word: item.textContent?.trim(), color, stroke };
    }),
  );
  expect(states.length).toBe(Object.keys(STATES).length);
  for (const key of ['glyph', 'word'] as const) expect(new Set(states.map((one) => one[key])).size).toBe(states.length);
  expect(new Set(states.map(({ color }) => color)).size, 'one colour for all: the one of text').toBe(1);
  await page.keyboard.press('Escape');
  await openTab(page, 'Steps');
  expect(await styleOf(page, '.steps [aria-current] button', 'outline-style')).toBe('solid');
});

test('A13 print: on paper the ground is white and there are no buttons to press', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('./');
  await ended(page);
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  expect(await styleOf(page, 'body', 'background-color')).toBe('rgb(255, 255, 255)');
  await expect(page.locator('.playhead')).toBeHidden();
  await expect(page.locator('.narration')).toBeVisible();
  await expect(page.locator('.lanes-svg')).toBeVisible();
  // What tells the states apart stays without colours.
  expect(await styleOf(page, '.lane-span[data-look="ready"]', 'fill')).toMatch(/url\("?#hatch/);
});
