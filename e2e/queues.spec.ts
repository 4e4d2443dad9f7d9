/** Brokers that wait for acknowledgements, and Celery: what is routed where, who holds what, what comes back when somebody dies. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { linkToFiles } from './programs.ts';
import { CHORD, DEADLY, IMPATIENT, TOPICS, WORK_QUEUE } from './queue-programs.ts';
import { button, ended, narration, openAndRun, openTab, output, skipUntil, slider } from './stage.ts';

const picture = (page: Page): Locator => page.getByRole('region', { name: 'Picture of the queues' });
const life = (page: Page): Locator => page.getByRole('region', { name: 'The selected message' });
const thing = (page: Page, name: RegExp): Locator => picture(page).getByRole('button', { name });

async function noFaults(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('.bottom').setLegacyMode().analyze();
  expect.soft(violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ')}`)).toEqual([]);
}

async function fromTheStart(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await openAndRun(page, linkToFiles(files));
  await openTab(page, 'Wires');
  await button(page, 'First step').click();
}

/** What is pressed in the picture is killed at this step, and the run goes another way; then the queues are in view again. */
async function kill(page: Page, name: RegExp, process: string): Promise<void> {
  // Beside its name: what it has in hand stands below.
  await thing(page, name).click({ position: { x: 30, y: 10 } });
  await life(page)
    .getByRole('button', { name: /^What if it is killed/ })
    .click();
  const whatIf = page.getByRole('tabpanel', { name: 'What if?' });
  await whatIf.getByRole('button', { name: new RegExp(`^Kill -9 .*\\b${process}\\b`) }).press('Enter');
  await ended(page);
  await openTab(page, 'Wires');
}

async function printed(page: Page, who: string): Promise<readonly string[]> {
  await slider(page).press('End');
  const lines = ((await (await output(page)).textContent()) ?? '').split('\n');
  return lines.filter((line) => line.startsWith(who) && !line.includes('error output:'));
}

