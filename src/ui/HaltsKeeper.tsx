/** Keeps up to date where breakpoints hold, when a run has ended or breakpoints have changed. Draws nothing. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { findHalts } from '../store/find-halts.ts';
import { selectEnding, selectTrace } from '../store/selectors.ts';
import { inspectingOf } from './inspecting.ts';
import { useApp, useServices } from './services.ts';

export function HaltsKeeper() {
  const services = useServices();
  const { halts } = services;
  const wanted = useStore(halts, (state) => state.wanted);
  const breakpoints = useApp(({ scenario }) => scenario.breakpoints);
  const trace = useApp(selectTrace);
  const isDeadlock = useApp((state) => selectEnding(state)?.kind === 'deadlock');
  const scenario = useApp(({ run }) => (run.phase === 'finished' || run.phase === 'crashed' ? run.scenario : null));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is waited for is read by the search itself.
  useEffect(() => {
    // While a run streams in, what it will come to is not known.
    if (scenario === null) halts.setState({ lines: new Map(), events: new Map(), positions: [] });
    else findHalts(halts, { trace, scenario, isDeadlock, breakpoints }, inspectingOf(services).inquirer);
  }, [services, halts, wanted, breakpoints, trace, isDeadlock, scenario]);
  return null;
}
