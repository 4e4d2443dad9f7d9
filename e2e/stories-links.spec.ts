/** Stories 1 to 4 of the sharing plan: a link copied, damaged, old, hostile. Every cut and every bit is in scenario/fuzz.test.ts. */
import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { CANCELLING, FETCHES, linkTo, QUEUE_OF_38_LINES, TWO_LINES } from './programs.ts';
import {
  atStep,
  button,
  dialog,
  editor,
  ended,
  goToStep,
  narration,
  open,
  openAndRun,
  openTab,
  output,
  picture,
  sentence,
  sharedLink,
  slider,
  write,
} from './stage.ts';

const badge = (page: Page) => page.getByRole('button', { name: /^Run [0-9a-f]{4}/ });

test('1. Copy a link into chat: a stranger sees the same code, seed, step, panes and run, and shares the same link', async ({
  context,
  page,
  stranger,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const asked: string[] = [];
  for (const one of [page, stranger]) {
    one.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  }
  expect(QUEUE_OF_38_LINES.trimEnd().split('\n')).toHaveLength(38);
  await openAndRun(page, linkTo(QUEUE_OF_38_LINES, { title: 'A line before the till', fields: { s: { seed: 7 } } }));
  await openTab(page, 'Tasks');
  await goToStep(page, 73);
  const here = { sentence: await sentence(page), picture: await picture(page), run: await badge(page).innerText() };
  const link = await sharedLink(page);
  expect(link).toMatch(/\/loopscope\/#1[\w-]+z$/);
  expect(link.length).toBeLessThanOrEqual(800);
  const share = dialog(page, 'Share');
  await expect(share.getByRole('checkbox', { name: 'Open at this step (73)' })).toBeChecked();
  await expect(share).toContainText('nothing runs by itself. After Run: step 73, with Tasks open.');
  await share.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(share).toContainText(`Copied, ${link.length} characters`);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

  // As chat programs hand it on.
  for (const mangled of [link, `${link})`, `${link}.%0A`]) {
    await stranger.goto('about:blank');
    await open(stranger, mangled);
    await expect(stranger).toHaveTitle('A line before the till – Loopscope');
    await expect(editor(stranger)).toContainText('await queue.put(customer)');
    await expect(button(stranger, 'Run it here')).toBeVisible();
    await expect(slider(stranger)).toHaveAttribute('aria-valuemax', '0');
    expect(stranger.workers()).toEqual([]);
  }
  await button(stranger, 'Run it here').click();
  await ended(stranger);
  await atStep(stranger, 73);
  await expect(narration(stranger)).toHaveText(here.sentence);
  await expect(stranger.getByRole('tab', { name: 'Tasks' })).toHaveAttribute('aria-selected', 'true');
  expect(await picture(stranger)).toBe(here.picture);
  await expect(badge(stranger)).toHaveAccessibleName(`Run ${here.run}, the same as its author saw`);
  expect(await sharedLink(stranger)).toBe(link);
  const payload = link.slice(link.indexOf('#') + 1, -9);
  expect(asked.filter((each) => each.includes(payload))).toEqual([]);

  // One character more is another run, and says so; the author's address is gone.
  await stranger.keyboard.press('Escape');
  await write(stranger, `${QUEUE_OF_38_LINES}#`);
  await expect(stranger).toHaveURL(/\/loopscope\/$/);
  await expect(stranger).toHaveTitle(/^edited copy of A line before the till/);
  await button(stranger, 'Run again').click();
  await ended(stranger);
  await expect(badge(stranger)).toHaveAccessibleName(/^Run [0-9a-f]{4}, edited$/);
  await expect(badge(stranger)).not.toContainText(here.run);
  await badge(stranger).click();
  await expect(dialog(stranger, 'Run')).toContainText(`this is not the author's run ${here.run}`);
});

test('2. A damaged link: the page says what happened and offers the gallery, and no other program opens', async ({
  page,
}) => {
  await open(page, linkTo(CANCELLING));
  await expect(editor(page)).toContainText('stubborn');
  for (const whole of [FETCHES, CANCELLING, TWO_LINES].map((program) => linkTo(program).slice(2))) {
    for (const part of [0.02, 0.3, 0.6, 0.97]) {
      const at = Math.floor(whole.length * part) + 1;
      const cut = whole.slice(0, at).replace(/[z_]+$/, 'A');
      const letter = whole.charAt(at) === 'A' ? 'B' : 'A';
      const changed = `${whole.slice(0, at)}${letter}${whole.slice(at + 1)}`;
      await refused(page, cut, 'it was cut off on its way here');
      await refused(page, at < 2 ? '#1AAAAz' : changed, 'This link was damaged on its way here');
    }
  }
  const way = page.getByRole('alert').getByRole('button', { name: 'Open the gallery' });
  await way.focus();
  await expect(way).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page, 'Gallery')).toBeVisible();
});

