/** The security checklist of the sharing plan, each test by its number. S1 to S4 need no browser: scenario/fuzz.test.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
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
        // The editor's own, without an address.
        const isBuffer = element.matches('img.cm-widgetBuffer:not([src])');
        return (isForeign && !isBuffer) || element.getAttributeNames().some((name) => name.startsWith('on'));
      })
      .map((element) => element.outerHTML.slice(0, 200));
  });
}

/** As on a host that sends no headers of ours: GitHub Pages is one. The page has its policy in a meta tag; a worker has none. */
async function withoutHeaders(context: BrowserContext): Promise<void> {
  await context.route('**/*', async (route) => {
    const response = await route.fetch();
    const { 'content-security-policy': _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
}

/** Method and address of everything that the page and its worker ask for. */
function requestsOf(page: Page): string[] {
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(`${request.method()} ${request.url().replace(/#.*$/, '')}`));
  return asked;
}

test('S5: text of strangers stays text: title, output, exception, tasks, results, conditions, questions', async ({
  page,
}) => {
  const short = HOSTILE.slice(0, 200);
  const fields = {
    b: [['main.py', 10, short]],
    q: [{ at: 'main#1:suspend', k: 'free', p: HOSTILE }],
    lic: short.slice(0, 60),
  };
  await open(page, linkTo(HOSTILE_PROGRAM, { title: HOSTILE, author: HOSTILE, at: 'main#1:suspend', fields }));
  expect(await madeElements(page)).toEqual([]);
  await button(page, 'Run it here').click();
  await ended(page);
  for (const tab of ['Output', 'Steps', 'Tasks', 'Inspect', 'Breakpoints', 'Why waiting?', 'Hazards']) {
    await openTab(page, tab);
    expect(await madeElements(page)).toEqual([]);
  }
  await button(page, 'Learn').click();
  expect(await madeElements(page)).toEqual([]);
  await button(page, 'Explore').click();
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

test('S7: opening a link runs nothing and asks for nothing but the files of the page', async ({ page, baseURL }) => {
  const asked = requestsOf(page);
  await open(page, linkTo(CANCELLING, { title: 'A stranger wrote this' }));
  await page.waitForLoadState('networkidle');
  const folder = baseURL ?? '';
  expect(asked.filter((each) => !each.startsWith(`GET ${folder}`))).toEqual([]);
  expect(asked.filter((each) => /\/(lib|workers)\//.test(each))).toEqual([]);
  expect(page.workers()).toEqual([]);
});

const HOSTS = [
  { host: 'a host that sends headers', prepare: async () => {}, hasPolicy: true },
  { host: 'a host that sends none', prepare: withoutHeaders, hasPolicy: false },
];

for (const { hasPolicy, host, prepare } of HOSTS) {
  test(`S6: on ${host} a program that runs reaches no network, no storage and no page`, async ({
    baseURL,
    context,
    page,
  }) => {
    await prepare(context);
    const engine = page.waitForResponse(/\/workers\/host-/);
    const asked = requestsOf(page);
    await openAndRun(page, linkTo(CANCELLING));
    expect(asked.filter((each) => !each.startsWith(`GET ${baseURL}`))).toEqual([]);
    expect('content-security-policy' in (await engine).headers()).toBe(hasPolicy);
    const [worker] = page.workers();
    const left = await worker?.evaluate(() => {
      const names = [
        'fetch',
        'XMLHttpRequest',
        'WebSocket',
        'WebTransport',
        'EventSource',
        'importScripts',
        'indexedDB',
      ];
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
}

/** What the plan asks for, in its words; `worker-src` may be stricter. */
const POLICY = [
  ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'"],
  ...["connect-src 'self'", "base-uri 'none'", "form-action 'none'", "object-src 'none'"],
];

test('S8: one strict policy stands in the header and in the page, and a script in the page is refused', async ({
  complaints,
  page,
}) => {
  const response = await page.goto('./');
  const meta = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  for (const policy of [response?.headers()['content-security-policy'] ?? '', meta ?? '']) {
    const directives = policy.split('; ');
    for (const directive of POLICY) expect(directives).toContain(directive);
    expect(directives.filter((one) => one.startsWith('worker-src'))).toEqual([
      expect.stringMatching(/^worker-src 'self'( blob:)?$/),
    ]);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  }
  expect(response?.headers()['referrer-policy']).toBe('no-referrer');
  await ended(page);
  expect(complaints).toEqual([]);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
  });
  expect(await page.evaluate(() => Reflect.get(window, 'injected'))).toBeUndefined();
  await expect.poll(() => complaints.filter((each) => each.startsWith('CSP: script-src')).length).toBeGreaterThan(0);
  complaints.length = 0;
});

/** Hosts that stand in our files: nothing is asked of them. */
const NAMED_HOSTS = [
  // Names of XML, texts of errors, addresses to be clicked.
  ...['www.w3.org', 'react.dev', 'github.com', 'docs.github.com', 'localhost'],
  ...[
    'docs.python.org',
    'www.python.org',
    'channels.readthedocs.io',
    'asgi.readthedocs.io',
    'docs.celeryq.dev',
    'www.rabbitmq.com',
  ],
  // Of the simulated internet.
  ...['httpbin.org', 'via.placeholder.com', 'www.iana.org'],
];

test('S11: no cookies, no host but our own, and none named in our files that is not known', async ({
  baseURL,
  context,
  page,
}) => {
  const asked = requestsOf(page);
  await page.goto('./');
  await ended(page);
  await page.waitForLoadState('networkidle');
  expect(await context.cookies()).toEqual([]);
  expect(asked.filter((each) => !each.startsWith(`GET ${baseURL}`))).toEqual([]);
  const dist = new URL('../dist/', import.meta.url);
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(html|css|js)$/.test(name) && !name.startsWith('lib'),
  );
  const named = files.flatMap((name) =>
    [...readFileSync(new URL(name, dist), 'utf8').matchAll(/https?:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)*)/gi)].map(
      ([, host]) => host ?? '',
    ),
  );
  // The build is told where it will stand.
  const known = [...NAMED_HOSTS, new URL(page.url()).hostname];
  expect([...new Set(named)].filter((host) => !known.includes(host))).toEqual([]);
});

test('S13: nothing is imported from an address: parameters have no effect', async ({ baseURL, page }) => {
  const asked = requestsOf(page);
  const elsewhere = encodeURIComponent('https://example.org/scenario.loop.json');
  await page.goto(
    `./?${['url', 'src', 'configUrl', 'import', 'gist'].map((name) => `${name}=${elsewhere}`).join('&')}`,
  );
  await ended(page);
  await expect(page).toHaveTitle(/^A task that refuses to die/);
  expect(asked.filter((each) => !each.startsWith(`GET ${baseURL}`))).toEqual([]);
});
