/** What the playhead shows on one file of the program, kept while nothing of it changes. */
import { useMemo } from 'react';
import { selectDiagnostics, selectEvent, selectIsStale, selectTrace, selectWorld } from '../store/selectors.ts';
import type { Looks } from './code-looks.ts';
import { looksOf } from './code-looks-of.ts';
import { useApp, useChrome } from './services.ts';

export function useLooks(file: string): Looks {
  const world = useApp(selectWorld);
  const event = useApp(selectEvent);
  const codes = useApp(selectTrace).codes;
  const diagnostics = useApp(selectDiagnostics);
  const isStale = useApp(selectIsStale);
  const run = useApp((state) => state.run);
  const position = useApp((state) => state.position);
  const ending = run.phase === 'finished' && position === run.trace.length ? run.ending : null;
  const site = useChrome((chrome) => chrome.site);
  const breakpoints = useApp((state) => state.scenario.breakpoints);
  return useMemo(
    () => looksOf({ world, event, codes, diagnostics, file, isStale, ending, site, breakpoints }),
    [world, event, codes, diagnostics, file, isStale, ending, site, breakpoints],
  );
}
