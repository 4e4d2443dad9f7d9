import { expect, test } from './journey.ts';
import { DEADLOCK, LONG, linkTo, SPIN } from './programs.ts';
import { atStep, button, dialog, ended, goToStep, open, openAndRun, openTab, slider, stepCount } from './stage.ts';

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('A5 reduced motion: playing moves in whole steps, and nothing is animated', async ({ page }) => {
    await page.goto('./');
    await ended(page);
    await goToStep(page, 20);
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('4×');
    await button(page, 'Play').click();
    const seen = await page.evaluate(
      () =>
        new Promise<{ animations: number; places: [step: string, now: string][] }>((done) => {
          const places = new Map<string, string>();
          let animations = 0;
          requestAnimationFrame(function look() {
            const step = document.querySelector('[role=slider]')?.getAttribute('aria-valuenow') ?? '';
            places.set(document.querySelector('.lane-now')?.getAttribute('d') ?? '', step);
            animations = Math.max(animations, document.getAnimations().length);
            if (Number(step) < 32) requestAnimationFrame(look);
            else done({ animations, places: [...places] });
          });
        }),
    );
    expect(seen.animations).toBe(0);
    expect(seen.places.length).toBeLessThanOrEqual(13);
    await button(page, 'Pause').click();
  });
});

test('played, a run moves by itself to its end and stops there', async ({ page }) => {
  await openAndRun(page, linkTo("print('one')\nprint('two')\n"));
  await button(page, 'First step').click();
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('16×');
  await button(page, 'Play').click();
  await expect(slider(page)).toHaveAttribute('aria-valuenow', String(await stepCount(page)));
  await expect(button(page, 'Play')).toBeVisible();
});

for (const width of [320, 390]) {
  test(`A4 reflow: at ${width} px nothing makes the page scroll sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 780 });
    // Nor is there anything within it that must be scrolled sideways to be read, but tables, pictures and code.
    const wideThings = () =>
      page.evaluate(() => {
        const scrolled = [...document.querySelectorAll('body *')].filter(
          (element) =>
            element.scrollWidth > element.clientWidth + 1 &&
            /auto|scroll/.test(getComputedStyle(element).overflowX) &&
            element.closest('[data-scroll2d], pre') === null,
        );
        const pageIsWide = (document.scrollingElement?.scrollWidth ?? 0) > innerWidth;
        return [...(pageIsWide ? ['the page'] : []), ...scrolled.map(({ outerHTML }) => outerHTML.slice(0, 90))];
      });
    await openAndRun(
      page,
      linkTo(DEADLOCK, { title: 'A title that is much too long for so narrow a page, and then some' }),
    );
    await button(page, 'Show why').click();
    expect(await wideThings()).toEqual([]);
    for (const tab of ['Output', 'Steps', 'Tasks', 'Inspect', 'What if?', 'Orders']) {
      await openTab(page, tab);
      expect(await wideThings(), tab).toEqual([]);
    }
    for (const [opener, name] of [
      ['Share', 'Share'],
      ['Help', 'Help'],
    ] as const) {
      await button(page, opener).click();
      const box = await dialog(page, name).boundingBox();
      expect(box?.width, name).toBeLessThanOrEqual(width);
      expect(await wideThings(), name).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });
}

test('while a run of more than 100,000 steps streams in, a click is answered and the timeline grows', async ({
  page,
}) => {
  await open(page, linkTo(LONG));
  const tab = page.getByRole('tab', { name: 'Tasks' });
  // Noted at the moment the page comes to handle the click: how much of the run was there.
  await tab.evaluate((element) => {
    element.addEventListener('click', () => {
      const steps = Number(document.querySelector('[role=slider]')?.getAttribute('aria-valuemax'));
      Object.assign(globalThis, { noted: { steps } });
    });
  });
  const box = await tab.boundingBox();
  if (box === null) throw new Error('the tab is on the page');
  await button(page, 'Run it here').click();
  await page.waitForFunction(() => Number(document.querySelector('[role=slider]')?.getAttribute('aria-valuemax')) > 0);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.getByRole('tab', { name: 'Tasks', selected: true })).toBeVisible();
  await ended(page);
  const { steps } = await page.evaluate(() => Reflect.get(globalThis, 'noted'));
  expect(steps).toBeGreaterThan(0);
  expect(await stepCount(page)).toBeGreaterThan(Math.max(100_000, steps));
});

test('who goes elsewhere while a run streams in is not carried along', async ({ page }) => {
  await open(page, linkTo(SPIN));
  await button(page, 'Run it here').click();
  await expect.poll(() => stepCount(page)).toBeGreaterThan(0);
  await goToStep(page, 12);
  const early = await stepCount(page);
  await expect.poll(() => stepCount(page)).toBeGreaterThan(early);
  await button(page, 'Stop').click();
  await ended(page);
  await atStep(page, 12);
});
