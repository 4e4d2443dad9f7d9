/**
 * What everybody needs, by the numbers of the plan. Others are where their subject is: A1 in `axe.spec.ts`, A2 and parts of
 * A8 and A12 in `keyboard.spec.ts`, A4 and A5 in `calm.spec.ts`, A6 and A13 in
 * `themes.spec.ts` (the handout: story 11 in `stories-class.spec.ts`), A7 in `src/viz/states.test.ts`.
 */
import type { Locator, Page } from '@playwright/test';
import { coveredFocus, tabOn } from './focus.ts';
import { expect, test } from './journey.ts';
import { FETCHES, linkTo, QUEUE_OF_38_LINES } from './programs.ts';
import { atStep, button, dialog, ended, goToStep, lanes, narration, openAndRun, openTab, slider } from './stage.ts';
import { crowdedTargets } from './targets.ts';

test('A3 focus: no stop of the Tab key is hidden, on a small screen, on a phone, and at 200 %', async ({ page }) => {
  await openAndRun(page, linkTo(FETCHES));
  for (const [width, height] of [
    [1280, 720],
    [320, 640],
    [640, 360],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.getByRole('button', { name: 'Open the gallery' }).focus();
    const stops = new Set<string>();
    for (let presses = 0; presses < 100; presses++) {
      const stop = await page.evaluate(() => document.activeElement?.outerHTML ?? '');
      if (stop.startsWith('<body')) break;
      expect.soft(await coveredFocus(page), `at ${width}x${height}`).toBe('');
      stops.add(stop);
      await tabOn(page);
    }
    expect(stops.size, `stops at ${width}x${height}`).toBeGreaterThan(25);
  }
});

/** Notes everything that the live region says from now on. */
async function listenToVoice(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.getByRole('status').evaluate((region) => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    new MutationObserver(() => {
      const text = region.textContent ?? '';
      if (text !== '') said.push(text);
    }).observe(region, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => Reflect.get(globalThis, 'said'));
}

test('A8 live region: 60 steps played say nothing and pausing says one sentence; a step is told exactly once', async ({
  page,
}) => {
  await page.goto('./');
  await ended(page);
  await goToStep(page, 3);
  const said = await listenToVoice(page);
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('16×');
  await button(page, 'Play').click();
  await page.waitForFunction(() => {
    const now = document.querySelector('[aria-label=Playhead][role=slider]')?.getAttribute('aria-valuenow');
    return Number(now) >= 63;
  });
  const whilePlaying = await said();
  await button(page, 'Pause').click();
  expect(whilePlaying).toEqual([]);
  await expect.poll(async () => (await said()).length).toBe(1);
  expect((await said())[0]).toMatch(/^Paused|steps/);

  // On the slider the value is what is told, and nothing else.
  const at = Number(await slider(page).getAttribute('aria-valuenow'));
  await slider(page).press('ArrowLeft');
  await expect(slider(page)).toHaveAttribute('aria-valuetext', new RegExp(`^step ${at - 1} of `));
  await button(page, 'Back one step').click();
  await expect.poll(async () => (await said()).length).toBe(2);
  expect((await said())[1]).toMatch(new RegExp(`^step ${at - 2} of `));
});

for (const slug of ['task-that-refuses', 'group-room', 'three-parts']) {
  test(`A9 parity: the list of steps of ${slug} is as long as the run, and every picture has a name or words beside it`, async ({
    page,
  }) => {
    await page.goto(`./#g/${slug}`);
    await ended(page);
    const count = await slider(page).getAttribute('aria-valuemax');
    const steps = await openTab(page, 'Steps');
    const row = steps.getByRole('listitem').first();
    await expect(row).toHaveAttribute('aria-setsize', count ?? '');
    await button(page, 'Last step').click();
    const last = steps.locator('li[aria-current=step]');
    await expect(last).toHaveAttribute('aria-posinset', count ?? '');
    await expect(last.locator('.steps-sentence')).toHaveText(await narration(page).innerText());
    const nameless = await page.locator('svg').evaluateAll((all) =>
      all
        .filter((svg) => svg.closest('[aria-hidden=true]') === null)
        .filter((svg) => svg.getAttribute('role') !== 'img' || (svg.getAttribute('aria-label') ?? '') === '')
        .map((svg) => svg.outerHTML.slice(0, 120)),
    );
    expect(nameless).toEqual([]);
  });
}

test('A10 target size: what can be pressed is 24 by 24 or stands alone, wide and narrow, in every tab and dialog', async ({
  page,
}) => {
  await openAndRun(page, linkTo(FETCHES));
  for (const width of [1440, 320]) {
    await page.setViewportSize({ width, height: 900 });
    for (const tab of ['Output', 'Steps', 'Tasks', 'Inspect', 'Breakpoints', 'What if?', 'Orders']) {
      await openTab(page, tab);
      expect.soft(await crowdedTargets(page, 'body'), `${tab}, ${width}`).toEqual([]);
    }
    for (const name of ['Share', 'Help', 'Gallery']) {
      const opener = name === 'Gallery' ? page.getByRole('button', { name: 'Open the gallery' }) : button(page, name);
      await opener.click();
      await expect(dialog(page, name)).toBeVisible();
      expect.soft(await crowdedTargets(page, 'dialog[open]'), `${name}, ${width}`).toEqual([]);
      await page.keyboard.press('Escape');
    }
  }
});

test('A11 no dragging: the playhead, the panes, the window of the lanes and their order are set by single clicks', async ({
  page,
}) => {
  await openAndRun(page, linkTo(QUEUE_OF_38_LINES));
  const count = Number(await slider(page).getAttribute('aria-valuemax'));
  await clickAt(slider(page), 0.25);
  const quarter = Number(await slider(page).getAttribute('aria-valuenow'));
  expect(Math.abs(quarter - count / 4)).toBeLessThan(count / 20);
  await button(page, 'Forward one step').click();
  await atStep(page, quarter + 1);

  const border = page.getByRole('separator', { name: 'Size of the lanes' });
  await border.click();
  const before = Number(await border.getAttribute('aria-valuenow'));
  await button(page, 'Size of the lanes, larger').click();
  await expect.poll(async () => Number(await border.getAttribute('aria-valuenow'))).toBeGreaterThan(before);

  const map = page.getByRole('slider', { name: 'Part of the run that the lanes show' });
  await button(page, 'Zoom in').click();
  await expect(map).toHaveAttribute('aria-valuetext', /^steps \d+ to/);
  const part = await map.getAttribute('aria-valuetext');
  await button(page, 'Later part').click();
  await expect(map).not.toHaveAttribute('aria-valuetext', part ?? '');

  const tasks = await openTab(page, 'Tasks');
  await tasks.getByRole('row', { name: /till/ }).first().getByRole('button').first().click();
  const pin = lanes(page).getByRole('button', { name: /^Pin .* to the top$/ });
  await pin.click();
  await expect(pin).toHaveAttribute('aria-pressed', 'true');
});

async function clickAt(target: Locator, share: number): Promise<void> {
  const box = await target.boundingBox();
  await target.click({ position: { x: (box?.width ?? 0) * share, y: (box?.height ?? 0) / 2 } });
}

test('A12 shortcuts: switched off, letters typed anywhere outside of text change nothing', async ({ page }) => {
  await openAndRun(page, linkTo(FETCHES));
  await goToStep(page, 20);
  await button(page, 'Help').click();
  await dialog(page, 'Help').getByRole('radio', { name: 'off' }).check();
  await page.keyboard.press('Escape');
  const looks = () =>
    page.evaluate(
      () =>
        document.querySelector('main')?.innerText + document.title + document.querySelector('.app')?.outerHTML.length,
    );
  for (const stop of [
    slider(page),
    narration(page),
    lanes(page).getByRole('region', { name: 'Picture of the lanes' }),
  ]) {
    await stop.focus();
    const before = await looks();
    await page.keyboard.type('jkl.,n ');
    await page.keyboard.type('tibpfv123[]?');
    await atStep(page, 20);
    expect(await looks()).toBe(before);
  }
});

test('A14 language: the page says its own, code is not to be translated, and the title names scenario and step', async ({
  page,
}) => {
  await page.goto('./#g/gather-keeps-order');
  await ended(page);
  await goToStep(page, 12);
  await expect(page).toHaveTitle(/^.*[a-z].*, step 12 – Loopscope$/);
  const title = await page.getByRole('button', { name: 'Open the gallery' }).innerText();
  expect(await page.title()).toContain(title.trim());
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  for (const tab of ['Output', 'Inspect', 'Tasks']) {
    await openTab(page, tab);
    const translated = await page.evaluate(() => {
      const roots: (Document | ShadowRoot)[] = [document];
      for (const element of document.querySelectorAll('*'))
        if (element.shadowRoot !== null) roots.push(element.shadowRoot);
      const code = roots.flatMap((root) => [
        ...root.querySelectorAll<HTMLElement>('pre, .cm-content, .lane-name-text'),
      ]);
      // What stands in a shadow has the wish of its host.
      const isMarked = (element: Element): boolean => {
        const root = element.getRootNode();
        if (element.closest('[translate=no]') !== null) return true;
        return root instanceof ShadowRoot && isMarked(root.host);
      };
      return code.filter((element) => !isMarked(element)).map((element) => element.outerHTML.slice(0, 100));
    });
    expect.soft(translated, tab).toEqual([]);
  }
});
