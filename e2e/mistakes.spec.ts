import { expect, test } from './journey.ts';
import { linkTo, SPIN, TASKS_WITHOUT_END } from './programs.ts';
import {
  button,
  editor,
  goToStep,
  lineOf,
  narration,
  open,
  openAndRun,
  output,
  slider,
  stepCount,
  write,
} from './stage.ts';

/** Milliseconds from a click being handled to the page showing that the run is over. */
const STOP_MS_MAX = 1_000;

test('a syntax error is shown at its line and nothing runs; corrected, the program runs', async ({ page }) => {
  await open(page, linkTo("import asyncio\n\nasync def main()\n    print('hello')\n\nasyncio.run(main())\n"));
  await button(page, 'Run it here').click();
  await expect(page.getByText("main.py, line 3. SyntaxError: expected ':'")).toBeVisible();
  await expect(editor(page)).toContainText("async def main()SyntaxError: expected ':'");
  await expect(narration(page)).toHaveText('Nothing has run: the program could not be read.');
  await expect(slider(page)).toHaveAttribute('aria-valuemax', '0');

  await lineOf(page, 'async def main()').click();
  await page.keyboard.press('End');
  await page.keyboard.type(':');
  await button(page, 'Run again').click();
  await expect(await output(page)).toHaveText('hello\n');
  await expect(page.getByText('SyntaxError')).toHaveCount(0);
});

test('an exception that nobody catches is shown at its line, with its traceback', async ({ page }) => {
  await openAndRun(page, linkTo("def halve(n):\n    return 1 / n\n\nprint('first')\nhalve(0)\n"));
  await expect(page.getByText('ZeroDivisionError: division by zero (main.py, line 2)')).toBeVisible();
  await button(page, 'Show the last step').click();
  await expect(lineOf(page, 'return 1 / n')).toHaveClass(/ls-mistaken/);
  await expect(await output(page)).toContainText(
    /^first\n.*Traceback \(most recent call last\):\n.*line 5, in <module>/,
  );
});

test('an endless loop is stopped by the reader, and what was recorded stays', async ({ page }) => {
  await page.addInitScript(() => {
    const measured = { clickedAt: 0, stoppedAt: 0 };
    Object.assign(globalThis, { measured });
    addEventListener(
      'click',
      (event) => {
        const isStop = event
          .composedPath()
          .some((each) => each instanceof HTMLButtonElement && each.textContent === 'Stop');
        if (isStop) measured.clickedAt = performance.now();
      },
      true,
    );
    new MutationObserver(() => {
      const isSaid = document.body?.textContent?.includes('You stopped the run.') === true;
      if (isSaid && measured.stoppedAt === 0) measured.stoppedAt = performance.now();
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await open(page, linkTo(SPIN));
  await button(page, 'Run it here').click();
  await expect.poll(() => stepCount(page)).toBeGreaterThan(1_000);
  await button(page, 'Stop').click();
  await expect(page.getByText('You stopped the run.').first()).toBeVisible();
  const { clickedAt, stoppedAt } = await page.evaluate(() => Reflect.get(globalThis, 'measured'));
  expect(stoppedAt - clickedAt).toBeLessThan(STOP_MS_MAX);

  await goToStep(page, 777);
  await expect(narration(page)).toContainText(/line [234] of <module>/);
  await write(page, "print('all is well')");
  await button(page, 'Run again').click();
  await expect(await output(page)).toHaveText('all is well\n');
});

test('what a slow program has done so far is seen while it runs, and stays when it is stopped', async ({ page }) => {
  await open(page, linkTo("print('start')\nn = 100_000\nwhile True:\n    3 ** n\n"));
  await button(page, 'Run it here').click();
  await expect(await output(page)).toHaveText('start\n');
  await button(page, 'Stop').click();
  await expect(page.getByText('You stopped the run.').first()).toBeVisible();
  expect(await stepCount(page)).toBeGreaterThan(3);
  await expect(await output(page)).toHaveText('start\n');
});

const RUNAWAYS = [
  { what: 'spins without end', program: 'while True: pass\n', says: /Stopped at a limit\. .*main\.py line 1/ },
  {
    what: 'prints without end',
    program: "while True: print('x')\n",
    says: /Stopped at a limit\. .* 1,000,000 recorded events/,
  },
  { what: 'makes tasks without end', program: TASKS_WITHOUT_END, says: /Stopped at a limit\. .*\d/ },
  {
    what: 'grows a list without end',
    program: 'a = [1]\nwhile True: a = a + a\n',
    says: /Stopped at a limit|MemoryError/,
  },
  {
    what: 'calls itself without end',
    program: 'def f(): f()\nf()\n',
    says: /RecursionError: maximum recursion depth exceeded/,
  },
];

for (const { what, program, says } of RUNAWAYS) {
  test(`a program that ${what} comes to an end that says why`, async ({ page }) => {
    await openAndRun(page, linkTo(program));
    await expect(page.getByText(says).first()).toBeVisible();
    const count = await stepCount(page);
    expect(count).toBeGreaterThan(20);
    await goToStep(page, Math.min(1_234, count));
    await expect(narration(page)).not.toBeEmpty();
  });
}
