/**
 * `npm run e2e:browsers`: the built page in Chromium, Firefox and WebKit. A browser that is not installed is skipped, with
 * a notice. Not part of `npm test`: what is the same everywhere is tested there, in one.
 *
 *   smoke    it opens, runs, draws, and a key makes a step
 *   hashes   ten scenarios of the gallery have the fingerprint that they have in Node
 *   story 7  follow by number: with the server gone, step 31 is the same sentence, time and fingerprint everywhere
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { serve } from '../serve.mjs';
import { driveChromium, findChromium } from './chromium.mjs';
import { run, until } from './driven.mjs';
import { fingerprintsOf } from './fingerprint.mjs';
import { driveFirefox, findFirefox } from './firefox.mjs';
import * as page from './in-page.mjs';
import { driveWebKit, findWebKit } from './webkit.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BASE = '/loopscope/';
const PORT = Number(process.env['LOOPSCOPE_E2E_PORT'] ?? 4175);
const SCENARIOS = [
  ...['task-that-refuses', 'gather-keeps-order', 'deadlock', 'timeout', 'lost-update'],
  ...['procfile', 'pool-of-processes', 'group-room', 'celery-retry', 'canvas'],
];
const FOLLOWED = { slug: 'task-that-refuses', step: 31 };

/** @typedef {{ readonly name: string, readonly find: () => any, readonly drive: (found: any) => Promise<import('./driven.mjs').Driven>, readonly how: string }} Kind */

/** @type {readonly Kind[]} */
const KINDS = [
  { name: 'Chromium', find: findChromium, drive: driveChromium, how: 'node e2e/browser.mjs --install' },
  { name: 'Firefox', find: findFirefox, drive: driveFirefox, how: 'apt-get install firefox-esr' },
  { name: 'WebKit', find: findWebKit, drive: driveWebKit, how: 'apt-get install webkit2gtk-driver xvfb' },
];

/**
 * @param {import('./driven.mjs').Driven} browser
 * @param {string} slug
 */
async function openScenario(browser, slug) {
  // Another address before the `#`, so that the page is loaded anew.
  await browser.open(`http://127.0.0.1:${PORT}${BASE}?${slug}#g/${slug}`);
  await run(browser, page.watch);
  await until(browser, `${slug} has run`, page.isOver);
}

/**
 * @param {import('./driven.mjs').Driven} browser
 * @returns {Promise<readonly string[]>} What is wrong.
 */
async function smoke(browser) {
  await openScenario(browser, 'gather-keeps-order');
  const faults = [];
  await until(browser, 'the editor can be typed into', () =>
    [...document.querySelectorAll('.editor-host')].some((host) =>
      host.shadowRoot?.querySelector('.cm-content[contenteditable=true]'),
    ),
  );
  if (!(await run(browser, page.focusPlayhead))) faults.push('the playhead cannot have the focus');
  await browser.press('Home');
  for (let step = 1; step <= 12; step++) {
    await browser.press('ArrowRight');
    await until(browser, `an arrow leads to step ${step}`, page.isAtStep, step);
  }
  const { isWide, ...there } = await run(browser, page.looks);
  if (isWide) faults.push('the page scrolls sideways');
  faults.push(...Object.entries(there).flatMap(([what, is]) => (is ? [] : [`${what}: no`])));
  return [...faults, ...(await run(browser, page.complaintsSoFar))];
}

/**
 * @param {import('./driven.mjs').Driven} browser
 * @param {ReadonlyMap<string, string>} wanted
 */
async function hashes(browser, wanted) {
  const faults = [];
  for (const [slug, there] of wanted) {
    await openScenario(browser, slug);
    const here = await run(browser, page.fingerprint);
    if (here !== there) faults.push(`${slug}: ${here}, in Node ${there}`);
    faults.push(...(await run(browser, page.complaintsSoFar)));
  }
  return faults;
}

/**
 * @param {import('./driven.mjs').Driven} browser
 * @param {() => Promise<unknown>} goOffline
 */
async function follow(browser, goOffline) {
  await openScenario(browser, FOLLOWED.slug);
  await goOffline();
  await run(browser, page.focusPlayhead);
  for (const key of ['g', ...String(FOLLOWED.step), 'Enter']) await browser.press(key);
  await until(browser, `step ${FOLLOWED.step}`, page.isAtStep, FOLLOWED.step);
  return run(browser, page.told);
}

async function main() {
  const there = KINDS.flatMap((kind) => {
    const found = kind.find();
    if (found === null) console.log(`SKIPPED ${kind.name}: it is not installed here (${kind.how}).`);
    return found === null ? [] : [{ ...kind, found }];
  });
  if (there.length === 0) return;
  const isBuilt = spawnSync('npm', ['run', '-s', 'build'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  if (isBuilt.status !== 0) throw new Error('The page could not be built.');
  const wanted = await fingerprintsOf(SCENARIOS);
  /** @type {Map<string, unknown>} */
  const followed = new Map();
  for (const { drive, found, name } of there) {
    const startedMs = Date.now();
    const server = await serve({ dir: `${ROOT}dist`, base: BASE, port: PORT });
    const close = () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      });
    const browser = await drive(found);
    try {
      report(`${name} ${browser.version}, smoke`, await smoke(browser));
      report(`${name} ${browser.version}, ${wanted.size} fingerprints`, await hashes(browser, wanted));
      followed.set(name, await follow(browser, close));
    } finally {
      await browser.close();
      if (server.listening) await close();
    }
    console.log(`     ${name} took ${Math.round((Date.now() - startedMs) / 1000)} s.`);
  }
  const [first] = [...followed.values()].map((told) => JSON.stringify(told));
  const others = [...followed].filter(([, told]) => JSON.stringify(told) !== first);
  report(
    `story 7, step ${FOLLOWED.step} in ${[...followed.keys()].join(', ')}`,
    others.map(([name, told]) => `${name} shows ${JSON.stringify(told)}, and not ${first}`),
  );
}

/**
 * @param {string} what
 * @param {readonly string[]} faults
 */
function report(what, faults) {
  console.log(`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${what}`);
  for (const fault of faults) console.log(`     ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

main().catch((error) => {
  console.error(`FAIL ${error?.stack ?? error}`);
  process.exitCode = 1;
});
