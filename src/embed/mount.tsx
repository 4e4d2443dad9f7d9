/** Puts the frame's page together from the parts of the whole page: the same stores, the same pictures. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { EngineClient } from '../bridge/client.ts';
import { createHalts } from '../store/halts.ts';
import { createOrders } from '../store/orders.ts';
import { createStore } from '../store/store.ts';
import { createChrome } from '../ui/chrome.ts';
import type { Gallery } from '../ui/gallery.ts';
import { createLanesView } from '../ui/lanes-view.ts';
import { type Page, PageContext } from '../ui/page.ts';
import { createPanes } from '../ui/panes.ts';
import { type Services, ServicesContext } from '../ui/services.ts';
import { createSession } from '../ui/session.ts';
import { createSettings } from '../ui/settings.ts';
import { createTips } from '../ui/tips.ts';
import { createVoice } from '../ui/voice.ts';
import type { Content } from './content.ts';
import { EmbedApp } from './EmbedApp.tsx';
import { type Embed, EmbedContext } from './embed.ts';
import type { Presentation } from './presentation.ts';
import { Refused } from './Refused.tsx';
import type { Wire } from './wire.ts';

interface MountNeeds {
  readonly host: HTMLElement;
  readonly page: Page;
  readonly gallery: Gallery;
  readonly content: Content;
  readonly presentation: Presentation;
  readonly wire: Wire;
  readonly newClient: () => EngineClient & ReturnType<Services['newClient']>;
  readonly openPage: Embed['openPage'];
}

export function mount({ content, gallery, host, newClient, openPage, page, presentation, wire }: MountNeeds): void {
  const services = servicesOf(page, gallery, newClient);
  const { actions } = services.store;
  services.settings.change({ theme: presentation.theme });
  if (content.ok) {
    const { entry, scenario } = content;
    actions.load(scenario);
    actions.setSpeed(presentation.speed ?? scenario.view.speed);
    services.session.setState({
      origin: entry === null ? { kind: 'link' } : { kind: 'gallery', entry },
      moment: presentation.start ?? content.moment,
    });
  }
  createRoot(host).render(
    <StrictMode>
      <PageContext value={page}>
        <ServicesContext value={services}>
          {content.ok ? (
            <EmbedContext value={{ content, presentation, wire, openPage }}>
              <EmbedApp />
            </EmbedContext>
          ) : (
            <Refused problem={content} openPage={openPage} wire={wire} />
          )}
        </ServicesContext>
      </PageContext>
    </StrictMode>,
  );
}

/**
 * Nothing is kept, so drafts, breakpoints and the sizes of panes are as in a browser that was never here. A client starts its
 * worker when it is first asked for something, and the frame asks only the store's.
 */
function servicesOf(page: Page, gallery: Gallery, newClient: MountNeeds['newClient']): Services {
  const store = createStore(newClient());
  return {
    ...{ store, gallery, newClient, inspector: newClient(), labWorkers: 0 },
    orders: createOrders(newClient()),
    halts: createHalts([]),
    session: createSession({ page, gallery, store, drafts: [] }),
    settings: createSettings(page),
    lanesView: createLanesView(),
    panes: createPanes(page),
    tips: createTips(),
    chrome: createChrome(),
    voice: createVoice(),
  };
}
