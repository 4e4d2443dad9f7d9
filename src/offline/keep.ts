/** The page's side of the service worker. Without one, as in a private window, everything else works. */

export interface KeepNeeds {
  readonly container: ServiceWorkerContainer;
  /** Of `sw.js`. */
  readonly address: string;
  /** There is a newer page; `use` puts it in the place of this one. */
  readonly onNewer: (use: () => void) => void;
  readonly reload: () => void;
}

/** Gives what looks for a newer page now. */
export async function keepOffline({ address, container, onNewer, reload }: KeepNeeds): Promise<() => void> {
  const hadOne = container.controller !== null;
  let isFirst = !hadOne;
  let isTaken = false;
  container.addEventListener('controllerchange', () => {
    // The first one there is takes over a page that is the same.
    if (!isFirst && !isTaken) {
      isTaken = true;
      reload();
    }
    isFirst = false;
  });
  const registration = await container.register(address, { updateViaCache: 'none' });
  const offer = (waiting: ServiceWorker) => onNewer(() => waiting.postMessage('take over'));
  // It was there before this page was opened: nobody has done anything here yet.
  registration.waiting?.postMessage('take over when alone');
  if (registration.waiting !== null && hadOne) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const fresh = registration.installing;
    fresh?.addEventListener('statechange', () => {
      if (fresh.state === 'installed' && container.controller !== null) offer(fresh);
    });
  });
  return () => void registration.update().catch(() => {});
}
