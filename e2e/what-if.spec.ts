/** Acting on a run from outside: each action is a branch, which can be compared with the others and shared. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { CANCELLING, CHILD, linkTo } from './programs.ts';
import {
  atStep,
  button,
  dialog,
  ended,
  goToStep,
  narration,
  open,
  openAndRun,
  openTab,
  output,
  picture,
  sharedLink,
  skipUntil,
  slider,
  stepCount,
  stepNow,
} from './stage.ts';
import { hashInPage, listen } from './trace-hash.ts';

const branches = (page: Page): Locator => page.getByRole('group', { name: 'Branches' });

async function noFaults(page: Page, within: string): Promise<void> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await axe.include(within).analyze();
  expect.soft(violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ')}`)).toEqual([]);
}

/** Presses the button of an action by key, and waits for the branch that it makes. */
async function act(page: Page, name: string, branch: RegExp): Promise<void> {
  const whatIf = await openTab(page, 'What if?');
  await whatIf.getByRole('button', { name, exact: true }).press('Enter');
  await expect(branches(page).getByRole('button', { name: branch, pressed: true })).toBeVisible();
  await ended(page);
}

test('a task is cancelled at a step: the playhead stays, and the two branches can be compared', async ({ page }) => {
  await openAndRun(page, linkTo(CANCELLING));
  await goToStep(page, 60);
  const [before, steps] = [await picture(page), await stepCount(page)];
  await act(page, 'Cancel: B (stubborn)', /^stubborn is cancelled at step 60, in effect at \d+$/);
  await atStep(page, 60);
  await expect(page.getByRole('button', { name: 'Cancel: B (stubborn)' })).toBeFocused();
  await expect(page.getByRole('status')).toContainText(/ran to its end|cancelled at step 60/);
  expect(await stepCount(page)).not.toBe(steps);
  await noFaults(page, 'main');

  await skipUntil(page, /^What if: stubborn is cancelled, from outside: B \(stubborn\)\.$/);
  const cancelledAt = await stepNow(page);
  await goToStep(page, 60);
  await branches(page).getByRole('button', { name: 'Original' }).click();
  await atStep(page, 60);
  expect(await picture(page)).toBe(before);
  expect(await stepCount(page)).toBe(steps);

  await button(page, 'Compare').click();
  const compared = dialog(page, 'Two branches compared');
  await expect(compared).toContainText(`The same up to step ${cancelledAt - 1}.`);
  await expect(compared.getByRole('row', { name: /^stubborn/ })).toBeVisible();
  await expect(compared.getByRole('table', { name: 'Output' })).toContainText('not today');
  await noFaults(page, 'dialog');
  await page.keyboard.press('Escape');
  await expect(button(page, 'Compare')).toBeFocused();

  await branches(page)
    .getByRole('button', { name: /^stubborn is cancelled/ })
    .click();
  const whatIf = await openTab(page, 'What if?');
  await whatIf.getByRole('button', { name: 'Undo: stubborn is cancelled at step 60' }).click();
  await ended(page);
  await expect(branches(page).getByRole('button', { name: 'Original', pressed: true })).toBeVisible();
  expect(await stepCount(page)).toBe(steps);
});

test('an exception is raised in a task by keys alone, and the link to it says so before it runs', async ({
  page,
  stranger,
}) => {
  await listen(page);
  await listen(stranger);
  await openAndRun(page, linkTo(CANCELLING, { title: 'Two ways to go' }));
  await goToStep(page, 55);
  const whatIf = await openTab(page, 'What if?');
  await whatIf.getByRole('button', { name: 'Raise in it: A (polite)' }).press('Enter');
  await whatIf.getByRole('combobox', { name: 'Exception' }).fill('OSError');
  await whatIf.getByRole('textbox', { name: 'Message' }).fill('no disk');
  await page.keyboard.press('Enter');
  await expect(branches(page)).toContainText('OSError("no disk") is raised in polite at step 55');
  await ended(page);
  await skipUntil(page, /^OSError.*no disk.* is thrown into/);
  const here = { told: await narration(page).innerText(), drawn: await picture(page), steps: await stepCount(page) };
  const link = await sharedLink(page);

  await open(stranger, link);
  await expect(stranger.getByText('The link also acts on the run from outside')).toContainText(
    'OSError("no disk") is raised in polite at step 55.',
  );
  await noFaults(stranger, '.banners');
  expect(stranger.workers()).toEqual([]);
  await button(stranger, 'Run it here').click();
  await ended(stranger);
  await expect(narration(stranger)).toHaveText(here.told);
  expect(await picture(stranger)).toBe(here.drawn);
  expect(await stepCount(stranger)).toBe(here.steps);
  expect(await hashInPage(stranger)).toBe(await hashInPage(page));
  expect(await sharedLink(stranger)).toBe(link);
});