async function refused(page: Page, hash: string, says: string): Promise<void> {
  await page.evaluate((fragment) => {
    location.hash = fragment;
  }, hash);
  await expect(page.getByRole('alert')).toContainText(says);
  await expect(editor(page)).not.toContainText('import asyncio');
  await expect(slider(page)).toHaveAttribute('aria-valuemax', '0');
}

test('3. A five-year-old link opens; one from a newer Loopscope says so, asks for an update once, and keeps the draft', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.addEventListener('loopscope:update-wanted', () => {
      document.documentElement.dataset['updates'] = `${document.documentElement.dataset['updates'] ?? ''}|`;
    });
  });
  await open(page, linkTo(FETCHES));
  await write(page, "print('my own work')");
  await button(page, 'Run').click();
  await ended(page);

  const old = readFileSync(
    new URL('../src/scenario/links/v1/two-workers-one-lock.txt', import.meta.url),
    'utf8',
  ).trim();
  await page.goto(`./${old}`);
  await expect(page).toHaveTitle('Two workers, one lock – Loopscope');
  await button(page, 'Run it here').click();
  await ended(page);

  await page.goto(`./${old.replace('#1', '#9')}`);
  await expect(page.getByRole('alert')).toContainText('made with a newer Loopscope');
  await expect(page.locator('html')).toHaveAttribute('data-updates', '|');
  await page.reload();
  await button(page, 'Open the draft').click();
  await expect(editor(page)).toContainText('my own work');
});

const packed = (json: string | Uint8Array) => `#1${deflateSync(json).toString('base64url')}z`;
const POISON = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}';
const XSS = [
  '<img src=x onerror="polluted=1">',
  '"><svg/onload=polluted=1>',
  'javascript:polluted=1',
  '</script><script>polluted=1</script>',
];
const HOSTILE: readonly string[] = [
  ...XSS.map((text) =>
    packed(JSON.stringify({ t: text, a: text, f: [['main.py', `print(${JSON.stringify(text)})`]] })),
  ),
  packed(`{${POISON},"f":[["main.py",""]],"w":{${POISON}},"s":{${POISON}}}`),
  packed(JSON.stringify({ f: [['<img src=x onerror=alert(1)>.py', '']] })),
  packed(JSON.stringify({ f: [['../../main.py', '']] })),
  packed(new Uint8Array(6_100_000)),
  packed(new Uint8Array(24_000_000)),
  packed('['.repeat(60_000)),
];

test('4. A hostile link: nothing runs until Run is pressed, nothing leaves the page, and an endless loop ends at its line', async ({
  page,
}) => {
  await open(page, linkTo(FETCHES));
  const known = await globals(page);
  for (const hash of HOSTILE) {
    await page.goto(`./${hash}`);
    await expect(page.getByRole('alert').or(button(page, 'Run it here')).first()).toBeVisible();
    expect(page.workers()).toEqual([]);
    expect(await page.evaluate(() => Reflect.get({}, 'polluted'))).toBeUndefined();
  }
  expect(await globals(page)).toEqual(known);

  const asked: string[] = [];
  await page.goto(`./${packed(JSON.stringify({ f: [['main.py', ENDLESS]] }))}`);
  page.context().on('request', (request) => asked.push(request.url()));
  await button(page, 'Run it here').click();
  await ended(page);
  await expect(page.locator('.banners')).toContainText(/main\.py line [89]: it executed more instructions/);
  await expect(await output(page)).toHaveText(/^OSError\nOSError\n/);
  const folder = new URL('./', page.url()).href;
  expect(asked.filter((address) => !address.startsWith(folder))).toEqual([]);
});

const ENDLESS = `import socket
for attempt in (lambda: open('/etc/passwd'), lambda: socket.create_connection(('127.0.0.1', 1))):
    try:
        attempt()
    except OSError as problem:
        print('OSError')
turns = 0
while True:
    turns += 1
`;

/** Names that a page can add to; those of the browser's own frames come and go. */
function globals(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    Object.getOwnPropertyNames(window)
      .filter((name) => !/^\d+$/.test(name))
      .sort(),
  );
}
