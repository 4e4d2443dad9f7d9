/** Chromium, driven by Playwright as in all other journeys. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { LAUNCH_ARGS } from '../launch-args.mjs';

const RESULT = fileURLToPath(new URL('../../node_modules/.cache/loopscope/browser.json', import.meta.url));

/** Where e2e/browser.mjs has found one; null: nowhere. */
export function findChromium() {
  return existsSync(RESULT) ? JSON.parse(readFileSync(RESULT, 'utf8')) : null;
}

/**
 * @param {{ readonly path: string | null }} found
 * @returns {Promise<import('./driven.mjs').Driven>}
 */
export async function driveChromium({ path }) {
  const browser = await chromium.launch({ args: [...LAUNCH_ARGS], ...(path === null ? {} : { executablePath: path }) });
  const page = await browser.newPage();
  return {
    version: browser.version(),
    open: (url) => page.goto(url),
    evaluate: (expression) => page.evaluate(expression),
    press: (key) => page.keyboard.press(key),
    close: () => browser.close(),
  };
}
