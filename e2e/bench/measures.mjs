/** Each measure with its goal: those of the engine's design that need a page. */
import {
  ended,
  heapMb,
  length,
  longTasks,
  move,
  open,
  pressInLanes,
  spread,
  watchLongTasks,
  watchWire,
  wire,
} from './page.mjs';
import { LECTURE, linkTo, MILLION, TEN_THOUSAND, THOUSAND } from './programs.mjs';

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ readonly base: string, readonly pyodide: string | null }} Addresses */
/**
 * @typedef {object} Row
 * @property {string} what
 * @property {number} value
 * @property {string} unit
 * @property {number} [goal] Absent: it is only told.
 * @property {'most' | 'least'} [way] Whether the goal is the most or the least that it may be.
 */

const TURNS = 3;
/** 1.6 Mbit/s, as the design has it. */
const BYTES_PER_SECOND = 200_000;
const SLOWER = 4;

/** @param {Browser} browser @param {string} base */
async function pageAt(browser, base) {
  const context = await browser.newContext({ baseURL: base, viewport: { width: 1440, height: 900 } });
  return context.newPage();
}

/** @param {Browser} browser @param {Addresses} addresses @returns {Promise<readonly Row[]>} */
export async function first(browser, { base, pyodide }) {
  const ours = [];
  const theirs = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const page = await pageAt(browser, base);
    await page.goto('./');
    await page.waitForFunction(() => Number(document.querySelector('.slider')?.getAttribute('aria-valuemax')) > 0);
    ours.push(await page.evaluate(() => performance.now()));
    await page.context().close();
    if (pyodide === null) continue;
    const other = await pageAt(browser, base);
    await other.goto(pyodide);
    await other.waitForFunction(() => Reflect.get(globalThis, 'ran') !== undefined);
    theirs.push(await other.evaluate(() => Reflect.get(globalThis, 'ran')));
    await other.context().close();
  }
  const own = spread(ours).p50;
  const rows = [{ what: 'first recorded result after navigation', value: own, unit: 'ms' }];
  if (pyodide === null) return rows;
  const other = spread(theirs).p50;
  return [
    ...rows,
    { what: 'the same in Pyodide, with a logger of lines', value: other, unit: 'ms' },
    { what: 'sooner than Pyodide', value: other / own, unit: 'times', goal: 8, way: 'least' },
  ];
}

/** @param {Browser} browser @param {Addresses} addresses @returns {Promise<readonly Row[]>} */
export async function click(browser, { base }) {
  const page = await pageAt(browser, base);
  await open(page, LECTURE);
  const times = await page.evaluate(async () => {
    const found = () =>
      [...document.querySelectorAll('button')].find((each) =>
        /^(Run it here|Run|Run again)$/.test(each.innerText.trim()),
      );
    const times = [];
    for (let turn = 0; turn < 5; turn++) {
      const start = performance.now();
      found()?.click();
      // The button says so when the run has ended.
      do await new Promise((done) => requestAnimationFrame(done));
      while (found()?.innerText.trim() !== 'Run again');
      times.push(performance.now() - start);
    }
    return times;
  });
  await page.context().close();
  const [cold = 0, ...warm] = times;
  return [
    { what: 'a small program, from the press of Run to its end, first', value: cold, unit: 'ms' },
    { what: 'the same once more', value: spread(warm).p50, unit: 'ms' },
  ];
}

/** @param {Browser} browser @param {Addresses} addresses @returns {Promise<readonly Row[]>} */
export async function start(browser, { base }) {
  const page = await pageAt(browser, base);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 150 },
    ...{ downloadThroughput: BYTES_PER_SECOND, uploadThroughput: BYTES_PER_SECOND },
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(linkTo(LECTURE));
  await page.getByRole('button', { name: 'Run it here' }).waitFor();
  const usable = await page.evaluate(() => performance.now());
  await page.context().close();
  return [{ what: 'usable over 1.6 Mbit/s, 4 times slower', value: usable / 1000, unit: 's', goal: 3, way: 'most' }];
}

