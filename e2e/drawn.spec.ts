/** One journey for each thing that is drawn: what the narration says of its life, and what the picture and the tabs hold. */
import type { Page } from '@playwright/test';
import {
  AS_COMPLETED,
  CHAIN,
  FUTURES,
  GATHER_AND_SHIELD,
  GROUP,
  HANDLES,
  LINES,
  MEETING,
  NOBODY_EVER,
  QUEUE,
  TIMEOUT,
  TOLD_WHOLE,
} from './drawn-programs.ts';
import { expect, test } from './journey.ts';
import { linkTo } from './programs.ts';
import { button, editor, loop, narration, openAndRun, openTab, skipUntil } from './stage.ts';

async function start(page: Page, program: string): Promise<void> {
  await openAndRun(page, linkTo(program));
  await button(page, 'First step').click();
}

/** A card or a row of the loop's picture, by what it says in full. */
const thing = (page: Page, text: RegExp) => loop(page).getByText(text).first();

test("a handle's life: scheduled, ready, run, or cancelled", async ({ page }) => {
  await start(page, HANDLES);
  await skipUntil(page, /^main schedules the callback ring\(\): it joins the end of the ready queue\.$/);
  await expect(loop(page)).toContainText('ring');
  await skipUntil(page, /^The loop takes the callback ring\(\) and runs it\.$/);
  await skipUntil(page, /^The callback ring\(\) has run; the loop goes on\.$/);
  await skipUntil(page, /^The timer for t = 2\.0 s .*is cancelled: the loop will pass it over\.$/);
  await skipUntil(page, /^It is t = 1\.0 s: the timer .*is due and moves to the ready queue\.$/);
});

