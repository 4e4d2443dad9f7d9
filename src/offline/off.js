/** In the place of the worker: forgets what was kept, and itself. For the day on which keeping it was a mistake. */
const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(forget()));

async function forget() {
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  await scope.registration.unregister();
  for (const client of await scope.clients.matchAll({ type: 'window' }))
    if ('navigate' in client) await client.navigate(client.url);
}
