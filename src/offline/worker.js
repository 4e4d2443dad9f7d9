/** Keeps the page for when there is no network. What stands in capitals is written by the build. */
const VERSION = '%VERSION%';
/** @type {readonly string[]} */
const FILES = JSON.parse('%FILES%');
const NAME = 'loopscope ';
const CACHE = NAME + VERSION;
/** So many versions are kept, this one among them: tabs with an older page still ask for its late parts. */
const KEPT = 3;
const AT_ONCE = 8;
/** Files whose names change with what is in them. */
const HASHED = /^(assets|workers)\//;
/** What has pages of its own, which are not ours to keep. */
const OTHERS = /^(embed(\.html)?$|s\/|about\/|sw\.js$)/;

const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

scope.addEventListener('install', (event) => event.waitUntil(fill()));
scope.addEventListener('activate', (event) => event.waitUntil(forgetOld()));
scope.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(scope.skipWaiting());
  if (event.data === 'take over when alone') event.waitUntil(takeOverWhenAlone());
});
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  if (request.method !== 'GET' || path === null || OTHERS.test(path)) return;
  event.respondWith(request.mode === 'navigate' ? found('index.html', request) : found(path, request));
});

/** Below the folder of the page; null: it is not ours. @param {string} address */
function pathOf(address) {
  const { href } = new URL(scope.registration.scope);
  return address.startsWith(href) ? address.slice(href.length).replace(/[?#].*$/, '') : null;
}

async function fill() {
  const cache = await caches.open(CACHE);
  const waiting = [...FILES];
  const work = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      // The same name is the same file, for those with a hash in it.
      const known = HASHED.test(file) ? await caches.match(file) : undefined;
      const response = known ?? (await fetch(new Request(file, { cache: HASHED.test(file) ? 'default' : 'no-cache' })));
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      await cache.put(file, response);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function forgetOld() {
  const names = (await caches.keys()).filter((name) => name.startsWith(NAME) && name !== CACHE);
  await Promise.all(names.slice(0, Math.max(0, names.length - KEPT + 1)).map((name) => caches.delete(name)));
  await scope.clients.claim();
}

async function takeOverWhenAlone() {
  const tabs = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (tabs.length <= 1) await scope.skipWaiting();
}

/**
 * @param {string} file
 * @param {Request} request
 */
async function found(file, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(file)) ?? (await caches.match(file)) ?? fetch(request);
}
