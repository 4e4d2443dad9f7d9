/** Goes to a step of a guided path: opens its scenario at its moment, and remembers how far that was. */
import type { GuidedPath } from '../scenario/gallery/paths.ts';
import type { Page } from './page.ts';
import { keepPathProgress } from './progress.ts';
import type { Services } from './services.ts';

/** Fails when the scenario cannot be loaded. */
export async function walkTo(services: Services, page: Page, path: GuidedPath, at: number): Promise<void> {
  const step = path.steps[at];
  const entry = step === undefined ? null : await services.gallery.entry(step.slug);
  if (step === undefined || entry === null) return;
  const moment = entry.moments.find(({ name }) => name === step.moment) ?? entry.tellingMoment;
  services.session.openEntry(entry, { anchor: moment.anchor, step: 0, timeUs: 0 });
  services.chrome.setState({ path: { id: path.id, at } });
  keepPathProgress(page, path.id, at + 1);
}
