/** What is done to a page that is measured, and the clocks within it. */
import { linkTo } from './programs.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ readonly p50: number, readonly p95: number, readonly p99: number, readonly max: number }} Spread */

const RUN_MS = 120_000;

/** @param {Page} page @param {string} program */
export async function open(page, program) {
  await page.goto(linkTo(program));
  await page.getByRole('button', { name: 'Run it here' }).waitFor();
}

/** @param {Page} page */
export async function ended(page) {
  await page.getByRole('button', { name: 'Run again' }).waitFor({ timeout: RUN_MS });
}

/** @param {Page} page */
export async function length(page) {
  return Number(await page.getByRole('slider', { name: 'Playhead' }).getAttribute('aria-valuemax'));
}

/** How long the page was not to be spoken to, from now on. @param {Page} page */
export async function watchLongTasks(page) {
  await page.evaluate(() => {
    /** @type {number[]} */
    const long = [];
    Reflect.set(globalThis, 'longTasks', long);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(duration);
    }).observe({ entryTypes: ['longtask'] });
  });
}

/** @param {Page} page @returns {Promise<readonly number[]>} */
export async function longTasks(page) {
  return page.evaluate(() => Reflect.get(globalThis, 'longTasks'));
}

/**
 * What the worker sends is read here, before the page reads it: how long that takes, and how many events it is.
 *
 * @param {Page} page
 */
export async function watchWire(page) {
  await page.addInitScript(() => {
    const wire = { ms: 0, events: 0, bytes: 0, first: 0 };
    Reflect.set(globalThis, 'wire', wire);
    const found = Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage');
    Object.defineProperty(Worker.prototype, 'onmessage', {
      ...found,
      /** @this {Worker} @param {(event: MessageEvent) => void} listener */
      set(listener) {
        found?.set?.call(this, (/** @type {MessageEvent} */ event) => {
          const start = performance.now();
          const chunk = event.data?.chunk;
          wire.ms += performance.now() - start;
          if (chunk !== undefined) {
            wire.first ||= performance.now();
            wire.events += chunk.count;
            wire.bytes += chunk.bytes.length;
          }
          listener.call(this, event);
        });
      },
    });
  });
}

/** @param {Page} page @returns {Promise<{ readonly ms: number, readonly events: number, readonly bytes: number, readonly first: number }>} */
export async function wire(page) {
  return page.evaluate(() => Reflect.get(globalThis, 'wire'));
}

/**
 * Moves the playhead, and measures from the press until the frame that shows it has been handed on: script, style, layout, paint.
 *
 * @param {Page} page
 * @param {{ readonly count: number, readonly how: 'random' | 'drag' | 'key' }} way
 * @returns {Promise<Spread & { readonly frames: number }>}
 */
export async function move(page, { count, how }) {
  const all = await page.evaluate(
    async ({ count, how }) => {
      const slider = document.querySelector('.slider');
      const track = document.querySelector('.slider-track')?.getBoundingClientRect();
      if (!(slider instanceof HTMLElement) || track === undefined) throw new Error('there is a slider');
      // The pointer is not a real one.
      slider.setPointerCapture = () => {};
      slider.hasPointerCapture = () => true;
      slider.focus();
      const shown = () =>
        new Promise((done) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = done;
            port2.postMessage(0);
          }),
        );
      const times = [];
      for (let at = 0; at < count; at++) {
        const share = how === 'random' ? (at * 0.618_034) % 1 : at / count;
        const init = { clientX: track.left + track.width * share, clientY: track.top, bubbles: true, pointerId: 1 };
        await shown();
        const start = performance.now();
        if (how === 'key') slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
        else slider.dispatchEvent(new PointerEvent(how === 'drag' && at > 0 ? 'pointermove' : 'pointerdown', init));
        // React has rendered by then; what is left is the browser's.
        await Promise.resolve();
        document.body.getBoundingClientRect();
        times.push(performance.now() - start);
      }
      return times;
    },
    { count, how },
  );
  return { ...spread(all), frames: all.length };
}

/** @param {Page} page @param {{ readonly key: string, readonly count: number }} press */
export async function pressInLanes(page, { count, key }) {
  const all = await page.evaluate(
    async ({ count, key }) => {
      const lanes = document.querySelector('.lanes-scroll');
      const times = [];
      for (let at = 0; at < count; at++) {
        await new Promise((done) => requestAnimationFrame(done));
        const start = performance.now();
        lanes?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        await Promise.resolve();
        document.body.getBoundingClientRect();
        times.push(performance.now() - start);
      }
      return times;
    },
    { count, key },
  );
  return spread(all);
}

/** What the page itself holds, after a collection: megabytes. @param {Page} page */
export async function heapMb(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = /** @type {{ usedSize: number, backingStorageSize?: number }} */ (
    await session.send('Runtime.getHeapUsage')
  );
  await session.detach();
  return (usedSize + (backingStorageSize ?? 0)) / 1e6;
}

/** @param {readonly number[]} all @returns {Spread} */
export function spread(all) {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted.at(-1) ?? 0 };
}
