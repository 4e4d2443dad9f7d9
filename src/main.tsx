/** The page around the components: the only file that touches the document and the address. */
import { engineWorker, type WorkerLike, workerClient } from './bridge/client.ts';
import { inFrames } from './bridge/in-frames.ts';
import { assert } from './lib/assert.ts';
import { type Page, UPDATE_WANTED } from './ui/page.ts';
import { themeOf } from './ui/theme-of.ts';

const STORED = 'loopscope.';
/** One processor is left for the page; each worker costs memory. */
const LAB_WORKERS = Math.max(1, Math.min(navigator.hardwareConcurrency - 1, 6));
/** A program from a link waits for its reader; what else can stand in the address runs by itself. */
const runsByItself = !/^#(\d|presenter$)/.test(location.hash);

// First of all, so that the engine is loaded beside the page and not after it.
const firstWorker = runsByItself ? waitingWorker() : engineWorker;
const mounting = import('./ui/mount.tsx');
// Wanted in any case soon after the page is there.
ahead(import('./ui/drafts.ts'));
if (location.hash.length > 1) ahead(import('./scenario/link.ts'));
if (location.hash.startsWith('#g/')) ahead(import('./scenario/gallery/folders.ts'));

const page: Page = {
  base: location.origin + location.pathname,
  hash: () => location.hash,
  onHashChange: (listener) => listening(window, 'hashchange', listener),
  dropFragment: () => {
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname + location.search);
  },
  onKeyDown: (listener) => listening(window, 'keydown', (event) => event instanceof KeyboardEvent && listener(event)),
  onDrag: (listener) => {
    const stops = ['dragenter', 'dragover', 'dragleave', 'drop'].map((type) =>
      listening(window, type, (event) => event instanceof DragEvent && listener(event), true),
    );
    return () => {
      for (const stop of stops) stop();
    };
  },
  onHide: (listener) => listening(window, 'pagehide', listener),
  keepOffline: (onNewer) => ahead(kept(onNewer)),
  askForUpdate: () => void window.dispatchEvent(new Event(UPDATE_WANTED)),
  copy: async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // The page says so, and the reader can select the text.
      return false;
    }
  },
  download: (name, content) => {
    const link = document.createElement('a');
    const blob = typeof content === 'string' ? new Blob([content], { type: 'application/json' }) : content;
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  },
  remember: (key) => {
    try {
      return localStorage.getItem(STORED + key) ?? undefined;
    } catch {
      // Storage is switched off, as in a sandboxed frame.
      return undefined;
    }
  },
  keep: (key, value) => {
    try {
      if (value === undefined) localStorage.removeItem(STORED + key);
      else localStorage.setItem(STORED + key, value);
    } catch {
      // Switched off or full: nothing is kept, everything else works.
    }
  },
  setTheme: themeOf(document.documentElement, matchMedia('(prefers-contrast: more)')),
  media: (query) => matchMedia(query),
};

Promise.all([mounting, parsed()])
  .then(([{ mount }]) =>
    mount({
      ...{ host: root(), page, client: inFrames(workerClient(firstWorker)) },
      ...{ explorer: workerClient(engineWorker), inspector: workerClient(engineWorker) },
      newClient: () => inFrames(workerClient(engineWorker)),
      labWorkers: LAB_WORKERS,
    }),
  )
  .catch((error: unknown) => {
    console.error(error);
    root().textContent = 'Loopscope could not be loaded. Check the connection and reload the page.';
  });

/** The script waits for nothing, not even for the rest of the HTML. */
async function parsed(): Promise<void> {
  if (document.readyState !== 'loading') return;
  await new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));
}

function root(): HTMLElement {
  const element = document.getElementById('root');
  assert(element !== null, 'index.html has an element with the id root');
  return element;
}

/** Starts a worker now and hands it out once; whoever asks again, or finds that it could not start, gets another. */
function waitingWorker(): () => WorkerLike {
  let early: WorkerLike | null = engineWorker();
  early.onerror = () => {
    early = null;
  };
  return () => {
    const worker = early ?? engineWorker();
    early = null;
    return worker;
  };
}

/** After everything that the first picture needs. */
async function kept(onNewer: (use: () => void) => void): Promise<void> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  if (document.readyState !== 'complete') await new Promise((done) => window.addEventListener('load', done));
  const { keepOffline } = await import('./offline/keep.ts');
  const look = await keepOffline({
    ...{ container: navigator.serviceWorker, address: new URL('./sw.js', location.href).href, onNewer },
    reload: () => location.reload(),
  });
  window.addEventListener(UPDATE_WANTED, look);
}

/** Loaded now because it will be wanted soon. Whoever wants it asks again, and tells of a failure. */
function ahead(loading: Promise<unknown>): void {
  loading.catch(() => {});
}

function listening(target: EventTarget, type: string, listener: (event: Event) => void, isFirst = false): () => void {
  target.addEventListener(type, listener, isFirst);
  return () => target.removeEventListener(type, listener, isFirst);
}