/** @param {Browser} browser @param {Addresses} addresses @returns {Promise<readonly Row[]>} */
export async function million(browser, { base }) {
  const page = await pageAt(browser, base);
  await watchWire(page);
  await open(page, MILLION);
  await watchLongTasks(page);
  const before = await page.evaluate(() => performance.now());
  await page.getByRole('button', { name: 'Run it here' }).click();
  // While it is recorded, a key moves the playhead through what is there.
  await page.waitForFunction(() => Number(document.querySelector('.slider')?.getAttribute('aria-valuemax')) > 1_000);
  const early = await page.evaluate(() => performance.now());
  const streaming = await move(page, { count: 20, how: 'key' });
  await ended(page);
  const after = await page.evaluate(() => performance.now());
  const sent = await wire(page);
  const long = await longTasks(page);
  const events = await length(page);
  const random = await move(page, { count: 200, how: 'random' });
  const keys = await move(page, { count: 200, how: 'key' });
  const drag = await move(page, { count: 120, how: 'drag' });
  await page.getByRole('button', { name: 'Show the whole run' }).click();
  const out = await pressInLanes(page, { key: 'w', count: 30 });
  const heap = await heapMb(page);
  await page.context().close();
  return [
    { what: `${events.toLocaleString('en')} events, from Run to the end`, value: (after - before) / 1000, unit: 's' },
    { what: 'its first steps can be used after', value: early - before, unit: 'ms' },
    { what: 'a key while it is recorded, p95', value: streaming.p95, unit: 'ms', goal: 100, way: 'most' },
    { what: 'longest task of the page meanwhile', value: Math.max(0, ...long), unit: 'ms', goal: 200, way: 'most' },
    {
      what: 'worker to page, for each event',
      value: (sent.ms * 1e6) / Math.max(1, sent.events),
      unit: 'ns',
      goal: 10,
      way: 'most',
    },
    {
      what: 'bytes sent for each event',
      value: sent.bytes / Math.max(1, sent.events),
      unit: 'bytes',
      goal: 6,
      way: 'most',
    },
    { what: 'a random seek until it is laid out, p50', value: random.p50, unit: 'ms', goal: 16, way: 'most' },
    { what: 'the same, p95', value: random.p95, unit: 'ms' },
    { what: 'one step by key, p95', value: keys.p95, unit: 'ms', goal: 16, way: 'most' },
    { what: 'dragging the playhead through all of it, p50', value: drag.p50, unit: 'ms', goal: 16, way: 'most' },
    { what: 'zooming from the whole run in, p95', value: out.p95, unit: 'ms', goal: 16, way: 'most' },
    { what: 'memory of the page with it', value: heap, unit: 'MB', goal: 150, way: 'most' },
  ];
}

/** @param {Browser} browser @param {Addresses} addresses @returns {Promise<readonly Row[]>} */
export async function thousand(browser, { base }) {
  const page = await pageAt(browser, base);
  await open(page, THOUSAND);
  await page.getByRole('button', { name: 'Run it here' }).click();
  await ended(page);
  const events = await length(page);
  const drag = await move(page, { count: 180, how: 'drag' });
  await page.context().close();
  const what = `scrub over 1,000 tasks, ${events.toLocaleString('en')} events`;
  return [
    { what: `${what}: frame, p50`, value: drag.p50, unit: 'ms', goal: 16, way: 'most' },
    { what: `${what}: frame, p95`, value: drag.p95, unit: 'ms' },
  ];
}

/** @param {Browser} browser @param {Addresses} addresses @returns {Promise<readonly Row[]>} */
export async function tenThousand(browser, { base }) {
  const page = await pageAt(browser, base);
  await open(page, TEN_THOUSAND);
  await page.getByRole('button', { name: 'Run it here' }).click();
  await ended(page);
  const random = await move(page, { count: 60, how: 'random' });
  const heap = await heapMb(page);
  await page.context().close();
  return [
    { what: '10,000 tasks, a million events: a random seek, p50', value: random.p50, unit: 'ms' },
    { what: 'memory of the page with them', value: heap, unit: 'MB', goal: 250, way: 'most' },
  ];
}
