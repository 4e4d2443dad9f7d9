/** Stories 6, 7 and 11 of the sharing plan: what a class sees on the wall, follows by number, and has on paper. */
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { linkTo } from './programs.ts';
import { scanned } from './scan.ts';
import { atStep, button, dialog, editor, ended, goToStep, narration, sentence, slider, stepNow } from './stage.ts';

const SLUG = 'task-that-refuses';
/** Nine tasks, more than a projector has room for. */
const NINE = `import asyncio

async def worker(n):
    await asyncio.sleep(n)

async def main():
    await asyncio.gather(*(worker(n) for n in range(8)))

asyncio.run(main())
`;

test('story 6, back row: a student at 8 m reads the projector', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`./#g/${SLUG}`);
  await ended(page);
  await button(page, 'Present').click();
  const stage = page.getByRole('main', { name: 'Present' });
  const code = stage.getByRole('region', { name: 'Code' });
  await expect(code.getByText('not today')).toBeVisible();
  expect(await size(page, '.present-lines code')).toBeGreaterThanOrEqual(24);
  expect(await size(page, 'main .narration')).toBeGreaterThanOrEqual(22);
  expect(await rows(page)).toBeLessThanOrEqual(18);
  // Light, though the system is dark; then every colour is one of tokens.css, whose contrast a unit test has measured.
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
  for (const [what, least] of [
    ['.present-lines code span', 4.5],
    ['main .narration', 4.5],
    ['.present-head h1', 4.5],
    ['.lane-name-text', 4.5],
    ['.lane-label:not([data-future="true"])', 4.5],
    ['.lane-span', 3],
    ['.lane-now', 3],
    ['.line-box h2', 4.5],
  ] as const) {
    expect(await leastContrast(page, what), what).toBeGreaterThanOrEqual(least);
  }

  await page.keyboard.press('q');
  const code6 = page.getByRole('img', { name: /QR code/ });
  const modules = Number((await code6.getAttribute('viewBox'))?.split(' ')[2]) - 8;
  expect(modules, 'no finer than version 6').toBeLessThanOrEqual(41);
  expect((await code6.boundingBox())?.width ?? 0).toBeGreaterThanOrEqual(4 * (modules + 8));
  expect(await scanned(code6)).toBe(await page.locator('.present-address').innerText());
  await page.keyboard.press('Escape');

  await page.keyboard.press('b');
  await expect(button(page, 'The screen is blank. Show the stage')).toBeVisible();
  await page.keyboard.press('b');
  await page.keyboard.press('z');
  await expect(stage.locator('.lane-name')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(editor(page)).toBeVisible();
});

test('story 6: of many tasks at most six have a lane, the others are counted', async ({ page }) => {
  await page.goto(linkTo(NINE));
  await button(page, 'Run it here').click();
  await ended(page);
  await button(page, 'Present').click();
  for (const step of [40, 80, 120]) {
    await goToStep(page, step);
    expect(await page.locator('.lane-name').count()).toBeLessThanOrEqual(6);
  }
  await expect(page.getByText(/^\+\d quiet$/)).toBeVisible();
});

test('story 7, follow by number: without a network everybody sees the same step', async ({
  complaints,
  page,
  stranger,
}) => {
  // The teacher presents; the student has the ordinary page. Neither has a network while they follow.
  await page.goto(`./#g/${SLUG}`);
  await stranger.goto(`./#g/${SLUG}`);
  await ended(page);
  await ended(stranger);
  await button(page, 'Present').click();
  await expect(page.getByRole('main', { name: 'Present' })).toBeVisible();
  await page.context().setOffline(true);
  await stranger.context().setOffline(true);
  const told = await followed(page);
  expect(await followed(stranger)).toEqual(told);
  expect(told.sentence).not.toBe('');
  expect(told.digits).toMatch(/^[0-9a-f]{4}$/);

  // One character of the code, and the badge is another and says so.
  await editor(stranger).press('ControlOrMeta+End');
  await stranger.keyboard.type('#');
  await button(stranger, 'Run again').click();
  const badge = stranger.getByRole('button', { name: /^Run [0-9a-f]{4}/ });
  await expect(badge).not.toContainText(told.digits);
  await badge.click();
  await expect(stranger.getByRole('dialog', { name: /^Run/ })).toContainText('edited');
  // Browsers ask for the icon again when the title changes: that is all that anybody misses.
  expect(complaints.filter((text) => text.startsWith('request') && !text.includes('icon.svg'))).toEqual([]);
  complaints.length = 0;
});

