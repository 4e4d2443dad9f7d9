/** The theme of the projector: light, whatever the page is in, until the presenter chooses the dark one. */
import { useEffect } from 'react';
import { usePage } from '../page.ts';
import { useServices, useSettings } from '../services.ts';

export function useProjectorTheme(): void {
  const page = usePage();
  const { settings } = useServices();
  const [now] = useSettings();
  const { isDarkProjector } = now;
  // Every change of a setting puts the page's own theme back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => page.setTheme(isDarkProjector ? 'dark' : 'light'), [page, now]);
  useEffect(() => () => page.setTheme(settings.getState().theme), [page, settings]);
}