test("a future's life: pending, who waits for it, who sets it, and whom that wakes", async ({ page }) => {
  await start(page, FUTURES);
  await skipUntil(page, /^B awaits Future #\d+|^B parks on Future #\d+/);
  await expect(thing(page, /pending · A, B wait/)).toBeAttached();
  await skipUntil(page, /^main gives Future #\d+ its result, 'news'\.$/);
  await skipUntil(page, /Future #\d+ is done, so A's wake-up joins the end of the ready queue\.$/);
  await skipUntil(page, /Future #\d+ is done, so B's wake-up joins the end of the ready queue\.$/);
  await skipUntil(page, /has the result 'news', so A goes on at line 4 of reader\.$/);
});

test("a task's life: created, first turn, parked, woken, done", async ({ page }) => {
  await start(page, FUTURES);
  await skipUntil(page, /^main creates task A for reader\(.*: it is ready, and nothing of it has run yet\.$/);
  const tasks = await openTab(page, 'Tasks');
  const row = tasks.getByRole('row', { name: /reader\('a'/ });
  await expect(row.getByRole('cell').first()).toHaveText('ready');
  await skipUntil(page, /^The loop takes A from the ready queue, and reader.* begins to run\.$/);
  await expect(row.getByRole('cell').first()).toHaveText('running');
  await skipUntil(page, /^A parks on Future #\d+/);
  await expect(row.getByRole('cell').first()).toHaveText('waiting');
  await button(page, 'Last step').click();
  await expect(row.getByRole('cell').first()).toHaveText('done');
});

test('an await chain of any depth, with the very expression lit that is suspended', async ({ page }) => {
  await start(page, CHAIN);
  await skipUntil(page, /^main awaits sleep\(1\)/);
  const tasks = await openTab(page, 'Tasks');
  await expect(tasks.getByRole('row', { name: /main/ })).toContainText(
    /main:13 › two:10 › three:7 › four:4 › sleep:\d+/,
  );
  await expect(editor(page).locator('.ls-await')).toHaveText('await asyncio.sleep(1)');
  await expect(loop(page)).toContainText('main:13');
  await expect(loop(page)).toContainText('four:4');
});

test('a lock and a semaphore: who holds it, and who waits in which order', async ({ page }) => {
  await start(page, LINES);
  await skipUntil(page, /^Lock lock is locked: A holds it; B and C wait in line\.$/);
  await expect(thing(page, /locked by A · waiting: B, C/)).toBeAttached();
  await skipUntil(page, /^Semaphore gate has 0 free; F waits in line\.$/);
  await expect(thing(page, /0 free.* · waiting: F/)).toBeAttached();
});

test('a condition and a barrier: who waits for the notification, and for the others', async ({ page }) => {
  await start(page, MEETING);
  await skipUntil(page, /^A awaits Condition\.wait/);
  await expect(thing(page, /waiting: A/)).toBeAttached();
  await skipUntil(page, /^Barrier barrier is filling; B waits in line\.$/);
  await button(page, 'Last step').click();
  const tasks = await openTab(page, 'Tasks');
  await expect(tasks.getByRole('row', { name: /meet/ }).getByRole('cell').first()).toHaveText('done');
});

test('a queue: its items, its places, and who waits to put in which order', async ({ page }) => {
  await start(page, QUEUE);
  await skipUntil(page, /^Queue queue holds 'x' \(1 of 1\); B and C wait in line\.$/);
  await expect(thing(page, /1 of 1 · to put: B, C/)).toBeAttached();
  await skipUntil(page, /^Queue queue is empty \(0 of 1\)/);
});

test('the timers stand in the order in which they fire', async ({ page }) => {
  await start(page, HANDLES);
  await skipUntil(page, /^A timer is set for t = 3\.0 s|^main sets a timer: ring\(\) will be called at t = 1\.0 s\.$/);
  const text = await loop(page).innerText();
  expect(text.indexOf('1 s')).toBeLessThan(text.lastIndexOf('2 s'));
});

test('a timeout: entered, left in time, or over, when it takes back its own request', async ({ page }) => {
  await start(page, TIMEOUT);
  await skipUntil(page, /^main enters a timeout of 5\.0 s, until t = 5\.0 s\.$/);
  await expect(thing(page, /^timeout until 5 s$/)).toBeAttached();
  await skipUntil(page, /^main leaves its timeout before the time is over\.$/);
  await expect(loop(page).getByText(/^timeout until/)).toHaveCount(0);
  await skipUntil(page, /^The time of main's timeout is over: it asks main to cancel\.$/);
  await expect(thing(page, /M · expiring/)).toBeAttached();
  await skipUntil(page, /^uncancel\(\) takes back one request to cancel main: no request is left\.$/);
  await skipUntil(
    page,
    /^main leaves its timeout, which takes back its request to cancel: TimeoutError is raised instead\.$/,
  );
});

test('a task group: who joins, who is waited for, who is cancelled when one fails', async ({ page }) => {
  await start(page, GROUP);
  await skipUntil(page, /^main opens a task group/);
  await skipUntil(page, /^B joins main's task group, which holds 2 tasks now\.$/);
  await skipUntil(page, /^main is at the end of its task group and waits for 2 tasks \(A and B\)\.$/);
  await expect(thing(page, /M · waiting · A B/)).toBeAttached();
  const why = await openTab(page, 'Why waiting?');
  await skipUntil(page, /^main awaits TaskGroup/);
  await expect(why).toContainText('main waits for A (work(1)) and B (work(9))');
  await skipUntil(page, /^main's task group has failed: it asks the tasks that are left to cancel \(B\)\.$/);
  await expect(thing(page, /M · cancelling · B/)).toBeAttached();
  await skipUntil(page, /^main's task group is empty: main can leave it\.$/);
});

test("gather's children, and shield's inner task", async ({ page }) => {
  await start(page, GATHER_AND_SHIELD);
  await skipUntil(page, /^main awaits gather/);
  await expect(thing(page, /pending · M waits · of A B/)).toBeAttached();
  await skipUntil(page, /^main awaits shield/);
  await expect(thing(page, /pending · M waits · of C/)).toBeAttached();
  const why = await openTab(page, 'Why waiting?');
  await expect(why).toContainText('main waits for C');
});

test('a cancellation told whole: asked, thrown in, each except and finally, and the end', async ({ page }) => {
  await start(page, TOLD_WHOLE);
  const told = [
    /^main asks to cancel A: the request goes on to Future #\d+ \(sleep\(5\)\)\.$/,
    /^CancelledError is thrown into A at line 5 of inner: it unwinds from there\.$/,
    /^CancelledError: enough is raised in inner, line 5 \(A\)\.$/,
    /^A, unwinding, is about to run line 7 of inner\.$/,
    /^A prints "inner cleans up"\.$/,
    /^CancelledError: enough is raised in outer, line 11 \(A\)\.$/,
    /^CancelledError: enough is caught in outer, line 12 \(A\)\.$/,
    /^A prints "outer knows"\.$/,
    /^A \(outer\) ends as cancelled\.$/,
  ];
  for (const sentence of told) await skipUntil(page, sentence);
  await expect(narration(page)).toContainText('ends as cancelled');
});

test('why: as_completed waits for all that are left, and an event that nobody sets for nobody', async ({ page }) => {
  await start(page, AS_COMPLETED);
  await skipUntil(page, /^as_completed watches 2 tasks \(A and B\): first done, first served\.$/);
  await skipUntil(page, /^B awaits sleep\(2\)/);
  const why = await openTab(page, 'Why waiting?');
  await expect(why).toContainText('main waits for A (work(1)) and B (work(2))');
  await expect(why).toContainText('A timer will wake it.');
  await openAndRun(page, linkTo(NOBODY_EVER));
  await button(page, 'Show why').click();
  await expect(await openTab(page, 'Why waiting?')).toContainText('Nobody is left who could ever do that');
});
