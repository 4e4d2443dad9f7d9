/**
 * Finds a Chromium that the end-to-end tests can use, or with --install gets one, and writes down which in
 * node_modules/.cache/loopscope/browser.json for playwright.config.ts.
 *
 *   node e2e/browser.mjs [--install]
 *
 * LOOPSCOPE_BROWSER_SKIP=own,system,download,apt leaves routes out, to try the others.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { LAUNCH_ARGS } from './launch-args.mjs';

const RESULT = fileURLToPath(new URL('../node_modules/.cache/loopscope/browser.json', import.meta.url));
const CHOSEN_BY = ['LOOPSCOPE_CHROMIUM', 'CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH'];
const SKIPPED = new Set((process.env['LOOPSCOPE_BROWSER_SKIP'] ?? '').split(',').map((route) => route.trim()));
const START_TIMEOUT_MS = 30_000;

/**
 * `path` is null for Playwright's own build.
 *
 * @typedef {{ readonly route: string, readonly path: string | null }} Candidate
 * @typedef {Candidate & { readonly version: string }} Browser
 */

/** @param {{ readonly install: boolean }} options */
async function findBrowser({ install }) {
  const chosen = chosenByUser();
  if (chosen !== undefined) return insistOn(chosen);
  return (await firstUsable(candidates())) ?? (install ? await installed() : undefined);
}

/** @returns {Candidate | undefined} */
function chosenByUser() {
  const route = CHOSEN_BY.find((name) => process.env[name]);
  return route === undefined ? undefined : { route, path: process.env[route] ?? null };
}

/** @param {Candidate} candidate */
async function insistOn(candidate) {
  const tried = await tryOut(candidate);
  if (tried.kind === 'usable') return tried.browser;
  throw new Error(`${candidate.route} names ${candidate.path}, which cannot be used: ${tried.reason}`);
}

/** @returns {readonly Candidate[]} The one that was used last stands first. */
function candidates() {
  const own = isOn('own') ? [{ route: 'own', path: null }] : [];
  const system = isOn('system') ? systemPaths().map((path) => ({ route: 'system', path })) : [];
  const all = [...own, ...system];
  const last = lastResult();
  const isLast = (/** @type {Candidate} */ candidate) => last !== undefined && candidate.path === last.path;
  return [...all.filter(isLast), ...all.filter((candidate) => !isLast(candidate))];
}

/** @returns {Browser | undefined} */
function lastResult() {
  if (!existsSync(RESULT)) return undefined;
  const text = readFileSync(RESULT, 'utf8');
  return text.startsWith('{') ? JSON.parse(text) : undefined;
}

function systemPaths() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  const unix = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  const windows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    if (folder === undefined) return [];
    return ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((exe) =>
      join(folder, exe),
    );
  });
  return [...new Set([...unix, ...mac, ...windows])].filter((path) => existsSync(path));
}

/** @param {readonly Candidate[]} list */
async function firstUsable(list) {
  for (const candidate of list) {
    const tried = await tryOut(candidate);
    if (tried.kind === 'usable') return tried.browser;
    say(`${nameOf(candidate)} cannot be used: ${tried.reason}`);
  }
  return undefined;
}

/**
 * A browser must start, show a page and have a font: without one every element measures 0 and nothing is visible.
 *
 * @param {Candidate} candidate
 * @returns {Promise<{ readonly kind: 'usable', readonly browser: Browser } | { readonly kind: 'unusable', readonly reason: string }>}
 */
async function tryOut(candidate) {
  /** @type {import('@playwright/test').Browser | undefined} */
  let browser;
  try {
    browser = await chromium.launch({
      ...(candidate.path === null ? {} : { executablePath: candidate.path }),
      args: [...LAUNCH_ARGS],
      timeout: START_TIMEOUT_MS,
    });
    const page = await browser.newPage();
    await page.setContent('<span>Loopscope</span>');
    const width = await page.evaluate(() => document.querySelector('span')?.getBoundingClientRect().width ?? 0);
    if (width === 0) return { kind: 'unusable', reason: 'it has no fonts, so a word is 0 pixels wide' };
    return { kind: 'usable', browser: { ...candidate, version: browser.version() } };
  } catch (error) {
    return { kind: 'unusable', reason: firstLine(error) };
  } finally {
    await browser?.close();
  }
}

async function installed() {
  if (isOn('download') && download()) {
    const found = await firstUsable([{ route: 'download', path: null }]);
    if (found !== undefined) return found;
  }
  if (isOn('apt') && aptInstall()) return firstUsable(systemPaths().map((path) => ({ route: 'apt', path })));
  return undefined;
}

function download() {
  say('Downloading a Chromium by `playwright install`.');
  const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' };
  return run(process.execPath, [cli, 'install', '--only-shell', 'chromium'], env);
}

function aptInstall() {
  const isRoot = process.getuid?.() === 0;
  const prefix = isRoot ? [] : ['sudo', '-n'];
  if (!existsSync('/etc/debian_version') || !(isRoot || run('sudo', ['-n', 'true']))) return false;
  say("Installing Debian's Chromium by `apt-get install chromium`.");
  const apt = (/** @type {readonly string[]} */ args) => {
    const [command = '', ...rest] = [...prefix, 'apt-get', ...args];
    return run(command, rest, { ...process.env, DEBIAN_FRONTEND: 'noninteractive' });
  };
  apt(['update', '-qq']);
  return apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation']);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function run(command, args, env = process.env) {
  return spawnSync(command, args, { env, stdio: ['ignore', 2, 2] }).status === 0;
}

/** @param {string} route */
function isOn(route) {
  return !SKIPPED.has(route);
}

/** @param {Candidate} candidate */
function nameOf({ path }) {
  return path ?? "Playwright's own Chromium";
}

/** @param {unknown} error */
function firstLine(error) {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n').find((line) => line.trim() !== '') ?? 'it does not start';
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}

/** @param {Browser} browser */
function writeDown(browser) {
  mkdirSync(dirname(RESULT), { recursive: true });
  const scratch = `${RESULT}.${process.pid}`;
  writeFileSync(scratch, `${JSON.stringify(browser)}\n`);
  renameSync(scratch, RESULT);
}

const NO_BROWSER = `No browser for the end-to-end tests. Three ways out:
  - npx playwright install chromium
  - install Chromium or Chrome (Debian: apt-get install chromium)
  - set CHROME_PATH to the executable of one
The unit tests need no browser: npm run check && npm run test:unit
`;

try {
  const browser = await findBrowser({ install: process.argv.includes('--install') });
  if (browser !== undefined) {
    writeDown(browser);
    say(`Browser: ${nameOf(browser)} ${browser.version}`);
  } else {
    process.stderr.write(NO_BROWSER);
    process.exitCode = 1;
  }
} catch (error) {
  say(firstLine(error));
  process.exitCode = 1;
}
