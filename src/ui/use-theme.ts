/** A theme of a mode's own, for as long as the mode is shown: projectors and paper are light, whatever the page is in. */
import { useEffect } from 'react';
import { type Theme, usePage } from './page.ts';
import { useServices, useSettings } from './services.ts';

export function useTheme(theme: Theme): void {
  const page = usePage();
  const { settings } = useServices();
  const [now] = useSettings();
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of a setting puts the page's own theme back.
  useEffect(() => page.setTheme(theme), [page, theme, now]);
  useEffect(() => () => page.setTheme(settings.getState().theme), [page, settings]);
}
