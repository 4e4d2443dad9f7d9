import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { CANCELLING, linkTo } from './programs.ts';
import { button, dialog, ended, open, openAndRun, openTab, output, sharedLink, write } from './stage.ts';

/** What strangers put into every text there is. */
const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '</script><script>alert(1)</script>',
  '<iframe srcdoc="<script>parent.alert(1)</script>">',
  '"><a href="javascript:alert(1)">x</a>',
  '\u202Etxt.exe',
].join('');

const HOSTILE_PROGRAM = `import asyncio

TEXT = ${JSON.stringify(HOSTILE)}

class Loud(Exception):
    def __repr__(self):
        return TEXT

async def named():
    print(TEXT)
    await asyncio.sleep(1)
    return TEXT

async def main():
    named.__qualname__ = TEXT
    queue = asyncio.Queue()
    queue.put_nowait(TEXT)
    task = asyncio.create_task(named(), name=TEXT)
    future = asyncio.get_running_loop().create_future()
    future.set_exception(Loud(TEXT))
    await asyncio.wait([task, future])
    raise ValueError(TEXT)

asyncio.run(main())
`;

/** Elements that text could have become, shadow roots included. */
function madeElements(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const roots: ParentNode[] = [document];
    for (const root of roots)
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
    const all = roots.flatMap((root) => [...root.querySelectorAll('*')]);
    return all
      .filter((element) => {
        const isOurs =
          element instanceof HTMLScriptElement && element.type === 'module' && element.src.startsWith(location.origin);
        const isForeign =
          element.matches('script, img, iframe, object, embed, base, [srcdoc], [href^="javascript:" i]') && !isOurs;
        return isForeign || element.getAttributeNames().some((name) => name.startsWith('on'));
      })
      .map((element) => element.outerHTML.slice(0, 200));
  });
}

/** Method and address of everything that the page and its worker ask for. */
function requestsOf(page: Page): string[] {
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(`${request.method()} ${request.url().replace(/#.*$/, '')}`));
  return asked;
}

test('text of strangers stays text: title, output, exception, names of tasks, results', async ({ page }) => {
  await open(page, linkTo(HOSTILE_PROGRAM, { title: HOSTILE, author: HOSTILE, at: 'main#1:suspend' }));
  expect(await madeElements(page)).toEqual([]);
  await button(page, 'Run it here').click();
  await ended(page);
  for (const tab of ['Output', 'Steps', 'Tasks', 'Why waiting?']) {
    await openTab(page, tab);
    expect(await madeElements(page)).toEqual([]);
  }
  await button(page, 'Last step').click();
  await expect(await output(page)).toContainText('<img src=x onerror=alert(1)>');
  await expect(page.getByRole('main')).toContainText('ValueError: <img src=x');
  expect(await madeElements(page)).toEqual([]);
  await sharedLink(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Open the gallery' }).click();
  await expect(dialog(page, 'Gallery')).toBeVisible();
  expect(await madeElements(page)).toEqual([]);
});

test('opening a link runs nothing and asks for nothing but the files of the page', async ({ page, baseURL }) => {
  const asked = requestsOf(page);
  await open(page, linkTo(CANCELLING, { title: 'A stranger wrote this' }));
  await page.waitForLoadState('networkidle');
  const folder = baseURL ?? '';
  expect(asked.filter((each) => !each.startsWith(`GET ${folder}`))).toEqual([]);
  expect(asked.filter((each) => /\/(lib|workers)\//.test(each))).toEqual([]);
  expect(page.workers()).toEqual([]);
});

test('a program that runs reaches no network, no storage and no page', async ({ page, baseURL }) => {
  const asked = requestsOf(page);
  await openAndRun(page, linkTo(CANCELLING));
  expect(asked.filter((each) => !each.startsWith(`GET ${baseURL}`))).toEqual([]);
  const [worker] = page.workers();
  const left = await worker?.evaluate(() => {
    const names = ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'importScripts', 'indexedDB'];
    const more = ['caches', 'BroadcastChannel', 'Worker', 'SharedWorker', 'RTCPeerConnection'];
    const onScope = [...names, ...more].filter((name) => Reflect.get(globalThis, name) !== undefined);
    const onNavigator = ['sendBeacon', 'storage', 'serviceWorker'].filter((name) => Reflect.get(navigator, name));
    return [...onScope, ...onNavigator];
  });
  expect(left).toEqual([]);

  asked.length = 0;
  await open(page, './#g/no-such-thing');
  const { port } = new URL(baseURL ?? '');
  const program = `def tried(what, attempt):
    try:
        attempt()
        print(what, 'WORKED')
    except (ImportError, NotImplementedError, OSError, NameError, AttributeError) as problem:
        print(what, 'refused')

import socket, subprocess, urllib.request

for name in ['js', 'pyodide', '_ctypes']:
    tried(name, lambda: __import__(name))
tried('socket', lambda: socket.create_connection(('127.0.0.1', ${port})))
tried('urlopen', lambda: urllib.request.urlopen('http://127.0.0.1:${port}/'))
tried('curl', lambda: subprocess.run(['curl', 'http://127.0.0.1:${port}/']))
tried('open', lambda: open('/etc/passwd'))
tried('fetch', lambda: fetch('https://example.com'))
tried('this', lambda: (lambda: 0).constructor('return this')())
tried('proto', lambda: ({}).__proto__)
# The network that there is belongs to the run.
print(urllib.request.urlopen('https://example.com/').status)
`;
  await write(page, program);
  await button(page, 'Run').click();
  await ended(page);
  await expect(await output(page)).toHaveText(/^(\S+ refused\n){10}200\n$/);
  // CPython's library and late parts of the engine, from beside the page; Chromium asks for the icon again when it likes.
  const own = /^GET (lib\/(code-\w+\/)?[\w.-]+|workers\/chunks\/[\w-]+\.js|icon\.svg)$/;
  const foreign = asked.filter((each) => !own.test(each.replace(baseURL ?? '', '')));
  expect(foreign).toEqual([]);
});
