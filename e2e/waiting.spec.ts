import { expect, test } from './journey.ts';
import { CANCELLING, DEADLOCK, FUTURE_AGAINST_TASK, linkTo } from './programs.ts';
import {
  button,
  goToStep,
  lanes,
  loop,
  narration,
  openAndRun,
  openTab,
  output,
  stepNow,
  stepUntil,
  words,
} from './stage.ts';

test('cancelling a task is a request: asked for, thrown in at the await, and unwinding', async ({ page }) => {
  await openAndRun(page, linkTo(CANCELLING, { at: 'polite#1:cancel' }));
  await expect(narration(page)).toContainText('main asks to cancel A: the request goes on to Future #');
  const askedAt = await stepNow(page);
  const tasks = await openTab(page, 'Tasks');
  const polite = tasks.getByRole('row', { name: /polite/ });
  await expect(polite.getByRole('cell').first()).toHaveText('cancelling');

  await button(page, 'Forward one step').click();
  await expect(lanes(page).locator('[data-future=false]').getByText('A is asked to cancel')).toHaveCount(1);
  await expect(lanes(page).locator('[data-future=true]').getByText('A gets CancelledError thrown in')).toHaveCount(1);
  await stepUntil(page, /^CancelledError is thrown into A/);
  expect(await stepNow(page)).toBeGreaterThan(askedAt);
  await expect(narration(page)).toHaveText(
    'CancelledError is thrown into A at line 5 of polite: it unwinds from there.',
  );
  await expect(lanes(page).locator('[data-future=false]').getByText('A gets CancelledError thrown in')).toHaveCount(1);

  await button(page, 'next await').click();
  await expect(loop(page)).toContainText('unwinding');
  await button(page, 'Last step').click();
  await expect(polite.getByRole('cell').first()).toHaveText('cancelled');
});

test('a task may refuse to be cancelled, and the page says so', async ({ page }) => {
  await openAndRun(page, linkTo(CANCELLING, { at: 'stubborn#1:refuse' }));
  await expect(narration(page)).toContainText('B swallows the CancelledError');
  await expect(narration(page)).toContainText('cancelling is a request, not an order');
  await expect(lanes(page).locator('[data-future=false]').getByText('refused', { exact: true })).toHaveCount(1);
  const tasks = await openTab(page, 'Tasks');
  await button(page, 'Last step').click();
  const stubborn = tasks.getByRole('row', { name: /stubborn/ });
  await expect(stubborn.getByRole('cell').first()).toHaveText('refused to cancel');
});

test('a future is cancelled at once, where a task is only asked', async ({ page }) => {
  await openAndRun(page, linkTo(FUTURE_AGAINST_TASK, { at: 'sleeper#1:cancel' }));
  await expect(narration(page)).toContainText('main asks to cancel A');
  await expect(await output(page)).toHaveText('future cancelled: True\n');
  const asked = await stepNow(page);
  const steps = await openTab(page, 'Steps');
  const cancelled = steps.getByRole('listitem').filter({ hasText: /main cancels Future #\d+\.$/ });
  await expect(cancelled).toHaveCount(1);
  expect(Number(await cancelled.getAttribute('aria-posinset'))).toBeLessThan(asked);
  await expect(lanes(page).locator('[data-future=true]').getByText('A gets CancelledError thrown in')).toHaveCount(1);
  await button(page, 'Last step').click();
  await expect(await output(page)).toHaveText('future cancelled: True\ntask cancelled: False\ntask cancelled: True\n');
});

test('a deadlock ends the run, and the page names the circle', async ({ page }) => {
  await openAndRun(page, linkTo(DEADLOCK));
  await expect(page.getByRole('paragraph').filter({ hasText: /^Deadlock/ })).toHaveText(
    /^Deadlock: ann waits for knife.* held by ben; ben waits for fork.* held by ann\./,
  );
  await button(page, 'Show why').click();
  const why = words(page).getByRole('tabpanel', { name: 'Why waiting?' });
  await expect(why).toContainText('A waits in line for Lock');
  await expect(why).toContainText('which B holds');
  await expect(why).toContainText('That is a circle');
  await expect(why.getByRole('list', { name: 'From the task to who can wake it' })).toContainText(
    /A.*Lock.*B.*Lock.*A/s,
  );
  await expect(why).toContainText('it can never go on');
});

test('what was recorded before a deadlock can be looked at', async ({ page }) => {
  await openAndRun(page, linkTo(DEADLOCK));
  await goToStep(page, 30);
  await expect(narration(page)).not.toBeEmpty();
  await button(page, 'next iteration').click();
  await expect(narration(page)).toContainText('The loop begins iteration');
});
