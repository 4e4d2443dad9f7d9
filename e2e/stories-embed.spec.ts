/** Loopscope in somebody else's page: story 8 of the issue, and what of its security concerns frames. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page } from '@playwright/test';
import { test as base, expect } from './journey.ts';
import { CANCELLING, linkTo } from './programs.ts';
import { button, dialog, open } from './stage.ts';

/** A host of another origin, whose every page is the text that it is given. */
const test = base.extend<{ readonly course: { readonly address: string; body: string } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here.
  course: async ({}, use) => {
    const course = { address: '', body: '' };
    const server = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(course.body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    await use(Object.assign(course, { address }));
    server.close();
  },
});

/** The page of a learning management system: it knows nothing of us, and lets the frame run scripts and nothing else. */
const SANDBOX = 'sandbox="allow-scripts"';

interface Framing {
  readonly query?: string;
  readonly width?: number;
  readonly height?: number;
  readonly attributes?: string;
  readonly path?: string;
}

interface Stage {
  readonly page: Page;
  readonly course: { readonly address: string; body: string };
}

/** A page of another host with a frame in it; `link` as it would be for the page. */
async function openCourse({ page, course }: Stage, link: string, framing: Framing = {}): Promise<FrameLocator> {
  const { attributes = SANDBOX, height = 480, path = 'embed.html', query = '', width = 640 } = framing;
  const src = `${test.info().project.use.baseURL}${path}${query}${link.slice(link.indexOf('#'))}`;
  const frame = `<iframe src="${src}" width="${width}" height="${height}" title="Two tasks" ${attributes}></iframe>`;
  const keeps = '<script>heard = []; onmessage = ({ data, origin }) => heard.push({ origin, ...data });</script>';
  course.body = `<!doctype html><html lang="en"><title>Week 3</title><link rel="icon" href="data:,">${keeps}${frame}`;
  await page.goto(course.address);
  return page.frameLocator('iframe[title="Two tasks"]');
}

interface Message {
  readonly loopscope: number;
  readonly type: string;
  readonly [field: string]: unknown;
}

function heard(page: Page): Promise<readonly Message[]> {
  return page.evaluate(() => Reflect.get(globalThis, 'heard'));
}

async function lastHeard(page: Page, type: string): Promise<Message | undefined> {
  return (await heard(page)).findLast((message) => message.type === type);
}

/** From the page around the frame, as its own scripts would. */
async function say(page: Page, ...messages: readonly unknown[]): Promise<void> {
  await page.evaluate((all) => {
    for (const each of all) document.querySelector('iframe')?.contentWindow?.postMessage(each, '*');
  }, messages);
}

const ping = { loopscope: 1, type: 'ping' };
const playhead = (frame: FrameLocator) => frame.getByRole('slider', { name: 'Playhead' });

async function run(frame: FrameLocator): Promise<void> {
  await frame.getByRole('button', { name: 'Run' }).click();
  await expect(frame.getByRole('button', { name: 'Play' })).toBeEnabled({ timeout: 40_000 });
}

const LINK = linkTo(CANCELLING, { title: 'Two tasks, one refuses', at: 'stubborn#1:throw' });

test('story 8: the text from Share becomes a frame in the course, for every kind of page', async ({ page, course }) => {
  await open(page, LINK);
  await button(page, 'Share').click();
  const share = dialog(page, 'Share');
  await share.getByRole('tab', { name: 'Embed' }).click();
  const text = share.getByRole('textbox', { name: 'Text for your page' });
  await expect(text).toHaveValue(/^<iframe src="[^"]+" width="100%" height="480" title="[^"]+"><\/iframe>$/);
  const frame = await text.inputValue();
  await share.getByRole('combobox', { name: 'For' }).selectOption('HTML: <loop-scope>');
  await expect(text).toHaveValue(/^<script src=/);
  course.body = `<!doctype html><title>Week 3</title><link rel="icon" href="data:,">${frame}${await text.inputValue()}`;
  await page.goto(course.address);
  const [first, second] = [page.frameLocator('iframe').nth(0), page.frameLocator('iframe').nth(1)];
  await expect(first.getByRole('button', { name: 'Run' })).toBeVisible();
  await expect(second.getByRole('button', { name: 'Run' })).toBeVisible();
  // It has told how high it would like to be.
  await expect.poll(() => page.locator('loop-scope iframe').getAttribute('height')).not.toBe('480');
});

