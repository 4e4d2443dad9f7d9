import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { linkTo } from './programs.ts';
import { atStep, button, lanes, open, slider, words } from './stage.ts';

/** Ann holds the lock while she pays; Ben waits for her. Two more sleep until the same instant. */
const TICKETS = `import asyncio

lock = asyncio.Lock()

async def buy(name):
    async with lock:
        await asyncio.sleep(1)
        print(name, 'has paid')

async def wait(name):
    await asyncio.sleep(3)
    print(name, 'was patient')

async def main():
    await asyncio.gather(buy('Ann'), buy('Ben'), wait('Cleo'), wait('Dan'))
    print('all are', 'done')

asyncio.run(main())
`;

const QUESTIONS = [
  { at: 'Task-5#1:suspend', k: 'why', p: 'Why does Ben wait?' },
  { at: 'Task-3#1:finish', k: 'next', p: 'Who is next?' },
];

const learn = (page: Page) => page.getByRole('region', { name: 'Learn' });
const question = (page: Page) => learn(page).locator('.predict-number');
const status = (page: Page) => page.getByRole('status');

/** Everything that is in the document and everything that assistive technology is told. */
async function allThatIsThere(page: Page): Promise<string> {
  const seen = await page.locator('body').innerText();
  const drawn = await page.locator('svg text').allTextContents();
  return [seen, ...drawn, await page.locator('body').ariaSnapshot()].join('\n');
}

/** Each text that the live region says, from now on. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await status(page).evaluate((region) => {
    const said: string[] = [];
    Reflect.set(globalThis, 'loopscopeSaid', said);
    new MutationObserver(() => {
      const text = region.textContent ?? '';
      if (text !== '') said.push(text);
    }).observe(region, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => Reflect.get(globalThis, 'loopscopeSaid') as readonly string[]);
}

test('story 5: predict, then see', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, linkTo(TICKETS, { fields: { q: QUESTIONS, w: { mode: 'learn' } } }));
  await expect(learn(page)).toContainText('Run the program.');
  await button(page, 'Run it here').click();
  await expect(question(page)).toHaveText(/^Question 1 of \d$/);
  await skipTo(page, 'Why does Ben wait?');
  await expect(learn(page)).toContainText('B waits for Lock lock. Who wakes it?');

  // What comes is absent, and there is no way to it.
  const at = Number(await slider(page).getAttribute('aria-valuenow'));
  await expect(slider(page)).toHaveAttribute('aria-valuemax', String(at));
  await slider(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('n');
  await atStep(page, at);
  await words(page).getByRole('tab', { name: 'Steps' }).click();
  await expect(words(page).getByRole('tab', { name: 'Why waiting?' })).toHaveCount(0);
  const there = await allThatIsThere(page);
  for (const later of ['Ann has paid', 'Ben has paid', 'was patient', 'all are done', 'this happens', 'wakes B'])
    expect(there, later).not.toContain(later);
  await expect(lanes(page).locator('.lane-glyph[data-state="done"]')).toHaveCount(0);

  // Nothing is revealed before an answer.
  await expect(button(page, 'Reveal')).toBeDisabled();
  await learn(page).getByRole('radio').first().focus();
  await page.keyboard.press('d');
  await expect(button(page, 'Reveal')).toBeEnabled();
  const chosen = learn(page).locator('.predict-option[data-chosen="true"] .predict-text');
  const own = (await chosen.textContent()) ?? '';
  await page.keyboard.press('Enter');

  // The answer and the truth, each with a word and a shape; the reason names the waker.
  const wrong = learn(page).getByRole('listitem').filter({ hasText: 'your answer' });
  await expect(wrong).toContainText(own);
  await expect(wrong.locator('svg')).toHaveCount(1);
  const truth = learn(page).getByRole('listitem').filter({ hasText: 'this happens' });
  await expect(truth).toContainText("A (buy('Ann')), which releases Lock lock");
  await expect(truth.locator('svg')).toHaveCount(1);
  const why = learn(page).getByRole('region', { name: 'Why' });
  await expect(why).toContainText('Not so');
  await expect(why).toContainText('A wakes B: it releases Lock lock.');
  await expect(why.getByRole('link')).toHaveAttribute('href', /^https:\/\/docs\.python\.org\//);
  await expect.poll(async () => Number(await slider(page).getAttribute('aria-valuenow'))).toBeGreaterThan(at);

  // A second legal answer is accepted, and told apart from what happened here.
  await expect(button(page, 'Next question')).toBeFocused();
  await page.keyboard.press('Enter');
  await skipTo(page, 'Who is next?');
  await learn(page).locator('label', { hasText: "wait('Dan')" }).click();
  await button(page, 'Reveal').click();
  await expect(why).toContainText('Right: that is possible, too');
  await expect(learn(page).getByRole('listitem').filter({ hasText: 'possible, too' })).toContainText("wait('Dan')");
  await expect(learn(page).getByRole('listitem').filter({ hasText: 'this happens' })).toContainText("wait('Cleo')");
});

async function skipTo(page: Page, prompt: string): Promise<void> {
  await expect(button(page, 'Reveal')).toBeVisible();
  while (!(await learn(page).getByText(prompt).isVisible())) {
    await button(page, 'Skip').click();
    await button(page, 'Next question').click();
    await expect(button(page, 'Reveal')).toBeVisible();
  }
}

test('a lesson is played from start to end by keyboard', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./#g/check-under-lock');
  await expect(button(page, 'Run again')).toBeVisible({ timeout: 40_000 });
  const said = await listen(page);
  await page.keyboard.press('Control+2');
  await expect(question(page)).toHaveText(/^Question 1 of \d$/);
  const count = Number((await question(page).textContent())?.at(-1));
  const answered = await answerAll(page, count);
  expect(answered).toBe(count);
  await expect(learn(page)).toContainText(/You predicted \d of \d\./);
  await expect(learn(page).getByRole('listitem')).toHaveCount(count);

  // Each question was said once, and so was the end.
  await expect.poll(async () => (await said()).at(-1)).toMatch(/^The lesson is over\./);
  const texts = await said();
  for (let number = 1; number <= count; number++)
    expect(texts.filter((text) => text.startsWith(`Question ${number} of ${count}.`))).toHaveLength(1);
  expect(texts.filter((text) => text.startsWith('The lesson is over.'))).toHaveLength(1);

  // One thing is changed, and it is asked anew.
  await button(page, 'Change one thing, predict again').focus();
  await page.keyboard.press('Enter');
  await expect(question(page)).toHaveText(/^Question 1 of \d$/);
  await expect(page.getByText(/^edited copy of/).first()).toBeAttached();
});

/** With letters and Enter alone; the focus is where it has to be. */
async function answerAll(page: Page, count: number): Promise<number> {
  for (let number = 1; number <= count; number++) {
    await expect(question(page)).toHaveText(`Question ${number} of ${count}`);
    await expect(status(page)).toHaveText(new RegExp(`^Question ${number} of ${count}\\.`));
    const box = learn(page).getByRole('textbox');
    const isOrder = await learn(page).getByText('Press them in the order').isVisible();
    if (await box.isVisible()) {
      await page.keyboard.press('Tab');
      await expect(box).toBeFocused();
      await page.keyboard.type('As I see it.');
      await page.keyboard.press('Tab');
    } else for (const key of isOrder ? 'abcdef' : 'b') await page.keyboard.press(key);
    await expect(button(page, 'Reveal')).toBeEnabled();
    await page.keyboard.press('Enter');
    const onward = button(page, number === count ? 'To the summary' : 'Next question');
    await expect(onward).toBeFocused();
    await page.keyboard.press('Enter');
  }
  return count;
}