test('an exchange of topics: which bindings match, what matches none, and what the broker says of it', async ({
  page,
}) => {
  await fromTheStart(page, TOPICS);
  await skipUntil(page, /publishes m with key cron\.info to exchange logs, which leads it to \S+ \(#\)\.$/);
  const bindings = picture(page).locator('.queue-binding');
  await expect(bindings).toHaveText(['kern.*', '*.critical', /^#\s*matches$/]);
  await skipUntil(page, /publishes stray with key nowhere: there is no queue of that name, it goes nowhere\.$/);
  await expect(picture(page)).toContainText('no such queue');
  await skipUntil(page, /The broker confirms stray to process send\.1, though it is in no queue\.$/);
  await expect(picture(page)).toContainText('1 published, 1 went nowhere');
  await noFaults(page);
  await thing(page, /^1 m: /).click();
  await expect(life(page)).toContainText('logs, key kern.critical');
  await expect(life(page).getByRole('listitem').first()).toHaveText(
    /1 m comes over exchange logs \(key kern\.critical\) into queue amq\.gen-/,
  );
});

test('prefetch: what is handed out leaves a ghost, and comes back to its place when its channel closes', async ({
  page,
}) => {
  await page.goto('./#g/prefetch-window');
  await ended(page);
  await openTab(page, 'Wires');
  await button(page, 'First step').click();
  await skipUntil(page, /10 is put into queue jobs \(6 ready, 4 unacknowledged\)\.$/);
  await expect(thing(page, /^\d+ \d+: with main\.1, not acknowledged$/)).toHaveCount(4);
  await expect(picture(page)).toContainText('2 of 2 from jobs');
  await skipUntil(page, /1 is acknowledged: queue jobs forgets it/);
  await expect(picture(page)).toContainText('a free place');
  await skipUntil(page, /5 goes back to queue jobs, to be delivered again: channel closed\.$/);
  await expect(thing(page, /^5 5: number 4 of 9 in queue jobs; it has been delivered before$/)).toBeVisible();
  await expect(picture(page)).toContainText('7 ready, 2 unacked');
  await noFaults(page);
});

test('a chord fills in: its body is sent when the last part is done', async ({ page }) => {
  await fromTheStart(page, CHORD);
  await skipUntil(page, /sends off a chord of 3 tasks\.$/);
  const parts = picture(page).locator('.queue-task');
  await expect(parts).toHaveText([/add\(1, 1\)not sent/, /add\(2, 2\)not sent/, /total\(\)not sent/]);
  await skipUntil(page, /Task tasks\.add is SUCCESS: 2\.$/);
  await expect(parts).toHaveText([/SUCCESS2$/, /PENDING, runs$/, /not sent$/]);
  await expect(picture(page)).toContainText('1 of 2 parts done');
  await noFaults(page);
  await thing(page, /^task add\(2, 2\)/).click();
  await expect(life(page)).toContainText('4206 runs tasks.add for it; acknowledged');
  await slider(page).press('End');
  await expect(parts.last()).toHaveText(/total\(\)SUCCESS6$/);
  await expect(life(page)).toContainText('its result is SUCCESS: 4');
});

test('a visibility timeout that is too short: the same message runs twice at once', async ({ page }) => {
  await fromTheStart(page, IMPATIENT);
  await skipUntil(page, / runs tasks\.long for tasks\.long\(\)\.$/);
  await expect(thing(page, /^1 tasks\.long\(\): with \d+, not acknowledged; back in 5 s$/)).toBeVisible();
  await skipUntil(page, /goes back to queue celery, to be delivered again: visibility timeout\.$/);
  await expect(thing(page, /^1 tasks\.long\(\): next of 1 in queue celery/)).toBeVisible();
  await expect(thing(page, /^1 tasks\.long\(\): tasks\.long works on it/)).toHaveCount(1);
  await skipUntil(page, / runs tasks\.long for tasks\.long\(\)\.$/);
  await expect(thing(page, /^1 tasks\.long\(\): tasks\.long works on it/)).toHaveCount(2);
  await slider(page).press('End');
  await expect(picture(page).locator('.queue-task')).toHaveText(/SUCCESS'done'$/);
});

test('a worker is killed, and then the broker: nothing is lost, what was in hand is marked', async ({ page }) => {
  test.slow(true, 'each press is a run of its own');
  await fromTheStart(page, WORK_QUEUE);
  await skipUntil(page, /b\.1 runs work for x\.$/);
  await kill(page, /^b\.1: /, 'b.1');
  await skipUntil(page, /x goes back to queue tasks, to be delivered again: /);
  await expect(thing(page, /^1 x: next of 3 in queue tasks; it has been delivered before$/)).toBeVisible();
  await skipUntil(page, /x is delivered once more to process a\.1; queue tasks keeps it until it is acknowledged\.$/);
  await expect(thing(page, /^b\.1: killed at 1 s/)).toBeVisible();
  await kill(page, /^RabbitMQ/, 'rabbit.1');
  await skipUntil(page, /The RabbitMQ localhost:5672 cannot be reached any more/);
  await expect(picture(page)).toContainText('its broker is down');
  await expect(picture(page)).toContainText(/[123] ready/);
});

test('a child is killed with a task in hand: with late acknowledgement and reject_on_worker_lost it runs again', async ({
  page,
}) => {
  test.slow(true, 'each press is a run of its own');
  await fromTheStart(page, DEADLY);
  await skipUntil(page, / runs tasks\.fatal for tasks\.fatal\(\)\.$/);
  await kill(page, /^child 4205: /, '4205');
  await skipUntil(page, /is delivered once more to process worker\.1/);
  await expect(narration(page)).toContainText('keeps it until it is acknowledged');
  await expect(thing(page, /^1 tasks\.fatal\(\): .*delivered before$/).first()).toBeVisible();
  expect(await printed(page, 'client')).toEqual(['client.1 │ survived']);
});
