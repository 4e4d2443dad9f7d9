/** Puts the page together: the stores, the components, and whatever the address says is to be opened. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createHalts } from '../store/halts.ts';
import { createLaneWishes } from '../store/lane-wishes.ts';
import { createOrders } from '../store/orders.ts';
import { createStore } from '../store/store.ts';
import { App } from './App.tsx';
import { createChrome, TABS } from './chrome.ts';
import { GALLERY } from './gallery.ts';
import { keptHaltEvents } from './kept-breakpoints.ts';
import { createLanesView } from './lanes-view.ts';
import { DRAFTS, type Page, PageContext, PRESENTER_HASH } from './page.ts';
import { createPanes } from './panes.ts';
import { type Services, ServicesContext } from './services.ts';
import { createSession } from './session.ts';
import { createSettings } from './settings.ts';
import { createTips } from './tips.ts';
import { createVoice } from './voice.ts';

interface ServicesNeeds {
  readonly page: Page;
  readonly client: Parameters<typeof createStore>[0];
  /** Tries other orders beside it. */
  readonly explorer: Parameters<typeof createOrders>[0];
  /** Looks inside runs that were made. */
  readonly inspector: Services['inspector'];
  readonly newClient: Services['newClient'];
  readonly labWorkers: number;
}

interface MountNeeds extends ServicesNeeds {
  readonly host: HTMLElement;
}

/** As the reader left them in this browser. */
export async function servicesOf({ client, explorer, page, ...workers }: ServicesNeeds): Promise<Services> {
  const store = createStore(client);
  // Before the first picture, which the offer of a draft would push down.
  const drafts = page.remember(DRAFTS) === undefined ? [] : (await import('./drafts.ts')).readDrafts(page);
  return {
    ...workers,
    store,
    orders: createOrders(explorer),
    halts: createHalts(keptHaltEvents(page)),
    session: createSession({ page, gallery: GALLERY, store, drafts }),
    settings: createSettings(page),
    lanesView: createLanesView(),
    laneWishes: createLaneWishes(store),
    panes: createPanes(page),
    tips: createTips(),
    chrome: createChrome(),
    voice: createVoice(),
    gallery: GALLERY,
  };
}

export async function mount({ host, page, ...needs }: MountNeeds): Promise<void> {
  if (page.hash() === PRESENTER_HASH) return mountPresenter(host);
  const services = await servicesOf({ page, ...needs });
  const { session, store } = services;
  const showPair = () => {
    const { beside, origin } = session.getState();
    if (beside !== null && origin.kind === 'gallery')
      services.chrome.setState({ dialog: 'beside', beside: [origin.entry.slug, beside] });
  };
  // A scenario that names a mode or a tab opens in it; any other leaves the page as it is.
  store.subscribe(({ original }, before) => {
    if (original === before.original) return;
    const { mode, panes } = original.view;
    const tab = TABS.find((one) => panes.includes(one));
    if (mode !== 'explore') services.chrome.setState({ mode });
    if (tab !== undefined) services.chrome.setState({ tab });
  });
  const open = () => {
    session
      .openAddress()
      .then(showPair)
      .catch((error: unknown) => {
        console.error(error);
        session.setState({ linkProblem: 'This link could not be opened. Paste it again, or open the gallery.' });
      });
  };
  createRoot(host).render(
    <StrictMode>
      <PageContext value={page}>
        <ServicesContext value={services}>
          <App />
        </ServicesContext>
      </PageContext>
    </StrictMode>,
  );
  page.keepOffline((newer) => services.chrome.setState({ newer }));
  page.onHashChange(() => {
    // Taking the fragment away is our own doing, and opens nothing.
    if (page.hash() !== '') open();
  });
  open();
}

/** A window of its own, which runs nothing. */
async function mountPresenter(host: HTMLElement): Promise<void> {
  const { PresenterWindow } = await import('./present/PresenterWindow.tsx');
  createRoot(host).render(
    <StrictMode>
      <PresenterWindow />
    </StrictMode>,
  );
}
