/** What journeys do and look at, by role and text. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './journey.ts';

/** A run of a few hundred steps, with the engine loaded from scratch on a busy machine. */
const RUN_MS = 40_000;

export const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Python program' });
export const lineOf = (page: Page, text: string): Locator => editor(page).locator('.cm-line', { hasText: text });
export const slider = (page: Page): Locator => page.getByRole('slider', { name: 'Playhead' });
export const lanes = (page: Page): Locator => page.getByRole('region', { name: 'Lanes', exact: true });
export const loop = (page: Page): Locator => page.getByRole('region', { name: 'Loop', exact: true });
export const words = (page: Page): Locator => page.getByRole('region', { name: 'In words' });
export const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name });
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
/** The one sentence about this step; the Steps tab has the same words, and the live region says them. */
export const narration = (page: Page): Locator => page.getByRole('main').locator('.narration');

/** Opens a program from a link, where nothing runs yet, and waits for the real editor. */
export async function open(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await expect(editor(page)).toHaveAttribute('contenteditable', 'true');
}

/** Over all that is there. */
export async function write(page: Page, program: string): Promise<void> {
  await editor(page).press('ControlOrMeta+a');
  await page.keyboard.insertText(program);
}

export async function openAndRun(page: Page, link: string): Promise<void> {
  await open(page, link);
  await button(page, 'Run it here').click();
  await ended(page);
}

/** Whatever opened runs to its end, or to a limit. */
export async function ended(page: Page): Promise<void> {
  await expect(button(page, 'Run again')).toBeVisible({ timeout: RUN_MS });
}

export async function output(page: Page): Promise<Locator> {
  await page.getByRole('tab', { name: 'Output' }).click();
  return page.getByRole('region', { name: 'Output up to this step' });
}

/** `arriving`: where that leads, when there are not so many steps. */
export async function goToStep(page: Page, step: number, arriving = step): Promise<void> {
  await page.getByRole('textbox', { name: 'Go to step' }).fill(String(step));
  await page.keyboard.press('Enter');
  await atStep(page, arriving);
}

export async function atStep(page: Page, step: number): Promise<void> {
  await expect(slider(page)).toHaveAttribute('aria-valuenow', String(step));
}

/** Steps on until the sentence is the one that is looked for, 100 steps at most. */
export async function stepUntil(page: Page, told: RegExp): Promise<void> {
  await slider(page).focus();
  for (let presses = 0; presses < 100 && !told.test(await sentence(page)); presses++) {
    const at = await stepNow(page);
    await page.keyboard.press('ArrowRight');
    await atStep(page, at + 1);
  }
  await expect(narration(page)).toHaveText(told);
}

/** The same within the page, and so many times faster: for sentences that are far on. */
export async function skipUntil(page: Page, told: RegExp): Promise<void> {
  await slider(page).evaluate(async (element, source) => {
    const wanted = new RegExp(source);
    const isTold = () =>
      wanted.test(element.ownerDocument.querySelector<HTMLElement>('main .narration')?.innerText ?? '');
    for (let presses = 0; presses < 600 && !isTold(); presses++) {
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
  }, told.source);
  await expect(narration(page)).toHaveText(told);
}

export async function stepNow(page: Page): Promise<number> {
  return Number(await slider(page).getAttribute('aria-valuenow'));
}

export async function stepCount(page: Page): Promise<number> {
  return Number(await slider(page).getAttribute('aria-valuemax'));
}

export async function sentence(page: Page): Promise<string> {
  return narration(page).innerText();
}

/** The picture as it is at rest: what the lanes and the loop have drawn. */
export async function picture(page: Page): Promise<string> {
  const drawn = () =>
    page
      .getByRole('main')
      .locator('svg.lanes-svg, svg.drawing')
      .evaluateAll((all) => all.map((svg) => svg.outerHTML).join('\n'));
  let before = '';
  await expect(async () => {
    const now = await drawn();
    const isAtRest = now === before;
    before = now;
    expect(isAtRest).toBe(true);
  }).toPass({ intervals: [60] });
  return before;
}

export async function openTab(page: Page, name: string): Promise<Locator> {
  await page.getByRole('tab', { name }).click();
  return page.getByRole('tabpanel', { name });
}

/** The address in the share dialog, which is left open. */
export async function sharedLink(page: Page): Promise<string> {
  await button(page, 'Share').click();
  const link = dialog(page, 'Share').getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(/#/);
  return link.inputValue();
}

/** By its button, or on a narrow page from the list. */
export async function enterMode(page: Page, name: 'Explore' | 'Learn' | 'Present'): Promise<void> {
  const list = page.getByRole('combobox', { name: 'Mode' });
  if (await list.isVisible()) await list.selectOption(name);
  else await button(page, name).click();
}