test.describe('story 11', () => {
  // 300 dots to an inch of 96 pixels.
  test.use({ deviceScaleFactor: 3.125, viewport: { width: 1100, height: 900 } });

  test('paper: a class without computers gets a handout that leads back to the moment', async ({
    browserName,
    page,
    stranger,
  }) => {
    // A picture of 300 dots to an inch takes its time.
    test.slow();
    await page.goto(`./#g/${SLUG}`);
    await ended(page);
    const step = await stepNow(page);
    await page.keyboard.press('Control+Shift+S');
    const share = dialog(page, 'Share');
    await share.getByRole('tab', { name: 'Handout' }).click();
    await share.getByRole('checkbox', { name: /^Solution/ }).uncheck();
    await share.getByRole('button', { name: 'Open the handout' }).click();
    const first = page.getByRole('article', { name: /^Page 1/ });
    const qr = first.getByRole('img', { name: /QR code/ });
    await expect(qr).toBeVisible();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(button(page, 'Print')).toBeHidden();
    await expect(first.locator('.sheet-code li').first()).toHaveText(/^1\s*import asyncio$/);
    await expect(first.locator('.grid-row')).toHaveCount(3);
    await expect(first.locator('.empty-lanes')).toContainText('stubborn(1)');
    await expect(first.getByRole('heading', { name: 'Questions' })).toBeVisible();
    await expect(first.getByRole('region', { name: 'The way back' })).toContainText(
      new RegExp(`Step ${step}, run [0-9a-f]{4}`),
    );
    expect(await smallest(page), 'points of the smallest text').toBeGreaterThanOrEqual(10);
    expect(await darkGrounds(page)).toEqual([]);
    await expect(page.getByRole('article')).toHaveCount(1);
    if (browserName === 'chromium') expect(await sheets(page)).toEqual({ count: 1, width: 210, height: 297 });

    const address = (await scanned(qr)) ?? '';
    expect(address).toBe(await first.locator('.way-back-address').innerText());
    await stranger.goto(address);
    await ended(stranger);
    await atStep(stranger, step);

    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('radio', { name: 'Letter' }).check();
    await page.getByRole('checkbox', { name: /^Solution/ }).check();
    const second = page.getByRole('article', { name: /^Page 2/ });
    await expect(second).toContainText('Answers, and why');
    await expect(second).toContainText('so it is done at 1.5 s');
    await page.emulateMedia({ media: 'print' });
    expect(await smallest(page)).toBeGreaterThanOrEqual(10);
    if (browserName === 'chromium') expect(await sheets(page)).toEqual({ count: 2, width: 216, height: 279 });
  });

  test('a link that is too long for a code says why, and where to go instead', async ({ page }) => {
    const noise = Array.from({ length: 300 }, (_, at) => `x${at} = ${(at * 7919) % 9973}`).join('\n');
    await page.goto(linkTo(noise));
    await button(page, 'Run it here').click();
    await ended(page);
    await button(page, 'Handout').click();
    const back = page.getByRole('region', { name: 'The way back' });
    await expect(back).toContainText('too many for a QR code on paper');
    await expect(back.getByRole('img')).toHaveCount(0);
  });
});

interface Followed {
  readonly sentence: string;
  readonly time: string;
  readonly digits: string;
}

async function followed(page: Page): Promise<Followed> {
  await slider(page).focus();
  await page.keyboard.press('g');
  await page.keyboard.type('31');
  await page.keyboard.press('Enter');
  await atStep(page, 31);
  await expect(narration(page)).not.toBeEmpty();
  const badge = page.getByRole('button', { name: /^Run [0-9a-f]{4}/ });
  const time = (await slider(page).getAttribute('aria-valuetext')) ?? '';
  return { sentence: await sentence(page), time, digits: (await badge.innerText()).trim() };
}

function size(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
}

/** Rows of code that are seen, a line that breaks counted for each of its rows. */
function rows(page: Page): Promise<number> {
  return page.locator('.present-lines').evaluate((box) => {
    const tall = Number.parseFloat(getComputedStyle(box).lineHeight);
    return Math.floor(box.getBoundingClientRect().height / tall);
  });
}

/** Of all that match, against the page's ground. */
function leastContrast(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluateAll((all) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const luminance = (colour: string): number => {
      if (canvas === null) return 0;
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ground = luminance(getComputedStyle(document.body).backgroundColor);
    const contrasts = all.map((element) => {
      const style = getComputedStyle(element);
      const isDrawn = element instanceof SVGElement;
      // What is hatched has its colour in the pattern.
      const painted = isDrawn
        ? style.stroke !== 'none' && style.fill === 'none'
          ? style.stroke
          : style.fill
        : style.color;
      const colour = painted.startsWith('url')
        ? getComputedStyle(document.querySelector('.pattern-ready') ?? element).stroke
        : painted;
      const [less = 0, more = 0] = [luminance(colour), ground].sort((a, b) => a - b);
      return (more + 0.05) / (less + 0.05);
    });
    return Math.min(...contrasts);
  });
}

/** The smallest text of the sheets, in points; what is drawn, as large as it is drawn. */
function smallest(page: Page): Promise<number> {
  return page.locator('.sheet *').evaluateAll((all) => {
    const sizes = all.flatMap((element) => {
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== '');
      if (!hasText || element.closest('title, .unseen') !== null) return [];
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
      return [Number.parseFloat(getComputedStyle(element).fontSize) * scale * 0.75];
    });
    return Math.min(...sizes) + 0.01;
  });
}

/** Elements of the sheets with a ground that is not white. */
function darkGrounds(page: Page): Promise<readonly string[]> {
  return page
    .locator('.handout, .sheet, .sheet *')
    .evaluateAll((all) =>
      all
        .filter(
          (element) => !['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(getComputedStyle(element).backgroundColor),
        )
        .map((element) => element.className.toString()),
    );
}

/** Sheets of the PDF, in millimetres. Pages of a PDF stand in its text uncompressed. */
async function sheets(
  page: Page,
): Promise<{ readonly count: number; readonly width: number; readonly height: number }> {
  const text = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const boxes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  const [, width = 0, height = 0] = (boxes[0] ?? []).map(Number);
  const millimetres = (points: number) => Math.round((points / 72) * 25.4);
  return { count: boxes.length, width: millimetres(width), height: millimetres(height) };
}
