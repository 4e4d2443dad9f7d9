/** The page around the components: the only file that touches the document and the address. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type EngineClient, engineWorker, workerClient } from './bridge/client.ts';
import type { Reply } from './bridge/protocol.ts';
import { assert } from './lib/assert.ts';
import { GALLERY } from './scenario/gallery/gallery.ts';
import { createStore } from './store/store.ts';
import { App } from './ui/App.tsx';
import { createChrome } from './ui/chrome.ts';
import { createLanesView } from './ui/lanes-view.ts';
import { type Page, PageContext } from './ui/page.ts';
import { type Services, ServicesContext } from './ui/services.ts';
import { createSession } from './ui/session.ts';
import { createSettings } from './ui/settings.ts';
import { createVoice } from './ui/voice.ts';

const STORED = 'loopscope.';
const FRAME_MS = 16;

const page: Page = {
  base: `${location.origin}${location.pathname}${location.search}`,
  hash: () => location.hash,
  onHashChange: (listener) => listening(window, 'hashchange', listener),
  dropFragment: () => {
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname + location.search);
  },
  onKeyDown: (listener) => listening(window, 'keydown', (event) => event instanceof KeyboardEvent && listener(event)),
  copy: async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // The page says so, and the reader can select the text.
      return false;
    }
  },
  download: (name, text) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
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
  setTheme: (theme) => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  },
  media: (query) => matchMedia(query),
};

const store = createStore(inFrames(workerClient(engineWorker)));
const session = createSession({ page, gallery: GALLERY, store });
const services: Services = {
  store,
  session,
  settings: createSettings(page),
  lanesView: createLanesView(),
  chrome: createChrome(),
  voice: createVoice(),
  gallery: GALLERY,
};

const open = () => {
  session.openAddress().catch((error: unknown) => {
    console.error(error);
    session.setState({ linkProblem: 'This link could not be opened. Paste it again, or open the gallery.' });
  });
};

const host = document.getElementById('root');
assert(host !== null, 'index.html has an element with the id root');
createRoot(host).render(
  <StrictMode>
    <PageContext value={page}>
      <ServicesContext value={services}>
        <App />
      </ServicesContext>
    </PageContext>
  </StrictMode>,
);
page.onHashChange(() => {
  // Taking the fragment away is our own doing, and opens nothing.
  if (location.hash !== '') open();
});
open();

/** Hands on what the worker sends once a frame, so that a flood of chunks is drawn once and not chunk by chunk. */
function inFrames(client: EngineClient): EngineClient {
  let waiting: Reply[] = [];
  return {
    ...client,
    onReply: (listener) => {
      const deliver = () => {
        const replies = waiting;
        waiting = [];
        for (const reply of replies) listener(reply);
      };
      client.onReply((reply) => {
        // A timer and not an animation frame: a page in the background still takes delivery.
        if (waiting.length === 0) setTimeout(deliver, FRAME_MS);
        waiting.push(reply);
      });
    },
  };
}

function listening(target: EventTarget, type: string, listener: (event: Event) => void): () => void {
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
}
