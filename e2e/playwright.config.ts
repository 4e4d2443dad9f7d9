import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { LAUNCH_ARGS } from './launch-args.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const CACHE = `${ROOT}node_modules/.cache/loopscope`;
const PORT = process.env['LOOPSCOPE_E2E_PORT'] ?? '4174';
/** Not the root of the host, as on GitHub Pages. */
const BASE = '/loopscope/';

/** What e2e/browser.mjs has found; without it Playwright's own build. */
function browserPath(): string | undefined {
  const result = `${CACHE}/browser.json`;
  if (!existsSync(result)) return undefined;
  return JSON.parse(readFileSync(result, 'utf8')).path ?? undefined;
}

const executablePath = browserPath();

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  // A journey that passes only at the second try is counted as flaky, and named at the end.
  retries: process.env['CI'] === undefined ? 0 : 1,
  // Generous: a journey waits for what happens, and a busy machine is no fault of the page.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: '100%',
  reporter: [['list'], ['json', { outputFile: `${CACHE}/e2e-results.json` }]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}${BASE}`,
    viewport: { width: 1440, height: 900 },
    // The one that is about it allows it: elsewhere a page from before would come out of a cache.
    serviceWorkers: 'block',
    // A screencast of every journey costs more than the journey.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: { args: [...LAUNCH_ARGS], ...(executablePath === undefined ? {} : { executablePath }) },
  },
  webServer: {
    // Of the pages without scripts only the one that is looked at: making them all takes longer than the rest of the build.
    command: `LOOPSCOPE_PAGES=task-that-refuses LOOPSCOPE_SITE=http://127.0.0.1:${PORT}${BASE} npm run -s build && node e2e/serve.mjs --port ${PORT} --base ${BASE}`,
    cwd: ROOT,
    url: `http://127.0.0.1:${PORT}${BASE}`,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
