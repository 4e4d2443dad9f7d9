/**
 * The page in a frame: like `../main.tsx`, the only file here that touches the document and the address. It may stand in
 * `<iframe sandbox="allow-scripts">`, where there is no storage, no clipboard, and no worker but one from a blob. So it keeps
 * nothing at all, wherever it stands.
 */
import { engineWorker, workerClient } from '../bridge/client.ts';
import { inFrames } from '../bridge/in-frames.ts';
import { assert } from '../lib/assert.ts';
import { GALLERY } from '../ui/gallery.ts';
import type { Page } from '../ui/page.ts';
import { themeOf } from '../ui/theme-of.ts';
import { readContent } from './content.ts';
import { mount } from './mount.tsx';
import { readPresentation } from './presentation.ts';
import { createWire } from './wire.ts';

const around = window.parent === window ? null : window.parent;

const page: Page = {
  // Where the whole page is.
  base: new URL('./', location.href).href,
  hash: () => location.hash,
  onHashChange: (listener) => listening(window, 'hashchange', listener),
  dropFragment: () => {},
  onKeyDown: (listener) => listening(window, 'keydown', (event) => event instanceof KeyboardEvent && listener(event)),
  onDrag: () => () => {},
  onHide: () => () => {},
  askForUpdate: () => {},
  keepOffline: () => {},
  copy: async () => false,
  download: () => {},
  remember: () => undefined,
  keep: () => {},
  setTheme: themeOf(document.documentElement, matchMedia('(prefers-contrast: more)')),
  media: (query) => matchMedia(query),
};

const wire = createWire({
  around,
  listen: (listener) => listening(window, 'message', (event) => event instanceof MessageEvent && listener(event)),
  nowMs: () => performance.now(),
});

readContent(location.hash, GALLERY)
  .then((content) =>
    mount({
      ...{ content, page, wire, host: root(), presentation: readPresentation(location.search) },
      newClient: () => inFrames(workerClient(engineWorker)),
      // Without `noopener`, so that a frame that may open nothing is found out. What is opened is our own page.
      openPage: (address) => window.open(address, '_blank') !== null,
    }),
  )
  .catch((error: unknown) => {
    console.error(error);
    root().textContent = 'Loopscope could not be loaded. Check the connection and reload the page.';
  });

// Another fragment is another program.
page.onHashChange(() => location.reload());

function root(): HTMLElement {
  const element = document.getElementById('root');
  assert(element !== null, 'embed.html has an element with the id root');
  return element;
}

function listening(target: EventTarget, type: string, listener: (event: Event) => void): () => void {
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
}
