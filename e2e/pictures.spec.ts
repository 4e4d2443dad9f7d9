/** What is on the stage leaves the page as files: one picture as SVG and PNG, a stretch of the run as WebM. */
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { button, dialog, ended } from './stage.ts';

async function openPictures(page: Page): Promise<void> {
  await page.goto('./');
  await ended(page);
  await button(page, 'Share').click();
  await dialog(page, 'Share').getByRole('tab', { name: 'Picture' }).click();
  await expect(page.getByRole('img', { name: /^The picture at step \d+$/ })).toBeVisible();
  expect(await faults(page)).toEqual([]);
}

/** What axe finds in the open dialog. */
async function faults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('dialog').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

async function saved(page: Page, name: string) {
  const coming = page.waitForEvent('download');
  await button(page, name).press('Enter');
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('the picture at a step is saved as SVG and as PNG, with its sentence in it', async ({ page }) => {
  await openPictures(page);
  const svg = await saved(page, 'Save as SVG');
  expect(svg.name).toMatch(/^loopscope-step-\d+\.svg$/);
  const read = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    const outside = [...parsed.querySelectorAll('style, script, image, use, [href], foreignObject')].length;
    const [width, height] = ['width', 'height'].map((name) => Number(parsed.documentElement.getAttribute(name)));
    return { root: parsed.documentElement.nodeName, words: parsed.documentElement.textContent, outside, width, height };
  }, svg.bytes.toString('utf8'));
  expect(read).toMatchObject({ root: 'svg', outside: 0, width: 1200 });
  for (const said of ['swallows the CancelledError', 'stubborn(1)', 'iteration 5', 't = 0.5 s', 'cancelling'])
    expect(read.words).toContain(said);

  const png = await saved(page, 'Save as PNG');
  expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([2400, 2 * (read.height ?? 0)]);
  const colours = await page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = new Uint32Array(context?.getImageData(0, 0, image.width, image.height).data.buffer ?? []);
    return new Set(pixels).size;
  }, png.bytes.toString('base64'));
  expect(colours).toBeGreaterThan(50);
});

test('some steps are saved as a WebM that plays: another step, another picture', async ({ page }) => {
  await openPictures(page);
  await page.getByLabel('From step').fill('102');
  await page.getByLabel('To step', { exact: true }).fill('106');
  await page.getByLabel('Steps a second').selectOption('8');
  const film = await saved(page, 'Save as WebM');
  expect(film.name).toBe('loopscope-steps-102-106.webm');
  // The page's own policy lets no film play in it.
  await page.goto('about:blank');
  const seen = await page.evaluate(async (encoded) => {
    const video = document.createElement('video');
    video.src = `data:video/webm;base64,${encoded}`;
    const happened = (name: string) => new Promise((done) => video.addEventListener(name, done, { once: true }));
    await happened('loadeddata');
    const context = new OffscreenCanvas(video.videoWidth, video.videoHeight).getContext('2d');
    const pictures = new Set<number>();
    for (let step = 0; step < 5; step++) {
      const arrived = happened('seeked');
      video.currentTime = step / 8 + 0.12;
      await arrived;
      context?.drawImage(video, 0, 0);
      const pixels = context?.getImageData(0, 0, video.videoWidth, video.videoHeight).data ?? new Uint8ClampedArray();
      pictures.add(pixels.reduce((sum, value) => (sum * 31 + value) % 2_147_483_647, 7));
    }
    return { duration: video.duration, width: video.videoWidth, pictures: pictures.size };
  }, film.bytes.toString('base64'));
  expect(seen).toEqual({ duration: 0.625, width: 1200, pictures: 5 });
});