test('the learner is the event loop: a wrong card is told its rule, the right one plays on, and undo goes back', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./#g/gather-keeps-order');
  await expect(button(page, 'Run again')).toBeVisible({ timeout: 40_000 });
  await page.keyboard.press('Control+2');
  await button(page, 'Be the loop').click();
  await expect(learn(page)).toContainText('You are the event loop · 1 of');
  const at = Number(await slider(page).getAttribute('aria-valuenow'));
  await expect(slider(page)).toHaveAttribute('aria-valuemax', String(at));

  const keyOf = async (title: string) => {
    const cards = await learn(page).locator('.game-title').allTextContents();
    return String(cards.indexOf(title) + 1);
  };
  await learn(page).locator('.game-card').first().focus();
  await page.keyboard.press(await keyOf("C's first step"));
  await expect(learn(page)).toContainText("C's first step came into the ready queue after A's first step");
  await expect(learn(page).getByRole('link')).toHaveAttribute('href', /call_soon/);
  await page.keyboard.press(await keyOf("A's first step"));
  await expect(learn(page)).toContainText('· 2 of');
  await expect(learn(page)).toContainText("Right: A's first step");
  await expect.poll(async () => Number(await slider(page).getAttribute('aria-valuenow'))).toBeGreaterThan(at);
  await page.keyboard.press('Backspace');
  await expect(learn(page)).toContainText('· 1 of');
  await atStep(page, at);
});

test('the learner is the broker: a full window takes nothing more', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./#g/prefetch-window');
  await expect(button(page, 'Run again')).toBeVisible({ timeout: 40_000 });
  await page.keyboard.press('Control+2');
  await button(page, 'Be the broker').click();
  for (let number = 1; number <= 4; number++) {
    await expect(learn(page)).toContainText(`You are the broker · ${number} of`);
    const consumer = number % 2 === 1 ? 'consumer 1' : 'consumer 2';
    await learn(page)
      .getByRole('button', { name: new RegExp(consumer) })
      .click();
  }
  await learn(page)
    .getByRole('button', { name: /consumer 1/ })
    .click();
  await expect(learn(page)).toContainText('The window of consumer 1 is full');
  await learn(page)
    .getByRole('button', { name: /nobody, for now/ })
    .click();
  await expect(learn(page)).toContainText('· 6 of');
});
