/** Stories 9 and 10: why a program is stuck, and a lesson without a mouse or without sight. */
import { tabTo } from './focus.ts';
import { expect, test } from './journey.ts';
import { linkTo } from './programs.ts';
import { atStep, button, dialog, ended, narration, openAndRun, slider, words } from './stage.ts';

const FORGOTTEN = `import asyncio

async def worker(queue):
    while True:
        print('got', await queue.get())

async def main():
    queue = asyncio.Queue()
    worker_task = asyncio.create_task(worker(queue))
    queue.put_nowait(1)
    await queue.join()

asyncio.run(main())
`;

test('story 9: why is it stuck? The end names the cause, and one press leads to the chain', async ({ page }) => {
  await openAndRun(page, linkTo(FORGOTTEN));
  await expect(
    page.getByText(/waits for task_done\(\) for 1 item of queue \(Queue\), which nobody calls/),
  ).toBeVisible();
  await button(page, 'Show why').click();
  const why = words(page).getByRole('tabpanel', { name: 'Why waiting?' });
  await expect(why).toContainText('main waits until every item of the queue is marked as done');
  await expect(why).toContainText('Nobody can wake it.');
});

test('story 10, A2: without a mouse or without sight, the lesson of gather is opened, run, stepped, asked and shared', async ({
  context,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./');
  await ended(page);
  const opener = page.getByRole('button', { name: 'Open the gallery' });
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  const gallery = dialog(page, 'Gallery');
  await expect(gallery).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();

  await page.goto('./#g/gather-keeps-order');
  await ended(page);
  await tabTo(page, slider(page));
  await page.keyboard.press('Home');
  for (let step = 1; step <= 5; step++) {
    await page.keyboard.press('ArrowRight');
    await atStep(page, step);
    await expect(slider(page)).toHaveAttribute('aria-valuetext', new RegExp(`^step ${step} of \\d+, `));
  }
  await page.keyboard.press('n');
  await expect(narration(page)).toContainText('awaits');
  await page.keyboard.press('2');
  await expect(button(page, 'Learn')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('n');
  const learn = page.getByRole('region', { name: 'Learn' });
  await expect(page.getByRole('status')).toHaveText(/^Question 1 of 2\. .* A: /);
  await tabTo(page, learn.getByRole('radio').first());
  await page.keyboard.press('d');
  await expect(learn.getByRole('radio').last()).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(learn.getByRole('listitem').filter({ hasText: 'this happens' })).toBeVisible();
  await expect(learn.getByRole('region', { name: 'Why' })).toBeVisible();
  await page.keyboard.press('Control+1');
  await tabTo(page, slider(page));

  await page.keyboard.press('Control+Shift+S');
  const share = dialog(page, 'Share');
  await tabTo(page, share.getByRole('button', { name: 'Copy', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText(/^Copied, \d+ characters$/);
  await page.keyboard.press('Escape');
  await expect(slider(page)).toBeFocused();
});