test('a process is killed, then Ctrl-C is pressed instead: three branches, three ends', async ({ page }) => {
  await openAndRun(page, linkTo(CHILD));
  await goToStep(page, 1);
  await skipUntil(page, /starts process 4202, `sleep 60`/);
  const step = await stepNow(page);
  await act(page, 'Kill -9 (SIGKILL): process 4202 sleep 60', new RegExp(`^sleep 60 gets SIGKILL at step ${step}`));
  await atStep(page, step);
  await slider(page).press('End');
  await expect(await output(page)).toContainText('sleep ended with -9');

  const killed = await branches(page).getByRole('button', { pressed: true }).innerText();
  await branches(page).getByRole('button', { name: 'Original' }).click();
  await expect(await output(page)).toContainText('sleep ended with 0');
  await goToStep(page, step);
  await act(page, 'Ctrl-C: the terminal', new RegExp(`^Ctrl-C is pressed at step ${step}`));
  await expect(page.getByText(/exception nobody caught: KeyboardInterrupt/).first()).toBeVisible();
  await expect(branches(page).getByRole('button')).toHaveCount(3);

  await button(page, 'Compare').click();
  const compared = dialog(page, 'Two branches compared');
  await compared.getByRole('combobox', { name: 'Left' }).selectOption(killed);
  const printed = compared.getByRole('table', { name: 'Output' });
  await expect(printed).toContainText('sleep ended with -9');
  await expect(printed).toContainText('KeyboardInterrupt');
});

test('a worker is killed where it is drawn: its box says so, and the branches are compared', async ({ page }) => {
  await page.goto('./#g/killed-worker');
  await ended(page);
  const wires = await openTab(page, 'Wires');
  await expect(
    wires.getByRole('button', { name: /^worker\.1 \(4202\); was killed by SIGKILL at 1\.5\ss/ }),
  ).toBeVisible();
  const whatIf = await openTab(page, 'What if?');
  await whatIf.getByRole('button', { name: 'Undo: worker.1 gets SIGKILL at t = 1.5 s' }).click();
  await expect(branches(page).getByRole('button', { name: 'Original', pressed: true })).toBeVisible();
  await ended(page);
  await slider(page).press('End');
  await expect(await output(page)).toContainText('iron is done, number 2 of mine');

  await goToStep(page, 150);
  await skipUntil(page, /^"iron\\n" \(5 bytes\) goes to 127\.0\.0\.1:5000\.$/);
  const step = await stepNow(page);
  await openTab(page, 'Wires');
  await expect(wires.getByRole('button', { name: /^client\.1 to worker\.1, 127\.0\.0\.1:5000: open/ })).toBeVisible();
  const worker = wires.getByRole('button', { name: /^worker\.1 \(4202\).*listens at 127\.0\.0\.1:5000/ });
  await worker.press('Enter');
  await expect(worker).toHaveAttribute('aria-pressed', 'true');
  await noFaults(page, '.bottom');
  await wires.getByRole('button', { name: 'What if…' }).click();
  const chosen = whatIf.getByRole('listitem').filter({ hasText: 'process 4202 worker.1' });
  await expect(chosen).toHaveAttribute('aria-current', 'true');
  await act(page, 'Kill -9 (SIGKILL): process 4202 worker.1', new RegExp(`^worker\\.1 gets SIGKILL at step ${step}`));
  await slider(page).press('End');
  await expect(await output(page)).toContainText('iron is given up');

  await button(page, 'Compare').click();
  const compared = dialog(page, 'Two branches compared');
  await expect(
    compared.getByRole('row', { name: /^worker\.1 was killed by SIGTERM was killed by SIGKILL$/ }),
  ).toBeVisible();
  await noFaults(page, 'dialog');
});
