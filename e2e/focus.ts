/** Where the keyboard is, and whether that can be seen. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './journey.ts';
import { editor } from './stage.ts';

const TABS_MAX = 60;

/** Presses Tab until the focus is there; each stop on the way must be seen. In the editor Tab indents, until Escape. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < TABS_MAX; presses++) {
    if (await isFocused(target)) return;
    await tabOn(page, key);
    expect(await coveredFocus(page), 'what has the focus is covered by something else').toBe('');
  }
  throw new Error(`Tab does not lead to ${target}`);
}

/** To the next stop, also out of the editor. */
export async function tabOn(page: Page, key = 'Tab'): Promise<void> {
  if (await isFocused(editor(page))) await page.keyboard.press('Escape');
  await page.keyboard.press(key);
}

const isFocused = async (locator: Locator) =>
  (await locator.count()) > 0 && locator.evaluate((element) => element.matches(':focus'));

/** WCAG 2.4.11: the middle of what has the focus is to be seen. What covers it, or nothing. */
export function coveredFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return '';
    const box = element.getBoundingClientRect();
    const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
    const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
    // Of the editor, which may be higher than a small screen, its upper part.
    const share = bottom - top > innerHeight / 3 ? 0.2 : 0.5;
    const hit = document.elementFromPoint((left + right) / 2, top + (bottom - top) * share);
    // A visually hidden radio is shown by its label.
    const isLabelled =
      element instanceof HTMLInputElement && [...(element.labels ?? [])].some((label) => label.contains(hit));
    return hit !== null && (element.contains(hit) || hit.contains(element) || isLabelled)
      ? ''
      : `${element.outerHTML.slice(0, 120)} under ${hit?.outerHTML.slice(0, 80) ?? 'nothing, outside of the page'}`;
  });
}
