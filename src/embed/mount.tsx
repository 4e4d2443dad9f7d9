/**
 * Puts the frame's page together from the parts of the whole page: the same stores, the same pictures. They come from the first
 * part of the page, which so stays in one piece.
 */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { EngineClient } from '../bridge/client.ts';
import { servicesOf } from '../ui/mount.tsx';
import { type Page, PageContext } from '../ui/page.ts';
import { type Services, ServicesContext } from '../ui/services.ts';
import type { Content } from './content.ts';
import { EmbedApp } from './EmbedApp.tsx';
import { type Embed, EmbedContext } from './embed.ts';
import type { Presentation } from './presentation.ts';
import { Refused } from './Refused.tsx';
import type { Wire } from './wire.ts';

interface MountNeeds {
  readonly host: HTMLElement;
  readonly page: Page;
  readonly content: Content;
  readonly presentation: Presentation;
  readonly wire: Wire;
  readonly newClient: () => EngineClient & ReturnType<Services['newClient']>;
  readonly openPage: Embed['openPage'];
}

export async function mount({
  content,
  host,
  newClient,
  openPage,
  page,
  presentation,
  wire,
}: MountNeeds): Promise<void> {
  // A client starts its worker when it is first asked for something, and the frame asks only the first.
  const [client, explorer, inspector] = [newClient(), newClient(), newClient()];
  const services = await servicesOf({ page, client, explorer, inspector, newClient, labWorkers: 0 });
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