test('the text of <loop-scope> is the program; without scripts it is there to be read', async ({
  page,
  course,
  browser,
}) => {
  const origin = new URL('loop-scope.js', String(test.info().project.use.baseURL)).href;
  course.body = `<!doctype html><title>Week 3</title><link rel="icon" href="data:,"><script src="${origin}"></script>
    <loop-scope title="One line" panes="code,output">
      import asyncio
      asyncio.run(asyncio.sleep(1))
    </loop-scope>`;
  await page.goto(course.address);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText('import asyncio asyncio.run(asyncio.sleep(1))')).toBeVisible();
  await expect(frame.getByRole('heading', { name: 'One line' })).toBeVisible();
  const plain = await browser.newPage({ javaScriptEnabled: false });
  await plain.goto(course.address);
  await expect(plain.getByText('asyncio.run(asyncio.sleep(1))')).toBeVisible();
  await plain.close();
});

test('story 8: into the LMS', async ({ page, course, baseURL, complaints }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const frame = await openCourse({ page, course }, LINK);
  await test.step('a poster: the program, and Run; nothing runs', async () => {
    await expect(frame.getByRole('heading', { name: 'Two tasks, one refuses' })).toBeVisible();
    await expect(frame.getByText("print('not today')")).toBeVisible();
    await expect.poll(() => lastHeard(page, 'height')).toMatchObject({ px: expect.any(Number), loopscope: 1 });
    expect(page.workers()).toEqual([]);
    expect(asked.filter((url) => /\/(lib|workers)\//.test(url))).toEqual([]);
  });
  await test.step('the keyboard runs it and moves through it', async () => {
    await frame.getByRole('button', { name: 'Run' }).focus();
    await page.keyboard.press('Enter');
    await expect(frame.getByText('CancelledError is thrown into B at line 12')).toBeVisible({ timeout: 40_000 });
    await expect(frame.getByRole('main')).toBeFocused();
    await say(page, ping);
    const here = Number(await playhead(frame).getAttribute('aria-valuenow'));
    await playhead(frame).focus();
    await page.keyboard.press('ArrowRight');
    await expect(playhead(frame)).toHaveAttribute('aria-valuenow', String(here + 1));
    await expect.poll(() => lastHeard(page, 'moment')).toMatchObject({ step: here + 1, t: 0.5 });
    for (const name of ['Forward one step', 'Back one step', 'Play']) {
      await page.keyboard.press('Shift+Tab');
      await expect(frame.getByRole('button', { name })).toBeFocused();
    }
  });
  await test.step('the way into the page leads to this moment', async () => {
    const way = frame.getByRole('link', { name: 'Open in Loopscope' });
    await expect(way).toHaveAttribute('href', new RegExp(`^${baseURL}#1[\\w-]+z$`));
    await way.click();
    // This frame may open nothing: the address is there to be copied.
    await expect(frame.getByRole('textbox', { name: /Copy the address/ })).toHaveValue(
      (await way.getAttribute('href')) ?? '',
    );
    // Chromium tells that, too.
    expect(complaints.splice(0)).toEqual([expect.stringContaining("'allow-popups' permission is not set")]);
  });
  expect(await page.context().cookies()).toEqual([]);
  const foreign = asked.filter(
    (url) => ![baseURL ?? '', course.address, 'blob:null/'].some((own) => url.startsWith(own)),
  );
  expect(foreign).toEqual([]);
});

test('at 320 by 240 one picture at a time, and every control can be hit', async ({ page, course }) => {
  const frame = await openCourse({ page, course }, LINK, { width: 320, height: 240 });
  const small = async () => {
    const boxes = await frame.locator('button, a, input, [role=slider]').evaluateAll((all) =>
      all.flatMap((element) => {
        const { height, width } = element.getBoundingClientRect();
        // A term stands in a sentence, which WCAG 2.5.8 leaves alone.
        const isSmall = width > 0 && (height < 24 || width < 24) && !element.matches('.term');
        return isSmall ? [`${element.outerHTML.slice(0, 80)} ${width}x${height}`] : [];
      }),
    );
    const isCut = await frame.locator('html').evaluate(({ clientHeight, clientWidth, scrollHeight, scrollWidth }) => {
      return scrollWidth > clientWidth || scrollHeight > clientHeight;
    });
    expect({ boxes, isCut }).toEqual({ boxes: [], isCut: false });
  };
  await expect(frame.getByRole('button', { name: 'Run' })).toBeInViewport();
  await small();
  await run(frame);
  await expect(frame.getByRole('region', { name: 'Picture of the lanes' })).toBeInViewport();
  await small();
  await frame.getByRole('button', { name: 'Code' }).click();
  await expect(frame.getByRole('textbox', { name: 'Python program, read only' })).toBeInViewport();
  await expect(frame.getByRole('region', { name: 'Picture of the lanes' })).toHaveCount(0);
  await small();
});

test('the page around moves the playhead by messages', async ({ page, course }) => {
  const frame = await openCourse({ page, course }, LINK, { query: '?controls=0&panes=lanes&theme=dark' });
  // Nobody keeps what is said before.
  await expect.poll(() => lastHeard(page, 'ready')).toBeTruthy();
  await say(page, ping, { loopscope: 1, type: 'play' });
  await expect.poll(() => lastHeard(page, 'error')).toMatchObject({ code: 'NOT_RUN' });
  await frame.getByRole('button', { name: 'Run' }).click();
  await expect.poll(() => lastHeard(page, 'moment'), { timeout: 40_000 }).toMatchObject({ anchor: 'stubborn#1:throw' });
  const step = (await lastHeard(page, 'moment'))?.['step'];
  await say(page, { loopscope: 1, type: 'step' });
  await expect.poll(() => lastHeard(page, 'moment')).toMatchObject({ step: Number(step) + 1 });
  await say(page, { loopscope: 1, type: 'goto', anchor: 'polite#1:throw' });
  await expect.poll(() => lastHeard(page, 'moment')).toMatchObject({ anchor: 'polite#1:throw' });
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await say(page, { loopscope: 1, type: 'theme', theme: 'light' });
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(playhead(frame)).toHaveCount(0);
  await expect(frame.getByRole('region', { name: 'Code' })).toHaveCount(0);
});

test('with predict=1 the questions of the run are asked, and answers are told to the page around', async ({
  page,
  course,
}) => {
  const frame = await openCourse({ page, course }, LINK, { query: '?predict=1', height: 700 });
  await say(page, ping);
  await frame.getByRole('button', { name: 'Run' }).click();
  const learn = frame.getByRole('region', { name: 'Learn' });
  await learn.getByRole('radio').first().press('Space', { timeout: 40_000 });
  await learn.getByRole('button', { name: 'Reveal' }).click();
  await expect.poll(() => lastHeard(page, 'answer')).toMatchObject({ qid: '1', correct: expect.any(Boolean) });
});

test('S9: the page may not be framed, the frame may, and neither meta tag claims more', async ({
  page,
  course,
  complaints,
}) => {
  const frame = await openCourse({ page, course }, LINK, { path: '', attributes: '' });
  await expect(frame.getByRole('heading')).toHaveCount(0);
  const headers = async (path: string) => (await page.request.get(path)).headers()['content-security-policy'] ?? '';
  expect(await headers('./')).toContain("frame-ancestors 'none'");
  expect(await headers('./index.html')).toContain("frame-ancestors 'none'");
  expect(await headers('./embed.html')).toContain('frame-ancestors *');
  // The browser tells that it has refused to show the page.
  complaints.length = 0;
});

test('S10: what comes from elsewhere, makes no sense or is a flood changes nothing', async ({ page, course }) => {
  const frame = await openCourse({ page, course }, LINK);
  await run(frame);
  const at = await playhead(frame).getAttribute('aria-valuenow');
  await say(
    page,
    null,
    7,
    'play',
    [ping],
    { type: 'step' },
    { loopscope: 2, type: 'step' },
    { loopscope: 1, type: 'run' },
  );
  // From a window that is not the parent: the frame itself, and one beside it.
  await frame.locator('html').evaluate(() => postMessage({ loopscope: 1, type: 'step' }, '*'));
  await page.evaluate(() => {
    const beside = document.body.appendChild(document.createElement('iframe'));
    const script = 'parent.frames[0].postMessage({ loopscope: 1, type: "step" }, "*")';
    beside.srcdoc = `<script>${script}</script>`;
  });
  await page.evaluate(() => {
    const to = document.querySelector('iframe')?.contentWindow;
    for (let each = 0; each < 10_000; each++) to?.postMessage({ loopscope: 1, type: 'nonsense', each }, '*');
  });
  await say(page, ping);
  await frame.getByRole('button', { name: 'Forward one step' }).click();
  await expect(playhead(frame)).toHaveAttribute('aria-valuenow', String(Number(at) + 1));
});

test('S12: a frame keeps nothing, even where it could', async ({ page, course }) => {
  const frame = await openCourse({ page, course }, LINK, { attributes: '', query: '?theme=dark&speed=4' });
  await run(frame);
  await frame.getByRole('button', { name: 'Forward one step' }).click();
  const kept = await frame.locator('html').evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    bases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(kept).toEqual({ local: 0, session: 0, bases: 0, caches: 0, workers: 0 });
});

test('a link that was cut off says so in the frame, and to the page around', async ({ page, course }) => {
  const frame = await openCourse({ page, course }, LINK.slice(0, -9));
  await expect(frame.getByRole('alert')).toContainText('was cut off');
  await expect(frame.getByRole('link', { name: 'Open in Loopscope' })).toBeVisible();
  await say(page, ping);
  await expect.poll(() => lastHeard(page, 'error')).toMatchObject({ code: 'TRUNCATED' });
});
